using System.Text;
using CsCheck;
using Fixer.Iac.CloudFormation;

namespace Fixer.Iac.Tests.CloudFormation;

/// <summary>Whatever a template looks like: what is not the target is there afterwards, byte by byte.</summary>
public class RemovalPropertyTests
{
    static readonly Gen<string> Body = Templates.OneOf(
        "    Properties:\n      Name: a.example.com.\n      Type: A\n      ResourceRecords:\n      - 192.0.2.1\n",
        "    Properties:\n      # inner 😀\n      Name: \"ü.example.com\" # behind\n      Type: CNAME\n",
        "    Properties: {Name: !Sub \"${AWS::Region}.x\", Type: A}\n",
        "    Properties:\n      Comment: |\n        # text\n\n        more\n",
        "    Properties:\n      Comment: >-\n        folded\n        text\n      Name: b\n",
        "    DependsOn: []\n    # deep\n");

    static readonly Gen<(string Lead, string Body, string Trail)[]> Entries =
        Gen.Select(Templates.OneOf("", "  # lead\n", "  # two\n  # lines é\n"), Body, Templates.OneOf("", "", "\n", "\n\n"), (lead, body, trail) => (lead, body, trail)).Array[2, 6];

    static string Key(int i) => $"  R{i}:\n    Type: AWS::Route53::RecordSet\n";

    [Test]
    public void Remove_AnyResource_LeavesTheOthersAsTheyAre() =>
        Gen.Select(Entries, Gen.Int[0, 5], Gen.Bool, Gen.Bool, Templates.OneOf("", "Outputs:\n  O:\n    Value: x\n"), Gen.Bool).Sample((entries, pick, crlf, bom, tail, newline) =>
        {
            var at = pick % entries.Length;
            var text = (bom ? "\uFEFF" : "") + "Resources:\n" + string.Concat(entries.Select((e, i) => e.Lead + Key(i) + e.Body + e.Trail)) + tail;
            if (!newline)
                text = text.TrimEnd('\n');
            string Breaks(string s) => crlf ? s.Replace("\n", "\r\n") : s;
            var tree = Templates.Tree(Breaks(text));
            var record = Templates.RecordAt(tree, $"R{at}");

            var outcome = CloudFormationRemoval.Remove(tree, record);

            Assert.That(outcome, Is.TypeOf<ProvenEdit>(), outcome + "\n" + text);
            var result = Templates.Apply(tree, (ProvenEdit)outcome);
            var after = Encoding.UTF8.GetString(result.Files[Templates.Path].Span);
            for (var i = 0; i < entries.Length; i++)
            {
                var whole = Breaks((entries[i].Lead + Key(i) + entries[i].Body).TrimEnd('\n'));
                Assert.That(after.Contains(whole, StringComparison.Ordinal), Is.EqualTo(i != at), $"R{i} of\n{text}");
            }

            Assert.That(after, Does.EndWith(Breaks(tail.TrimEnd('\n')) + (newline && tail.Length > 0 ? Breaks("\n") : "")));
            Assert.That(after.Split('\n').Count(l => l.Contains("# lead", StringComparison.Ordinal)), Is.EqualTo(entries.Where((_, i) => i != at).Count(e => e.Lead == "  # lead\n")));
            Assert.That((CloudFormationRemoval.Remove(result, record) as EditRefusal)?.Code, Is.EqualTo(EditRefusalCode.DeclarationNotFound));
        }, iter: 3_000);

    [Test]
    public void Remove_AnyJsonResource_LeavesTheOthersAsTheyAre() =>
        Gen.Select(Gen.Int[2, 6], Gen.Int[0, 5], Templates.OneOf("", " ", "\n  ", "\r\n\t", "\n\n"), Templates.OneOf("", " ", "\n"), Gen.Bool).Sample((count, pick, afterComma, beforeComma, bom) =>
        {
            string Entry(int i) => $"\"R{i}\":{beforeComma}{{\"Type\":\"AWS::Route53::RecordSet\",\"Properties\":{{\"Name\":\"\\ud83d\\ude00{i}ü\"}}}}";
            string Json(IEnumerable<int> ids) => (bom ? "\uFEFF" : "") + $"{{\"Resources\":{{{afterComma}" + string.Join(beforeComma + "," + afterComma, ids.Select(Entry)) + beforeComma + "}}";
            var at = pick % count;
            var tree = Templates.Tree(Json(Enumerable.Range(0, count)), "t.json");

            var outcome = CloudFormationRemoval.Remove(tree, Templates.RecordAt(tree, $"R{at}"));

            Assert.That(outcome, Is.TypeOf<ProvenEdit>(), outcome.ToString());
            var after = Encoding.UTF8.GetString(Templates.Apply(tree, (ProvenEdit)outcome).Files["t.json"].Span);
            Assert.That(after, Is.EqualTo(Json(Enumerable.Range(0, count).Where(i => i != at))));
        }, iter: 2_000);

    [Test]
    public void Remove_DamagedCase_NeverThrows()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Cases", "cloudformation"), "*", SearchOption.AllDirectories)
            .Where(f => f.Contains("before", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[0, 2000], Gen.Int[0, 12], Templates.OneOf("", " ", "\n", "  ", "#", "&a ", "*a", "<<: ", "{", "}", "[", "]", "- ", "\"", "'", "|", "\t", "\r", "? ", ": ", "...\n", "---\n", "é😀", "\0")).Sample((file, at, cut, insert) =>
        {
            var bytes = files[file];
            at %= bytes.Length;
            byte[] damaged = [.. bytes[..at], .. Encoding.UTF8.GetBytes(insert), .. bytes[Math.Min(bytes.Length, at + cut)..]];
            var tree = Templates.Tree(("t.yaml", damaged));
            foreach (var record in CloudFormationSources.Read(tree).Records)
            {
                var outcome = CloudFormationRemoval.Remove(tree, record);
                if (outcome is ProvenEdit edit)
                    Assert.That(CloudFormationSources.Read(Templates.Apply(tree, edit)).Records, Has.Length.EqualTo(CloudFormationSources.Read(tree).Records.Length - 1));
            }
        }, iter: 10_000);
    }

    [Test]
    public void Remove_GroupItemWhoseIndexMoved_IsNotFound()
    {
        var tree = Templates.Tree("Resources:\n  G:\n    Type: AWS::Route53::RecordSetGroup\n    Properties:\n      RecordSets:\n        - {Name: a, Type: A}\n        - {Name: b, Type: A}\n        - {Name: c, Type: A}\n");
        var record = Templates.RecordAt(tree, "G[0]");
        var once = Templates.Apply(tree, (ProvenEdit)CloudFormationRemoval.Remove(tree, record));

        Assert.That((CloudFormationRemoval.Remove(once, record) as EditRefusal)?.Code, Is.EqualTo(EditRefusalCode.DeclarationNotFound));
    }
}
