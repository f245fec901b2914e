using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Fixer.Hcl;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.Removal;

namespace Fixer.Iac.Tests.Terraform.Removal;

/// <summary>Any instance of a generated tree of modules is either refused, or exactly it is gone.</summary>
public class InstanceRemovalPropertyTests
{
    /// <summary>Ways to declare records. Each is given a number that makes its names its own, and keys.</summary>
    static readonly (bool IsRemovable, Func<int, string[], string> Text)[] Forms =
    [
        (true, (n, keys) => string.Concat(keys.Select(k => Record($"b{n}_{k}", "", "1")))),
        (true, (n, keys) => Record($"m{n}", $"for_each = {{ {Items(keys)} }}", "each.value")),
        (true, (n, keys) => $"locals {{\n  m{n} = {{\n{string.Concat(keys.Select(k => $"    {k} = \"{k}\" # {k}\n"))}  }}\n}}\n{Record($"l{n}", $"for_each = local.m{n}", "\"${each.value}${aws_eip.x.id}\"")}"),
        (true, (n, keys) => $"variable \"v{n}\" {{\n  default = [{Quoted(keys)}]\n}}\n{Record($"s{n}", $"for_each = toset(var.v{n})", "each.key")}"),
        (true, (n, keys) => $"module \"r{n}\" {{\n  source  = \"./records\"\n  records = [\n{string.Concat(keys.Select(k => $"    {{ name = \"{k}\", zone = aws_eip.x.id }},\n"))}  ]\n}}\n"),
        (true, (n, keys) => Record($"g{n}", $"for_each = merge({{ {Items(keys)} }}, {{ extra = 1 }})", "each.value")),
        (true, (n, keys) => Record($"f{n}", $"for_each = {{ for r in flatten([for z, names in {{ a = [{Quoted(keys)}], b = [\"x\"] }} : [for k in names : {{ z = z, k = k }}]]) : \"${{r.z}}.${{r.k}}\" => r }}", "each.value.k")),
        (true, (n, keys) => Record($"y{n}", $"for_each = {{ for r in yamldecode(file(\"data{n}.yaml\")) : r.k => r }}", "each.value.k")),
        (true, (n, keys) => Record($"j{n}", $"for_each = toset(jsondecode(file(\"data{n}.json\")).keys)", "each.key")),
        (true, (n, keys) => Record($"x{n}", $"for_each = {{ for r in csvdecode(file(\"data{n}.csv\")) : r.k => r }}", "each.value.n")),
        (true, (n, keys) => $"variable \"e{n}\" {{\n  default = true\n}}\n{string.Concat(keys.Select(k => Record($"e{n}_{k}", $"count = var.e{n} ? 1 : 0", "count.index")))}"),
        (true, (n, keys) => $"locals {{\n  q{n} = true\n}}\n{Record($"q{n}", $"for_each = local.q{n} ? {{ {Items(keys)} }} : {{}}", "each.key")}"),
        (false, (n, keys) => $"{Record($"z{n}", $"for_each = toset(keys(yamldecode(file(\"data{n}.yml\")).keys))", "each.key")}"),
        (false, (n, keys) => Record($"c{n}", $"count = {keys.Length}", "count.index")),
        (false, (n, keys) => $"locals {{\n  h{n} = {{ {Items(keys)} }}\n}}\n{Record($"h{n}", $"for_each = local.h{n}", "each.value")}{Record($"i{n}", $"for_each = local.h{n}", "each.key")}"),
        (false, (n, keys) => $"locals {{\n  u{n} = [{Quoted(keys)}]\n}}\n{Record($"u{n}", $"for_each = toset(local.u{n})", "each.key")}{Record($"w{n}", "", $"\"${{aws_eip.x.id}}${{length(local.u{n})}}\"")}"),
        (false, (n, keys) => $"{Record($"o{n}", $"for_each = {{ {Items(keys)} }}", "each.value")}{Record($"p{n}", "", $"[for r in aws_route53_record.o{n} : r.id]")}"),
        (false, (n, keys) => $"module \"t{n}\" {{\n  source = \"./twice\"\n}}\n"),
        (false, (n, keys) => $"module \"k{n}\" {{\n  source   = \"./twice\"\n  for_each = {{ {Items(keys)} }}\n}}\n"),
    ];

    const string Records = "variable \"records\" {}\nresource \"aws_route53_record\" \"this\" {\n  for_each = { for r in var.records : upper(r.name) => r }\n  name     = each.value.name\n  zone_id  = each.value.zone\n}\n";

    /// <summary>Data in several layouts, as a number has it.</summary>
    static IEnumerable<(string Path, string Text)> Data(int n, string[] keys) =>
    [
        ($"data{n}.yaml", (n % 3) switch
        {
            0 => string.Concat(keys.Select(k => $"# {k}\n- k: {k}\n  n: \"{k}\"\n\n")),
            1 => $"[{string.Join(",\n ", keys.Select(k => $"{{k: {k}}}"))}]\n",
            _ => string.Concat(keys.Select(k => $"- {{ k: {k} }} # {k}\r\n")).TrimEnd(),
        }),
        ($"data{n}.yml", $"keys:\n{string.Concat(keys.Select(k => $"  {k}: # {k}\n    n: 1\n"))}\nother: 1\n"),
        ($"data{n}.json", $"{{\n  \"keys\": [{Quoted(keys)}]\n}}\n"),
        ($"data{n}.csv", $"k,n\n{string.Join('\n', keys.Select(k => $"{k},\"{k}\n\""))}"),
    ];

    const string Twice = "resource \"aws_route53_record\" \"a\" {\n  name = \"a\"\n}\nresource \"aws_route53_record\" \"b\" {\n  for_each = { x = 1, y = 2 }\n  name     = each.key\n}\n";

    static readonly Gen<(int Form, string[] Keys)[]> Trees = Gen.Select(
        Gen.Int[0, Forms.Length - 1],
        Gen.Char["abcd"].Array[1, 4].Select(k => k.Distinct().Select(c => c.ToString()).ToArray())).Array[1, 5];

    [Test]
    public void Remove_AnyInstance_TakesExactlyItAwayOrIsRefused() => Gen.Select(Trees, Gen.Int[0, 1000], Gen.Int[1, 2]).Sample(
        (tree, first, count) =>
        {
            var files = Files(tree);
            var before = Read(files);
            string[] asked = [.. Enumerable.Range(0, count).Select(i => before.Keys.ElementAt((first + (i * 7)) % before.Count)).Distinct()];
            return Holds(files, before, asked);
        },
        iter: 400);

    [Test]
    public void Remove_InstanceWithALiteralOfItsOwn_IsProven() => Gen.Select(Trees, Gen.Int[0, 1000]).Sample(
        (tree, first) =>
        {
            var own = tree.Where(t => Forms[t.Form].IsRemovable).Append((0, ["a"])).ToArray();
            var files = Files(own);
            var addresses = Read(files).Keys.Where(a => !a.StartsWith("aws_eip", StringComparison.Ordinal)).ToArray();
            return InstanceRemoval.Remove(files, "", [addresses[first % addresses.Length]]) is ProvenRemoval;
        },
        iter: 200);

    [Test]
    public void Remove_WithAnotherFileOfValues_ChangesNothingOfThatDeployment() => Gen.Select(Trees, Gen.Int[0, 1000]).Sample(
        (tree, first) =>
        {
            var files = Files([.. tree, (3, ["a", "b"])], ("prod.tfvars", $"v{tree.Length} = [\"b\", \"x\"]\n"));
            var prod = new RootOptions { VarFiles = ["prod.tfvars"] };
            var addresses = Read(files).Keys;
            return InstanceRemoval.Remove(files, "", [addresses.ElementAt(first % addresses.Count)]) is not ProvenRemoval proven
                || Read(files, prod).SequenceEqual(Read(files.With(proven.Contents), prod));
        },
        iter: 200);

    [Test]
    public void Remove_WhatOnlyThisDeploymentHas_IsProven()
    {
        var files = Files([(0, ["a"]), (3, ["a", "b"])], ("prod.tfvars", "v1 = [\"b\"]\n"));

        Assert.That(InstanceRemoval.Remove(files, "", ["aws_route53_record.s1[\"a\"]"]), Is.TypeOf<ProvenRemoval>());
    }

    static bool Holds(ModuleFiles files, SortedDictionary<string, string> before, string[] asked)
    {
        if (InstanceRemoval.Remove(files, "", asked) is not ProvenRemoval proven)
            return true;
        var changed = files.With(proven.Contents);
        var after = Read(changed);
        return after.Count == before.Count - asked.Length
            && !asked.Any(after.ContainsKey)
            && after.All(a => before[a.Key] == a.Value)
            && proven.Edits.All(e => TextEdits.Apply(files.Read(e.Path)!.Value.Span, e.Edits).AsSpan().SequenceEqual(proven.Contents[e.Path]))
            && proven.Edits.SelectMany(e => e.Edits).All(e => e.NewText.TrimEnd().Length < 4)
            && !IsReadByOthers(asked)
            && asked.All(a => InstanceRemoval.Remove(changed, "", [a]) is RefusedRemoval { Refusal.Code: EditRefusalCode.DeclarationNotFound });
    }

    /// <summary>Whether the only instance that is asked for is one whose keys something unknown is made from.</summary>
    static bool IsReadByOthers(string[] asked) => asked is [var one] && (one.StartsWith("aws_route53_record.u", StringComparison.Ordinal) || one.StartsWith("aws_route53_record.o", StringComparison.Ordinal));

    static ModuleFiles Files((int Form, string[] Keys)[] tree, params (string Path, string Text)[] more)
    {
        var text = "resource \"aws_eip\" \"x\" {}\n" + string.Concat(tree.Select((t, i) => Forms[t.Form].Text(i, t.Keys)));
        (string Path, string Text)[] files = [("main.tf", text), ("records/main.tf", Records), ("twice/main.tf", Twice), .. tree.SelectMany((t, i) => Data(i, t.Keys)), .. more];
        return ModuleFiles.Of(new SourceTree("acme/infra", "0", files.ToImmutableSortedDictionary(f => f.Path, f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Text), StringComparer.Ordinal)));
    }

    static SortedDictionary<string, string> Read(ModuleFiles files, RootOptions? options = null)
    {
        var evaluation = TerraformRoot.Evaluate(files, "", options);
        Assert.That(evaluation.Problems, Is.Empty);
        return new(evaluation.Instances.ToDictionary(i => i.Address, i => KnownValues.Of(i.Values).Values.ToJsonString()), StringComparer.Ordinal);
    }

    static string Record(string name, string repeated, string value) => $"\n# {name}\nresource \"aws_route53_record\" \"{name}\" {{\n  {repeated}\n  name = {value}\n}}\n";

    static string Items(string[] keys) => string.Join(", ", keys.Select(k => $"{k} = \"{k}\""));

    static string Quoted(string[] keys) => string.Join(", ", keys.Select(k => $"\"{k}\""));
}
