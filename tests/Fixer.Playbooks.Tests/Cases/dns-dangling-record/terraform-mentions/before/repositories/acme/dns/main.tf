module "records" {
  source  = "terraform-aws-modules/route53/aws//modules/records"
  version = "4.1.0"

  zone_name = "example.com"
  records   = [{ name = "fail", type = "CNAME", ttl = 300, records = ["fail.example.com.s3-website-us-east-1.amazonaws.com"] }]
}
