namespace Fixer.Hcl.Tests;

/// <summary>Every case in every kind of file.</summary>
public class EditCaseTests
{
    static readonly Dictionary<string, Func<string, string>> Variants = new()
    {
        ["LF"] = s => s,
        ["CRLF"] = Crlf,
        ["BOM"] = s => "\ufeff" + s,
        ["CRLF and BOM"] = s => "\ufeff" + Crlf(s),
        ["tabs"] = Tabs,
        ["tabs and CRLF"] = s => Crlf(Tabs(s)),
        ["blocks around"] = s => $"first {{\n  a = 1\n}}\n\n{s}\nlast {{\n  a = 1\n}}\n",
    };

    static IEnumerable<TestCaseData> Matrix() =>
        from edit in EditCase.All
        from variant in Variants
        where !variant.Key.Contains("tabs", StringComparison.Ordinal) || edit.Before.Contains("\n  ", StringComparison.Ordinal)
        where variant.Key != "blocks around" || !IsAboutFileEnds(edit)
        select new TestCaseData(edit, variant.Value).SetArgDisplayNames(edit.Name, variant.Key);

    /// <summary>The results of all cases in all variants.</summary>
    public static IEnumerable<string> Results() =>
        Matrix().Select(data => ((Func<string, string>)data.Arguments[1]!)(((EditCase)data.Arguments[0]!).After));

    [TestCaseSource(nameof(Matrix))]
    public void Edits_OfCase_GiveAfter(object edit, Func<string, string> variant)
    {
        var one = (EditCase)edit;
        var file = Hcl.Parse(variant(one.Before));
        Assert.That(file.Diagnoses(), Is.Empty);
        var result = HclEdits.Apply(file, one.Edits(file));
        Assert.That(result.Text.GetString(new TextSpan(0, result.Text.Length)), Is.EqualTo(variant(one.After)), one.Sentence);
    }

    /// <summary>Whether the start or the end of the file plays a part.</summary>
    static bool IsAboutFileEnds(EditCase edit) =>
        edit.Name.StartsWith("remove-block/", StringComparison.Ordinal) || edit.Name is "set-attribute/top-level" or "set-attribute/top-level-comments" or "remove-all/all-blocks" or "set-attribute/top-level-no-final-newline";

    static string Crlf(string source) => source.Replace("\n", "\r\n", StringComparison.Ordinal);

    static string Tabs(string source) => string.Join('\n', source.Split('\n').Select(line =>
    {
        var text = line.TrimStart(' ');
        var spaces = line.Length - text.Length;
        return new string('\t', spaces / 2) + new string(' ', spaces % 2) + text;
    }));
}
