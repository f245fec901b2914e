resource "aws_s3_bucket" "l" {
  tags = {
    Team = "web" # ours
    Name = "l"
  }
}
