resource "aws_route53_zone" "this" {
  for_each = toset(["a.example.com", "b.example.com"])
  name     = each.key
}

resource "aws_route53_record" "chained" {
  for_each = aws_route53_zone.this
  zone_id  = each.value.zone_id
  name     = "www.${each.value.name}"
  type     = "A"
  ttl      = 60
  records  = ["192.0.2.1"]
}

resource "aws_route53_record" "by_key" {
  for_each = toset(keys(aws_route53_zone.this))
  zone_id  = aws_route53_zone.this[each.key].zone_id
  name     = "ftp.${aws_route53_zone.this[each.value].name}"
  type     = "A"
  ttl      = 60
  records  = ["192.0.2.1"]
}

resource "aws_s3_bucket" "counted" {
  count  = 2
  bucket = "c${count.index}"
}

resource "aws_s3_bucket_versioning" "counted" {
  count  = length(aws_s3_bucket.counted)
  bucket = aws_s3_bucket.counted[count.index].bucket
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket" "b" {
  bucket = "b"
  tags = {
    splat  = join(",", aws_s3_bucket.counted[*].bucket)
    loop   = join(",", [for z in aws_route53_zone.this : z.name])
    index  = aws_s3_bucket.counted[0].bucket
    key    = aws_route53_zone.this["a.example.com"].name
    one    = one(aws_s3_bucket.none[*].bucket) == null
    length = length(aws_s3_bucket.none)
    try    = try(aws_s3_bucket.none[0].bucket, "nothing")
    tag    = aws_s3_bucket.unset.tags["x"]
  }
}

resource "aws_s3_bucket" "none" {
  count  = 0
  bucket = "none"
}

resource "aws_s3_bucket" "unset" {
  tags = { x = "y" }
}

resource "aws_s3_bucket" "refers_to_unset" {
  bucket = "u"
  tags   = { bucket = aws_s3_bucket.unset.bucket, fixed = "x" }
}

resource "aws_s3_bucket" "from_resource" {
  for_each = { for k, z in aws_route53_zone.this : upper(k) => z.name }
  bucket   = lower(each.key)
}
