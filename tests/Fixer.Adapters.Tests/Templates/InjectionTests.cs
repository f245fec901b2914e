using System.Text.Json;
using CsCheck;
using Fixer.Adapters.Templates;
using Fixer.Changes;
using Fixer.Iac;
using Fixer.Inventory;
using Fixer.Ownership;

namespace Fixer.Adapters.Tests.Templates;

/// <summary>No value from outside can do more than be shown.</summary>
sealed class InjectionTests
{
    private const int Many = 5_000;
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private static readonly string[] Tokens =
    [
        "@octocat", "@", "#12", "#", "GH-1", "acme/dns#3", "https://evil.example", "://", "www.evil.example", "WwW.", "<b>", "</details>", "<!--", "-->", "--", ">", "-",
        "`", "``", "```", "````", "\n```\n", "~~~", "\\", "|", "\n", "\r\n", "\r", "\u2028", "\u0085", "\t", " ", "    ", "[x](y)", "![", "*", "_", "1.", "12)", "+", "=", "&amp;", "&#64;",
        "&", "\u202E", "\u200B", "\0", "\ud800", "é", "😀", "a", "Signed-off-by: x", "\n\n# x", "{{ change }}", "{% if %}", "$",
    ];

    private static readonly Gen<string> Hostile = Gen.Frequency(
        (4, Gen.OneOf(Tokens).Array[0, 12].Select(string.Concat)),
        (1, Gen.String));

    [Test]
    public void Escape_AnyValue_LeavesNothingThatMarkdownActsOn() => Hostile.Sample(value =>
    {
        var escaped = MarkdownText.Escape(value);
        var (left, shown) = Read(escaped);
        return left.IndexOfAny([.. "\\`*_[]~#$<>|&\r\n"]) < 0
            && !escaped.Contains("://", StringComparison.Ordinal)
            && !escaped.Contains("www.", StringComparison.OrdinalIgnoreCase)
            && !Followed(shown, '@', c => c != '\u200B')
            && !Followed(shown, '#', char.IsAsciiDigit)
            && (escaped.Length == 0 || !"-+=".Contains(escaped[0]))
            && shown.Replace("\u200B", "") == PlainText.Line(value);
    }, iter: Many);

    [Test]
    public void Code_AnyValue_StaysInsideItsDelimiters() => Hostile.Sample(value =>
    {
        var code = MarkdownText.Code(value);
        if (code == "(none)")
            return PlainText.Line(value).Length == 0;
        var delimiter = code.TakeWhile(c => c == '`').Count();
        var inner = code[delimiter..^delimiter];
        return code.EndsWith(new string('`', delimiter), StringComparison.Ordinal)
            && !inner.Contains(new string('`', delimiter), StringComparison.Ordinal)
            && inner[0] != '`' && inner[^1] != '`'
            && !inner.Contains('\n') && !inner.Contains('\r')
            && (inner == PlainText.Line(value) || inner == $" {PlainText.Line(value)} ");
    }, iter: Many);

    [Test]
    public void Fence_AnyValue_DoesNotEndIt() => Hostile.Sample(value =>
    {
        var lines = MarkdownText.Fence(value, "diff").Split('\n');
        var fence = lines[^1];
        return lines[0] == fence + "diff"
            && fence.Length >= 3 && fence.All(c => c == '`')
            && lines[1..^1].All(l => !l.Contains(fence, StringComparison.Ordinal) && !l.Contains('\r'));
    }, iter: Many);

    [Test]
    public void Marker_AnyValue_IsOneCommentThatReadsBack() => Gen.Select(Hostile, Hostile, Hostile).Sample((change, fingerprint, playbook) =>
    {
        var marker = MarkdownText.Marker(change, fingerprint, playbook);
        var json = marker["<!-- fixer:".Length..^" -->".Length];
        using var read = JsonDocument.Parse(json);
        return !json.Contains("--", StringComparison.Ordinal) && json.IndexOfAny(['<', '>', '\n', '\r']) < 0
            && json[^1] == '}'
            && read.RootElement.GetProperty("change").GetString() == change.Replace('\ud800', '\uFFFD')
            && read.RootElement.GetProperty("playbook").GetString() == playbook.Replace('\ud800', '\uFFFD');
    }, iter: Many);

    [Test]
    public void Line_AnyValue_IsOneLineWithNothingInvisible() => Hostile.Sample(value =>
        !PlainText.Line(value).Any(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u200B' or '\u202E' || char.IsSurrogate(c) && !value.Any(char.IsSurrogate)), iter: Many);

    [Test]
    public void Wrap_AnyValue_KeepsEveryWordAndTheWidth() => Hostile.Sample(value =>
    {
        var line = PlainText.Line(value);
        var wrapped = PlainText.Wrap(line, 4);
        return string.Join(' ', wrapped.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)) == line
            && wrapped.Split('\n').All(l => l.Length <= 72 || !l.Trim().Contains(' '));
    }, iter: Many);

    [Test]
    public void PullRequestBody_AnyValues_KeepTheShapeOfThePage()
    {
        var templates = new LiquidTemplates();
        var plain = Shape(templates.PullRequestBody(Change("value")));
        Hostile.Sample(value => Shape(templates.PullRequestBody(Change(value))).SequenceEqual(plain), iter: 2_000);
    }

    [Test]
    public void CommitMessage_AnyValues_HasOneTrailerAndNoReference()
    {
        var templates = new LiquidTemplates();
        Hostile.Sample(value =>
        {
            var message = templates.CommitMessage(Change(value));
            var lines = message.TrimEnd('\n').Split('\n');
            return lines[0].Length <= 72
                && lines[1].Length == 0
                && lines[^2].Length == 0 && lines[^1].StartsWith("Fixer-Change: ", StringComparison.Ordinal)
                && !message.Contains("://", StringComparison.Ordinal)
                && !Followed(message, '@', c => c is not ('\u200B' or '…'))
                && !Followed(message, '#', char.IsAsciiDigit);
        }, iter: 2_000);
    }

    [Test]
    public void Mails_AnyValues_KeepTheirNumberOfParagraphs()
    {
        var templates = new LiquidTemplates();
        var plain = Paragraphs(templates, "value");
        Hostile.Where(v => PlainText.Line(v).Length > 0).Sample(value => Paragraphs(templates, value) == plain, iter: 300);
    }

    private static (int Handoff, int Digest) Paragraphs(LiquidTemplates templates, string value)
    {
        var handoff = templates.HandoffMail(new Handoff("1", "f", value, new ResourceId("1", "r", "t", value), value, value, value, value), "a@example.com");
        var digest = templates.Digest(new Digest("plan", "a@example.com", [new DigestLine(value, value, value, value, value)]));
        Assert.That((handoff.Subject + digest.Subject).Any(char.IsControl), Is.False);
        return (handoff.Body.Split("\n\n").Length, digest.Body.Split("\n\n").Length);
    }

    // What a reader takes for structure: for each line outside the fence, how it begins and how many cells it has.
    private static List<string> Shape(string body)
    {
        var lines = body.Split('\n').ToList();
        var open = lines.FindIndex(l => l.StartsWith("```", StringComparison.Ordinal) && l.EndsWith("`diff", StringComparison.Ordinal));
        var close = lines.FindIndex(open + 1, l => l == lines[open][..^4]);
        lines.RemoveRange(open, close - open + 1);
        return [.. lines.Select(l => l.StartsWith("<!-- fixer:", StringComparison.Ordinal) ? "marker" : l.Length == 0 ? "" : $"{Start(l)}{l.Count(c => c == '|')}")];
    }

    private static string Start(string line) =>
        line.StartsWith("## ", StringComparison.Ordinal) ? line : line.StartsWith("- ", StringComparison.Ordinal) ? "-" : line[0] == '|' ? "|" : "text";

    private static PullRequestChange Change(string value)
    {
        // A value that shows nothing would leave a line empty that otherwise has text.
        var text = "x" + value;
        return new PullRequestChange(text, text, text, new ResourceId("1", "r", "t", "i"), "acme/dns", "c", [], new PullRequestText(
            text, text, text, text, [text], [new Evidence(EvidenceKind.Source, text, NoPipe(text))], NoPipe(text), NoPipe(text), text, new EditProof(1, 0, [text], [text], [text], true, [text]), text, [text]));
    }

    // Code spans may show a pipe, since none of them stands in a table.
    private static string NoPipe(string text) => text.Replace("|", "", StringComparison.Ordinal);

    private static bool Followed(string text, char c, Func<char, bool> by) =>
        Enumerable.Range(0, Math.Max(0, text.Length - 1)).Any(i => text[i] == c && by(text[i + 1]));

    // A small reading of Markdown's escapes: what is left unescaped, and what a reader sees.
    private static (string Left, string Shown) Read(string escaped)
    {
        string[] entities = ["&amp;", "&lt;", "&gt;", "&#124;", "&#8203;"];
        const string Characters = "&<>|\u200B";
        var (left, shown) = ("", "");
        for (var i = 0; i < escaped.Length; i++)
        {
            var entity = Array.FindIndex(entities, e => escaped.AsSpan(i).StartsWith(e));
            if (entity >= 0)
            {
                shown += Characters[entity];
                i += entities[entity].Length - 1;
            }
            else if (escaped[i] == '\\' && i + 1 < escaped.Length && Punctuation.Contains(escaped[i + 1]))
            {
                shown += escaped[++i];
            }
            else
            {
                left += escaped[i];
                shown += escaped[i];
            }
        }

        return (left, shown);
    }
}
