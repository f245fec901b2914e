variable "zone_id" {}
