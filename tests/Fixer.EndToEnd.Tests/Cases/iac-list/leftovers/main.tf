terraform {
  required_version = ">= 1.7"
}

moved {
  from = aws_s3_bucket.old
  to   = aws_s3_bucket.b
}

removed {
  from = aws_s3_bucket.gone
  lifecycle {
    destroy = false
  }
}

check "names" {
  assert {
    condition     = aws_s3_bucket.b.bucket == "b"
    error_message = "No."
  }
}

resource "aws_s3_bucket" "b" {
  bucket = "b"
  lifecycle {
    create_before_destroy = true
    precondition {
      condition     = aws_s3_bucket.first.bucket != "c"
      error_message = "No."
    }
  }
  timeouts {
    create = "5m"
  }
  depends_on = [aws_s3_bucket.first]
}

resource "aws_s3_bucket" "first" {
  bucket = "first"
  provisioner "local-exec" {
    when    = destroy
    command = "true"
  }
}
