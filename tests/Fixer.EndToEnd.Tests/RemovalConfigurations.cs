using System.Globalization;
using System.Text;

namespace Fixer.EndToEnd.Tests;

/// <summary>
/// Makes root modules of <c>terraform_data</c>, which needs no provider: instances that come from a map, a list, a file, a module or a condition, and
/// others that are made of them in all ways that Terraform has. All names end in a number, so that many fit into one folder.
/// </summary>
/// <param name="random">The choices.</param>
/// <param name="number">The number.</param>
internal sealed class RemovalConfigurations(Random random, int number)
{
    private readonly StringBuilder text = new();
    private readonly SortedDictionary<string, string> files = new(StringComparer.Ordinal);
    private readonly string n = number.ToString(CultureInfo.InvariantCulture);
    private string[] keys = [];

    /// <summary>The files, by path.</summary>
    public static IReadOnlyDictionary<string, string> Make(Random random, int number)
    {
        var made = new RemovalConfigurations(random, number);
        made.Compose();
        made.files[$"c{number}.tf"] = made.text.ToString();
        return made.files;
    }

    private void Compose()
    {
        keys = [.. "abcd".Take(random.Next(1, 5)).Select(c => c.ToString())];
        text.Append($"resource \"terraform_data\" \"base{n}\" {{\n  input = \"base\"\n}}\n");
        var (all, source) = Instances(random.Next(Forms));
        for (var i = random.Next(0, 4); i > 0; i--)
            Dependent($"{n}_{i}", Expression(all, source), all);
    }

    private const int Forms = 22;

    /// <summary>Declares the instances; what gives them as a map, and what gives what they are made of as one.</summary>
    private (string All, string Source) Instances(int form)
    {
        var (all, local) = ($"terraform_data.t{n}", $"local.s{n}");
        switch (form)
        {
            case 0:
                Resource($"for_each = {{ {Pairs()} }}", "each.value");
                return (all, $"{{ {Pairs()} }}");
            case 1:
                Local($"{{\n{string.Concat(keys.Select(k => $"    {k} = \"v{k}\"\n"))}  }}");
                Resource($"for_each = {local}", $"\"${{each.value}}${{terraform_data.base{n}.id}}\"");
                return (all, local);
            case 2:
                text.Append($"variable \"v{n}\" {{\n  type    = map(string)\n  default = {{ {Pairs()} }}\n}}\n");
                Resource($"for_each = var.v{n}", "each.value");
                return (all, $"var.v{n}");
            case 3:
                text.Append($"variable \"v{n}\" {{\n  type = map(string)\n}}\n");
                files[$"c{n}.auto.tfvars"] = $"v{n} = {{\n{string.Concat(keys.Select(k => $"  {k} = \"v{k}\"\n"))}}}\n";
                Resource($"for_each = var.v{n}", "each.key");
                return (all, $"var.v{n}");
            case 4:
                Local($"[\n{string.Concat(keys.Select(k => $"    {{ k = \"{k}\", v = \"v{k}\" }},\n"))}  ]");
                Resource($"for_each = {{ for r in {local} : r.k => r }}", "each.value.v");
                return (all, $"{{ for r in {local} : r.k => r.v }}");
            case 5:
                Local($"[{Quoted()}]");
                Resource($"for_each = toset({local})", "each.key");
                return (all, $"{{ for r in {local} : r => r }}");
            case 6:
                Local($"{{ {Pairs()} }}");
                Resource($"for_each = merge({local}, {{ extra = \"x\" }})", "each.value");
                return (all, local);
            case 7:
                Local($"[{Quoted()}]");
                Resource($"for_each = toset(concat({local}, [\"x\"]))", "each.value");
                return (all, $"{{ for r in {local} : r => \"v\" }}");
            case 8:
                Local($"{{ y = [{Quoted()}], z = [\"q\"] }}");
                Resource($"for_each = {{ for r in flatten([for z, ks in {local} : [for k in ks : {{ z = z, k = k }}]]) : \"${{r.z}}.${{r.k}}\" => r }}", "each.value.k");
                return (all, $"{{ for r in flatten(values({local})) : r => r }}");
            case 9:
                text.Append($"variable \"on{n}\" {{\n  default = true\n}}\n");
                Local($"{{ {Pairs()} }}");
                Resource($"for_each = var.on{n} ? {local} : {{}}", "each.value");
                return (all, local);
            case 10:
                foreach (var key in keys)
                    text.Append($"\nresource \"terraform_data\" \"t{n}_{key}\" {{\n  input = \"v{key}\"\n}}\n");
                return ($"{{ {string.Join(", ", keys.Select(k => $"{k} = terraform_data.t{n}_{k}"))} }}", $"{{ {Pairs()} }}");
            case 11:
                Local($"{{ {Pairs()} }}");
                Module($"for_each = {local}\n  v        = each.value", "resource \"terraform_data\" \"t\" {\n  input = var.v\n}\noutput \"id\" {\n  value = terraform_data.t.id\n}\noutput \"input\" {\n  value = terraform_data.t.input\n}\n");
                return ($"module.m{n}", local);
            case 12:
                Module($"v = {{\n{string.Concat(keys.Select(k => $"    {k} = \"v{k}\"\n"))}  }}", "resource \"terraform_data\" \"t\" {\n  for_each = var.v\n  input    = each.value\n}\noutput \"all\" {\n  value = terraform_data.t\n}\n");
                return ($"module.m{n}.all", "{ p = \"1\" }");
            case 13:
                Resource($"count = {keys.Length}", "count.index");
                return ($"{{ for i, r in {all} : \"${{i}}\" => r }}", $"{{ {Pairs()} }}");
            case 14:
                Local($"[{Quoted()}]");
                Resource($"count = length({local})", $"{local}[count.index]");
                return ($"{{ for i, r in {all} : \"${{i}}\" => r }}", $"{{ for r in {local} : r => r }}");
            case 15:
                Local($"[{Quoted()}]");
                Resource($"for_each = zipmap({local}, [for k in {local} : upper(k)])", "each.value");
                return (all, $"zipmap({local}, {local})");
            case 16:
                files[$"c{n}.yaml"] = string.Concat(keys.Select(k => $"- k: {k}\n  v: v{k}\n"));
                Resource($"for_each = {{ for r in yamldecode(file(\"c{n}.yaml\")) : r.k => r }}", "each.value.v");
                return (all, $"{{ for r in yamldecode(file(\"c{n}.yaml\")) : r.k => r.v }}");
            case 17:
                files[$"c{n}.json"] = $"{{\"k\": {{{string.Join(", ", keys.Select(k => $"\"{k}\": \"v{k}\""))}}}}}\n";
                Local($"jsondecode(file(\"${{path.module}}/c{n}.json\"))");
                Resource($"for_each = {local}.k", "each.value");
                return (all, $"{local}.k");
            case 18:
                Local($"[{Quoted()}]");
                Resource($"for_each = {{ for i, k in {local} : k => i }}", random.Next(2) == 0 ? "each.value" : $"\"${{each.value}}${{terraform_data.base{n}.id}}\"");
                return (all, $"{{ for i, k in {local} : k => i }}");
            case 19:
                Local($"{{ {Pairs()} }}");
                Resource($"for_each = {{ for k, v in {local} : k => v if v != \"va\" || length({local}) != 2 }}", "each.value");
                return (all, local);
            case 20:
                Local($"[{Quoted()}]");
                Resource($"for_each = {{ for p in setproduct({local}, [\"x\", \"y\"]) : \"${{p[0]}}-${{p[1]}}\" => p }}", "each.value[0]");
                return (all, $"{{ for r in {local} : r => r }}");
            default:
                Local($"{{\n    a = {{ names = [\"p\", \"q\"] }}\n{string.Concat(keys.Skip(1).Select(k => $"    {k} = {{ names = [\"p\"] }}\n"))}  }}");
                Resource($"for_each = merge([for k, v in {local} : {{ for x in v.names : \"${{k}}${{x}}\" => v }}]...)", "join(\",\", each.value.names)");
                return (all, $"{{ for k, v in {local} : k => join(\",\", v.names) }}");
        }
    }

    /// <summary>Something that is made of the instances, of their source, or of neither.</summary>
    private string Expression(string all, string source)
    {
        var unknown = $"terraform_data.base{n}.id";
        string[] forms =
        [
            unknown,
            $"length({all})",
            $"keys({all})",
            $"[for k, r in {all} : r.id]",
            $"{{ for k, r in {all} : k => r.id }}",
            $"values({{ for k, r in {all} : k => r.id }})[{random.Next(keys.Length)}]",
            $"[for k, r in {all} : r.id][length({all}) - 1]",
            $"element([for k, r in {all} : r.id], {random.Next(6)})",
            $"try({{ for k, r in {all} : k => r.id }}[\"{Key()}\"], \"none\")",
            $"lookup({{ for k, r in {all} : k => tostring(r.input) }}, \"{Key()}\", \"none\")",
            $"can({{ for k, r in {all} : k => r.id }}[\"{Key()}\"])",
            $"join(\",\", [for k, r in {all} : r.id])",
            $"join(\",\", toset([for k, r in {all} : r.id]))",
            $"jsonencode({{ n = [for k, r in {all} : r.id], b = {unknown} }})",
            $"\"${{{unknown}}} ${{length({all})}}\"",
            $"\"%{{ for k, r in {all} }}${{k}}=${{r.id}} %{{ endfor }}\"",
            $"length({all}) > 1 ? {unknown} : \"none\"",
            $"[for k, r in {all} : r.id] == [{unknown}]",
            $"[for k, r in {all} : k if r.id != {unknown}]",
            $"{{ for k, r in {all} : r.id => k }}",
            $"[for i, k in keys({all}) : \"${{i}}${{k}}\"]",
            $"slice([for k, r in {all} : r.id], 0, 1)",
            $"concat([{unknown}], [for k, r in {all} : r.id])[{random.Next(2)}]",
            $"coalescelist([for k, r in {all} : r.id if k == \"{Key()}\"], [\"none\"])",
            $"{all}",
            $"max(0, [for k, r in {all} : length(k)]...)",
            $"{source}",
            $"length({source})",
            $"\"${{length({source})}} ${{{unknown}}}\"",
            $"jsonencode({{ s = {source}, b = {unknown} }})",
            $"contains(keys({source}), \"{Key()}\") ? {unknown} : \"none\"",
            $"try({source}[\"{Key()}\"], \"none\")",
            $"[for k, v in {source} : \"${{k}} ${{{unknown}}}\"]",
            $"[for k, v in {source} : \"${{k}} ${{{unknown}}}\"][{random.Next(2)} * (length({source}) - 1)]",
            $"merge({{ z = {unknown} }}, {source})[\"z\"]",
            $"keys({source})",
            $"format(\"%s %d\", {unknown}, length(keys({source})))",
            $"sha1(\"${{{unknown}}}${{jsonencode({source})}}\")",
            $"[{unknown}, length({source})][0]",
            $"tomap({{ for k, v in {source} : k => {unknown} }})",
        ];
        return forms[random.Next(forms.Length)];
    }

    /// <summary>Something that uses an expression.</summary>
    private void Dependent(string name, string expression, string all)
    {
        var local = $"local.d{name}";
        switch (random.Next(17))
        {
            case 0:
                User(name, $"input = {expression}");
                break;
            case 1:
                text.Append($"locals {{\n  d{name} = {expression}\n}}\n");
                User(name, $"input = {local}");
                break;
            case 2:
                text.Append($"locals {{\n  d{name} = jsonencode({{ x = {expression}, y = terraform_data.base{n}.id }})\n}}\n");
                User(name, $"input = \"${{{local}}}!\"");
                break;
            case 3:
                text.Append($"locals {{\n  d{name} = [terraform_data.base{n}.id, {expression}]\n}}\n");
                User(name, $"input = {local}[{random.Next(2)}]");
                break;
            case 4:
                text.Append($"module \"d{name}\" {{\n  source = \"./d{name}\"\n  v      = {expression}\n}}\n");
                files[$"d{name}/main.tf"] = $"variable \"v\" {{}}\nresource \"terraform_data\" \"u{name}\" {{\n  input = var.v\n}}\n";
                break;
            case 5:
                text.Append($"module \"d{name}\" {{\n  source = \"./d{name}\"\n  v      = {expression}\n}}\n");
                files[$"d{name}/main.tf"] = "variable \"v\" {}\noutput \"v\" {\n  value = { w = var.v, x = \"x\" }\n}\n";
                User(name, $"input = module.d{name}.v.{(random.Next(2) == 0 ? "w" : "x")}");
                break;
            case 6:
                text.Append($"output \"d{name}\" {{\n  value = {expression}\n}}\n");
                break;
            case 7:
                text.Append($"check \"d{name}\" {{\n  assert {{\n    condition     = jsonencode([{expression}, terraform_data.base{n}.id]) != \"\"\n    error_message = \"x\"\n  }}\n}}\n");
                break;
            case 8:
                User(name, $"input = 1\n  lifecycle {{\n    precondition {{\n      condition     = length({all}) >= {keys.Length}\n      error_message = \"x\"\n    }}\n  }}");
                break;
            case 9:
                User(name, $"input      = 1\n  depends_on = [{(all[0] == '{' ? $"terraform_data.base{n}" : Resources(all))}]");
                break;
            case 10:
                User(name, $"triggers_replace = [{expression}]");
                break;
            case 11:
                User(name, $"input = 1\n  lifecycle {{\n    replace_triggered_by = [{(all.StartsWith("terraform_data", StringComparison.Ordinal) ? all : $"terraform_data.base{n}")}]\n  }}");
                break;
            case 12:
                User(name, $"for_each = {{ for k, r in {all} : k => r.id }}\n  input    = each.value");
                break;
            case 13:
                User(name, $"count = length({all})");
                break;
            case 14:
                text.Append($"locals {{\n  d{name} = length({all}) > 0 ? [terraform_data.base{n}.id] : []\n}}\n");
                User(name, $"input = {local}");
                break;
            case 15:
                text.Append($"locals {{\n  d{name} = {{ a = {expression}, b = terraform_data.base{n}.id }}\n}}\n");
                User(name, $"input = {local}.{(random.Next(2) == 0 ? "a" : "b")}");
                break;
            default:
                text.Append($"locals {{\n  d{name} = {expression}\n  e{name} = [{local}, \"${{terraform_data.base{n}.id}}\"]\n}}\n");
                User(name, $"input = [for x in local.e{name} : jsonencode(x)]");
                break;
        }
    }

    private static string Resources(string all) => all.StartsWith("module", StringComparison.Ordinal) ? all.Split(".all")[0] : all;

    private string Key() => "abcdx"[random.Next(5)].ToString();

    private void User(string name, string body) => text.Append($"\nresource \"terraform_data\" \"u{name}\" {{\n  {body}\n}}\n");

    private void Resource(string repetition, string input) => text.Append($"\nresource \"terraform_data\" \"t{n}\" {{\n  {repetition}\n  input = {input}\n}}\n");

    private void Local(string value) => text.Append($"locals {{\n  s{n} = {value}\n}}\n");

    private void Module(string arguments, string body)
    {
        text.Append($"module \"m{n}\" {{\n  source = \"./m{n}\"\n  {arguments}\n}}\n");
        files[$"m{n}/main.tf"] = $"variable \"v\" {{}}\n{body}";
    }

    private string Pairs() => string.Join(", ", keys.Select(k => $"{k} = \"v{k}\""));

    private string Quoted() => string.Join(", ", keys.Select(k => $"\"{k}\""));
}
