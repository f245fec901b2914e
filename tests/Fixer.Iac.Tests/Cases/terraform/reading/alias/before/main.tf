resource "aws_route53_record" "r1" {
  zone_id = "Z1"
  name    = ""
  type    = "A"
  alias {
    name = "D1.cloudfront.net."
  }
}
resource "aws_route53_record" "r2" {
  zone_id = "Z1"
  name    = "x"
  type    = "A"
  dynamic "alias" {
    for_each = []
    content {}
  }
}
