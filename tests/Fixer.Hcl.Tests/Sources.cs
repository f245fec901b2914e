namespace Fixer.Hcl.Tests;

/// <summary>Valid HCL that uses much of the language.</summary>
public static class Sources
{
    public static readonly string[] All =
    [
        "",
        "# only a comment",
        "\ufeffa = 1\r\n\r\nb {\r\n\tc = \"d\"\r\n}\r\n",
        "resource \"aws_route53_record\" \"www\" {\n  name    = \"www.${var.domain}.\" # trailing\n  records = [\n    \"a\", # one\n    \"b\",\n  ]\n}\n",
        "a = <<EOT\nline ${x.y[\"z\"]} $${no} %%{no} $ %\n  EOT is not it\n EOT\nb = <<-X\n  %{ if a }${\"nested ${\"deeper ${b}\"}\"}%{ endif ~}\n  X\n",
        "locals {\n  map = { a = 1, \"b\" : 2, (c) = [for x in y : upper(x) if x != \"\"] }\n  f   = merge(a, b...)\n  s   = a[*].b\n  t   = a ? b : -c * (d + 4) % 5\n  p   = provider::aws::arn_parse(x)\n}\n",
        "one { line = \"${foo({ a = \"}\" })}\" }\nempty {}\nbare label \"and quoted\" {\n}\n",
        "größe-1 = \"ü\\n\\\"\\u00e9\\U0001F600\"\n/* block\n   comment */ x = 1.5e-3 // end\ny = \"a $ b % c $$ d\"\n",
        "x = \"${~ a ~}\"\nz = <<E\nE\nw = f(<<A\ntext\nA\n)\n",
    ];
}
