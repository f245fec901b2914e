terraform {
  source = "..//modules/x"
}

inputs = {
  records = yamldecode(file(find_in_parent_folders("records.yaml")))
}
