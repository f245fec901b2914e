domain = "tfvars.example"

websites = {
  www    = "partner.example.net"
  assets = "assets.tfvars.example.s3-website-us-east-1.amazonaws.com"
}
