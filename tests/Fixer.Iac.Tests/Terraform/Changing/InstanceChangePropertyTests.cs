using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Fixer.Iac.Terraform.Changing;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Tests.Terraform.Changing;

/// <summary>Any attribute of a generated module that a literal is behind can be set: exactly that instance changes, and once.</summary>
public class InstanceChangePropertyTests
{
    /// <summary>Ways to give a bucket an <c>acl</c>. Each is given a number that makes its names its own.</summary>
    static readonly (string Address, Func<int, string> Text)[] Forms =
    [
        ("aws_s3_bucket.b{0}", n => Bucket(n, "", "\"a\" # why")),
        ("aws_s3_bucket.b{0}", n => $"resource \"aws_s3_bucket\" \"b{n}\" {{}}\n"),
        ("aws_s3_bucket.b{0}", n => $"locals {{\n  l{n} = \"a\"\n}}\n{Bucket(n, "", $"local.l{n}")}"),
        ("aws_s3_bucket.b{0}", n => $"variable \"v{n}\" {{\n  default = {{ x = [\"a\"] }}\n}}\n{Bucket(n, "", $"var.v{n}.x[0]")}"),
        ("aws_s3_bucket.b{0}", n => Bucket(n, "", $"merge({{ x = \"y\" }}, {{ x = false ? \"n\" : \"a\" }}).x")),
        ("aws_s3_bucket.b{0}[\"p\"]", n => Bucket(n, "for_each = { p = { acl = \"a\" }, q = { acl = \"a\" } }\n", "each.value.acl")),
        ("aws_s3_bucket.b{0}[\"p\"]", n => $"locals {{\n  m{n} = [{{ k = \"p\", v = \"a\" }}, {{ k = \"q\", v = \"a\" }}]\n}}\n{Bucket(n, $"for_each = {{ for e in local.m{n} : e.k => e }}\n", "each.value.v")}"),
        ("module.m{0}.aws_s3_bucket.this", n => $"module \"m{n}\" {{\n  source = \"./bucket\"\n  acl    = \"a\"\n}}\n"),
        ("module.m{0}[\"q\"].aws_s3_bucket.this", n => $"module \"m{n}\" {{\n  source   = \"./bucket\"\n  for_each = {{ p = \"a\", q = \"a\" }}\n  acl      = each.value\n}}\n"),
    ];

    static readonly Gen<(int[] Forms, int Chosen, string Value)> Modules = Gen.Select(
        Gen.Int[0, Forms.Length - 1].Array[1, 6],
        Gen.Int[0, 100],
        Gen.Char["ab${\"\\\n%ä"].Array[0, 6].Select(c => new string(c)));

    [Test]
    public void Apply_AnyLiteral_ChangesExactlyThatInstanceOnce() => Modules.Sample(
        module =>
        {
            var files = Files(module.Forms);
            var at = module.Chosen % module.Forms.Length;
            var change = new SetAttribute(string.Format(null, Forms[module.Forms[at]].Address, at), "acl", JsonValue.Create(module.Value)!);
            if (InstanceChange.Apply(files, "", [change]) is not ProvenChange proven)
                return false;
            var (before, changed) = (Read(files), files.With(proven.Contents));
            var after = Read(changed);
            return before.Keys.SequenceEqual(after.Keys)
                && before.Keys.All(a => a == change.Address ? after[a]["acl"]!.GetValue<string>() == module.Value : after[a].ToJsonString() == before[a].ToJsonString())
                && proven.Changed.All(c => c.Address == change.Address && c.Path == "acl")
                && InstanceChange.Apply(changed, "", [change]) is ProvenChange { Edits.IsEmpty: true };
        },
        iter: 300);

    static ModuleFiles Files(int[] forms)
    {
        (string Path, string Text)[] files =
        [
            ("main.tf", string.Concat(forms.Select((f, i) => Forms[f].Text(i)))),
            ("bucket/main.tf", "variable \"acl\" {}\nresource \"aws_s3_bucket\" \"this\" {\n  acl = var.acl\n}\n"),
        ];
        return ModuleFiles.Of(new SourceTree("acme/infra", "0", files.ToImmutableSortedDictionary(f => f.Path, f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Text), StringComparer.Ordinal)));
    }

    static SortedDictionary<string, JsonObject> Read(ModuleFiles files)
    {
        var evaluation = TerraformRoot.Evaluate(files, "");
        Assert.That(evaluation.Problems, Is.Empty);
        return new(evaluation.Instances.ToDictionary(i => i.Address, i => KnownValues.Of(i.Values).Values), StringComparer.Ordinal);
    }

    static string Bucket(int n, string repeated, string acl) => $"resource \"aws_s3_bucket\" \"b{n}\" {{\n  {repeated}  acl = {acl}\n}}\n";
}
