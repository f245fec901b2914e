set = "common"
