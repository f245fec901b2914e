module "m" {
  source   = "./typed"
  number   = "5"
  text     = 007
  flag     = "true"
  list     = toset(["b", "a"])
  map      = { a = 1, b = "x" }
  not_null = null
  null     = null
  pair     = ["x", "2"]
  anything = { deep = [{ x = 1 }] }
  object   = { name = "n", surplus = true, inner = { size = null } }
  objects  = { one = {}, two = { tags = { a = "b" } } }
}
