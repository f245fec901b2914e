using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Fixer.Hcl;
using Fixer.Iac.Terraform;

namespace Fixer.Iac.Tests.Terraform;

public class TerraformRemovalTests
{
    static IEnumerable<TestCaseData> Cases() => TerraformCase.All("removal");

    [TestCaseSource(nameof(Cases))]
    public void Remove_Case_GivesAfterOrRefusal(object source)
    {
        var @case = (TerraformCase)source;
        var tree = @case.Before;
        var target = TerraformSources.Read(tree).Records.First(r => r.Address.Contains("aws_route53_record.target", StringComparison.Ordinal));
        var result = Remove(tree, target);
        if (@case.Expected("refusal.txt") is { } refusal)
        {
            // The code, and a place or reason that the message must give.
            var (code, detail) = refusal.TrimEnd().Split(' ', 2) is var parts ? (parts[0], parts[1]) : default;
            Assert.That(result, Is.TypeOf<EditRefusal>());
            Assert.That(((EditRefusal)result).Code.ToString(), Is.EqualTo(code));
            Assert.That(((EditRefusal)result).Message, Does.Contain(detail));
            return;
        }

        Assert.That(result, Is.TypeOf<ProvenEdit>(), result.ToString());
        var edit = (ProvenEdit)result;
        Assert.That(Text(Apply(tree, edit)), Is.EqualTo(Text(@case.Files("after"))));
        Assert.That(edit.Proof.Removed, Is.EqualTo(new[] { target.Address }));
        Assert.That(edit.Risks, @case.Expected("risks.txt") is { } risks ? Has.Exactly(1).Contains(risks.TrimEnd()) : Is.Empty);
    }

    [Test]
    public void Remove_Again_IsDeclarationNotFound()
    {
        var tree = TerraformCase.Tree(("main.tf", Block(0)));
        var record = TerraformSources.Read(tree).Records.Single();
        var after = TerraformCase.Tree(Apply(tree, (ProvenEdit)Remove(tree, record)));
        Assert.That((Remove(after, record) as EditRefusal)?.Code, Is.EqualTo(EditRefusalCode.DeclarationNotFound));
    }

    [Test]
    public void Remove_WhatHasMovedOrChanged_IsDeclarationNotFound()
    {
        var record = TerraformSources.Read(TerraformCase.Tree(("main.tf", Block(0)))).Records.Single();
        Assert.Multiple(() =>
        {
            Assert.That(Code(TerraformCase.Tree(("other.tf", "locals {}\n"))), Is.EqualTo(EditRefusalCode.DeclarationNotFound), "no such file");
            Assert.That(Code(TerraformCase.Tree(("main.tf", Block(1)))), Is.EqualTo(EditRefusalCode.DeclarationNotFound), "no such block");
            Assert.That(Code(TerraformCase.Tree(("main.tf", Block(0).Replace("name0", "changed", StringComparison.Ordinal)))), Is.EqualTo(EditRefusalCode.DeclarationNotFound), "another name");
        });
        EditRefusalCode? Code(SourceTree tree) => (Remove(tree, record) as EditRefusal)?.Code;
    }

    [Test]
    public void Remove_AnyRecordOfAGeneratedModule_LeavesExactlyTheOthers() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[0, 7], Gen.Int[1, 3], Gen.Bool).Sample((count, index, files, crlf) =>
        {
            var tree = TerraformCase.Tree([.. Enumerable.Range(0, files).Select(f =>
                ($"f{f}.tf", Lines(string.Join('\n', Enumerable.Range(0, count).Where(i => i % files == f).Select(Block)), crlf)))]);
            var before = TerraformSources.Read(tree);
            var target = before.Records[index % before.Records.Length];
            var result = Remove(tree, target);
            Assert.That(result, Is.TypeOf<ProvenEdit>(), result.ToString());
            var after = TerraformSources.Read(TerraformCase.Tree(Apply(tree, (ProvenEdit)result)));
            Assert.That(after.Problems, Is.Empty);
            Assert.That(after.Records.Select(r => (r.Address, r.Name)), Is.EqualTo(before.Records.Where(r => r != target).Select(r => (r.Address, r.Name))));
        }, iter: 300);

    static SourceEdit Remove(SourceTree tree, DeclaredRecord record) => TerraformRemoval.Remove(tree, record, TerraformSources.Read(tree).Deployments);

    static string Lines(string text, bool crlf) => crlf ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text;

    static string Block(int i) =>
        $"# record {i}\nresource \"aws_route53_record\" \"r{i}\" {{\n  zone_id = \"Z1\"\n  name = \"name{i}\"\n  type = \"A\"\n  records = [\"192.0.2.{i}\"]\n}}\n";

    static ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Apply(SourceTree tree, ProvenEdit edit) =>
        edit.Edits.Aggregate(tree.Files, (files, file) => files.SetItem(file.Path, TextEdits.Apply(files[file.Path].Span, file.Edits)));

    static string Text(ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> files) =>
        string.Concat(files.Select(f => $"=== {f.Key}\n{Encoding.UTF8.GetString(f.Value.Span)}"));
}
