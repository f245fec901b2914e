frame {
