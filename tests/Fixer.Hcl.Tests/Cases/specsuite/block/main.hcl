frame {

}
