using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Fixer.Hcl;
using Fixer.Iac.CloudFormation;

namespace Fixer.Iac.Tests.CloudFormation;

/// <summary>Short ways to say what a repository holds and what reading or editing it yields.</summary>
static class Templates
{
    public const string Path = "template.yaml";

    public static SourceTree Tree(params (string Path, byte[] Bytes)[] files) =>
        new("acme/dns", new string('0', 40), files.ToImmutableSortedDictionary(f => f.Path, f => (ReadOnlyMemory<byte>)f.Bytes, StringComparer.Ordinal));

    public static SourceTree Tree(string text, string path = Path) => Tree((path, Encoding.UTF8.GetBytes(text)));

    public static SourceReading Read(string text, string path = Path) => CloudFormationSources.Read(Tree(text, path));

    public static DeclaredRecord TheRecord(string text) => Read(text).Records.Single();

    public static TemplateParse Parse(string text) => CloudFormationTemplate.Parse(Path, Encoding.UTF8.GetBytes(text));

    /// <summary>The declaration at an address, or one that is not there any more.</summary>
    public static DeclaredRecord RecordAt(SourceTree tree, string address) =>
        CloudFormationSources.Read(tree).Records.FirstOrDefault(r => r.Address == address)
        ?? new DeclaredRecord(SourceKind.CloudFormation, address, new SourceLocation(tree.Files.Keys.First(), 1, 1), null, null, null, null, null, null, [], []);

    public static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    public static SourceTree Apply(SourceTree tree, ProvenEdit edit) => tree with
    {
        Files = edit.Edits.Aggregate(tree.Files, (files, e) => files.SetItem(e.Path, TextEdits.Apply(files[e.Path].Span, e.Edits))),
    };
}
