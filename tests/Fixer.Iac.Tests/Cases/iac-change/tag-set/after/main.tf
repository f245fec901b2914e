resource "aws_s3_bucket" "l" {
  tags = {
    Team = "dns" # ours
    Name = "l"
  }
}
