resource "aws_route53_record" "this" {
  for_each = fileset(path.module, "records/*.txt")

  zone_id = "Z1"
  name    = trimsuffix(basename(each.key), ".txt")
  type    = "A"
  ttl     = 300
  records = [file("${path.module}/${each.key}")]
}
