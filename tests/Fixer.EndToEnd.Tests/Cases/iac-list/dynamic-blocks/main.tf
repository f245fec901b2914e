locals {
  rules = {
    http  = { port = 80, from = ["10.0.0.0/8"] }
    https = { port = 443, from = ["10.1.0.0/16", "10.0.0.0/8"] }
  }
}

resource "aws_security_group" "sg" {
  name        = "sg"
  description = "sg"

  dynamic "ingress" {
    for_each = local.rules
    iterator = rule
    content {
      description = rule.key
      from_port   = rule.value.port
      to_port     = rule.value.port
      protocol    = "tcp"
      cidr_blocks = rule.value.from
    }
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_cloudfront_distribution" "d" {
  enabled = true

  dynamic "origin" {
    for_each = ["a", "b"]
    content {
      domain_name = "${origin.value}.example.com"
      origin_id   = "o${origin.key}"

      dynamic "custom_header" {
        for_each = toset(["H-${origin.value}"])
        content {
          name  = custom_header.value
          value = custom_header.key
        }
      }
    }
  }

  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "o0"
    viewer_protocol_policy = "allow-all"
    forwarded_values {
      query_string = false
      cookies {
        forward = "none"
      }
    }
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = true
  }

  dynamic "logging_config" {
    for_each = []
    content {
      bucket = "never"
    }
  }
}
