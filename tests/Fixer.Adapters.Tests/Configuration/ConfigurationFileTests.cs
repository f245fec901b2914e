using System.Text;
using CsCheck;
using Fixer.Adapters.Configuration;
using Fixer.Planning;
using Fixer.Testing;

namespace Fixer.Adapters.Tests.Configuration;

/// <summary>
/// A setting that is misread is a limit that does not hold. Whatever the file says, it is understood wholly, or refused with the place and what is allowed.
/// </summary>
public sealed class ConfigurationFileTests
{
    private const string Good = "organization: {embedded: org.json}\nsources: {embedded: repos}\nnotify: {folder: mails, from: fixer@example.com}\n";

    // The text after the three good lines, unless it begins with "!", and what is said about it.
    private static readonly (string Why, string Text, string[] Said)[] Wrong =
    [
        ("a key that does not exist lists those that do", "people: {emailDomain: [example.com]}",
            ["4:10: error CFG002: people has no key 'emailDomain'; allowed: emailDomains."]),
        ("at the top, too", "playbook: {}",
            ["4:1: error CFG002: fixer.yaml has no key 'playbook'; allowed: organization, people, sources, playbooks, exemptions, notify, store."]),
        ("keys have a case", "Store: sqlite:x",
            ["4:1: error CFG002: fixer.yaml has no key 'Store'; allowed: organization, people, sources, playbooks, exemptions, notify, store."]),
        ("a playbook that does not exist", "playbooks: {dns-dangling: {mode: enforce}}",
            ["4:13: error CFG002: playbooks has no key 'dns-dangling'; allowed: dns-dangling-record."]),
        ("a limit nobody reads is worse than none", "playbooks: {dns-dangling-record: {maxChanges: 1}}",
            ["4:35: error CFG002: playbooks.dns-dangling-record has no key 'maxChanges'; allowed: mode, maxChangesPerRun."]),
        ("a mode that does not exist", "playbooks: {dns-dangling-record: {mode: on}}",
            ["4:41: error CFG003: playbooks.dns-dangling-record.mode must be one of: report, enforce."]),
        ("a mode by its number", "playbooks: {dns-dangling-record: {mode: 1}}",
            ["4:41: error CFG003: playbooks.dns-dangling-record.mode must be one of: report, enforce."]),
        ("a cap of nothing", "playbooks: {dns-dangling-record: {maxChangesPerRun: 0}}",
            ["4:53: error CFG003: playbooks.dns-dangling-record.maxChangesPerRun must be a whole number from 1."]),
        ("a cap below nothing", "playbooks: {dns-dangling-record: {maxChangesPerRun: -5}}",
            ["4:53: error CFG003: playbooks.dns-dangling-record.maxChangesPerRun must be a whole number from 1."]),
        ("a cap beyond all numbers", "playbooks: {dns-dangling-record: {maxChangesPerRun: 99999999999}}",
            ["4:53: error CFG003: playbooks.dns-dangling-record.maxChangesPerRun must be a whole number from 1."]),
        ("a cap that is no number", "playbooks: {dns-dangling-record: {maxChangesPerRun: many}}",
            ["4:53: error CFG003: playbooks.dns-dangling-record.maxChangesPerRun must be a whole number from 1."]),
        ("a playbook without settings", "playbooks: {dns-dangling-record: enforce}",
            ["4:34: error CFG003: playbooks.dns-dangling-record must be a mapping with mode, maxChangesPerRun."]),
        ("a section left empty", "playbooks:",
            ["4:11: error CFG003: playbooks must be a mapping with dns-dangling-record."]),
        ("a list that is none", "exemptions: {finding: x}",
            ["4:13: error CFG003: exemptions must be a list."]),
        ("an exemption that does not say why, who and until when", "exemptions:\n- finding: \"*\"",
            ["5:3: error CFG004: exemption lacks 'reason'.", "5:3: error CFG004: exemption lacks 'owner'.", "5:3: error CFG004: exemption lacks 'until'."]),
        ("an exemption without an end", "exemptions:\n- {finding: x, reason: r, owner: o, until: never}",
            ["5:44: error CFG003: exemption.until must be a date as yyyy-MM-dd; every exemption ends."]),
        ("a day that does not exist", "exemptions:\n- {finding: x, reason: r, owner: o, until: 2027-02-30}",
            ["5:44: error CFG003: exemption.until must be a date as yyyy-MM-dd; every exemption ends."]),
        ("a date in another country's order", "exemptions:\n- {finding: x, reason: r, owner: o, until: 31.01.2027}",
            ["5:44: error CFG003: exemption.until must be a date as yyyy-MM-dd; every exemption ends."]),
        ("an exemption that is a word", "exemptions: [x]",
            ["4:14: error CFG003: exemption must be a mapping with finding, reason, owner, until."]),
        ("domains that would make everybody an employee", "people: {emailDomains: [\"\", com, ., .com, \"@example.com\", \"exa mple.com\", []]}",
            [.. new[] { 25, 29, 34, 37, 43, 59, 75 }.Select(c => $"4:{c}: error CFG003: people.emailDomains lists domains, such as example.com.")]),
        ("a store that is not built in", "store: Host=db",
            ["4:8: error CFG003: store must be sqlite:PATH."]),
        ("a store without a path", "store: \"sqlite:\"",
            ["4:8: error CFG003: store must be sqlite:PATH."]),
        ("several errors are told at once, in the order of the file", "store: x\nexemptions: x\nplaybook: x",
            [
                "4:8: error CFG003: store must be sqlite:PATH.",
                "5:13: error CFG003: exemptions must be a list.",
                "6:1: error CFG002: fixer.yaml has no key 'playbook'; allowed: organization, people, sources, playbooks, exemptions, notify, store.",
            ]),
        ("a key twice", "store: sqlite:a\nstore: sqlite:b",
            ["5:1: error CFG001: This is not YAML: Duplicate key store"]),
        ("a second document", "---\nplaybooks: {}",
            ["4:1: error CFG001: The file has a second document, which would not be read."]),
        ("an alias", "store: &s sqlite:a\nexemptions: *s",
            ["5:13: error CFG001: Aliases such as *s are not read: write the value out."]),
        ("a key with control characters does not reach the terminal", "\"\\e[31mred\\n\": 1",
            ["4:1: error CFG002: fixer.yaml has no key '?[31mred?'; allowed: organization, people, sources, playbooks, exemptions, notify, store."]),
        ("nothing is hidden behind a NUL", "# \0\nplaybooks: {dns-dangling-record: {maxChangesPerRun: 1}}",
            ["4:3: error CFG001: The file holds a control character."]),
        ("a key that is no text", "? [a, b]\n: 1",
            ["4:3: error CFG002: fixer.yaml has no key that is no text; allowed: organization, people, sources, playbooks, exemptions, notify, store."]),

        ("nothing", "!", ["1:1: error CFG001: The file is empty; it needs at least organization, sources and notify."]),
        ("nothing but a comment", "!# later\n", ["1:1: error CFG001: The file is empty; it needs at least organization, sources and notify."]),
        ("a list at the top", "!- a\n", ["1:1: error CFG003: fixer.yaml must be a mapping with organization, people, sources, playbooks, exemptions, notify, store."]),
        ("sections that are missing", "!store: sqlite:x\n",
            ["1:1: error CFG004: fixer.yaml lacks 'organization'.", "1:1: error CFG004: fixer.yaml lacks 'sources'.", "1:1: error CFG004: fixer.yaml lacks 'notify'."]),
        ("values that are missing", "!organization: {}\nsources: {embedded: }\nnotify: {folder: ~, from: \"\"}\n",
            [
                "1:15: error CFG004: organization lacks 'embedded'.",
                "2:21: error CFG003: sources.embedded must be a text of one line.",
                "3:18: error CFG003: notify.folder must be a text of one line.",
                "3:27: error CFG003: notify.from must be a text of one line.",
            ]),
        ("values of another type", "!organization: x\nsources: {embedded: [a]}\nnotify: {folder: \"a\\0b\", from: \"a@b.c\\r\\nBcc: d\"}\n",
            [
                "1:15: error CFG003: organization must be a mapping with embedded.",
                "2:21: error CFG003: sources.embedded must be a text of one line.",
                "3:18: error CFG003: notify.folder must be a text of one line.",
                "3:32: error CFG003: notify.from must be a text of one line.",
            ]),
        ("a text that does not end", "!organization: {embedded: \"x", ["1:26: error CFG001: This is not YAML: While scanning a quoted scalar, found unexpected end of stream."]),
        ("a tab for indentation", "!organization:\n\tembedded: x\n", ["2:1: error CFG001: This is not YAML: While scanning a mapping, found invalid tab as indentation."]),
        ("nested without end, in flow", "!" + new string('[', 100_000), ["1:21: error CFG001: The file is nested more than 20 levels deep."]),
        ("nested without end, in blocks", "!" + string.Concat(Enumerable.Repeat("- ", 100_000)), ["1:41: error CFG001: The file is nested more than 20 levels deep."]),
        ("nested without end, in keys", "!" + string.Concat(Enumerable.Repeat("? ", 50_000)), ["1:41: error CFG001: The file is nested more than 20 levels deep."]),
        ("a billion laughs", "!a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n", ["2:8: error CFG001: Aliases such as *a are not read: write the value out."]),
        ("a text that holds itself", "!&a\n? *a\n: x\n", ["2:3: error CFG001: Aliases such as *a are not read: write the value out."]),
    ];

    [TestCaseSource(nameof(WrongCases))]
    public void Read_WrongFile_SaysWhereAndWhatIsAllowed(string text, string[] said)
    {
        var result = Read(text);
        Assert.Multiple(() =>
        {
            Assert.That(result.Configuration, Is.Null, "half a configuration is none");
            Assert.That(result.Diagnostics.Select(d => d.ToString()), Is.EqualTo(said.Select(s => $"fixer.yaml:{s}")));
        });
    }

    [Test]
    public void Read_Minimal_HasSafeDefaults()
    {
        var configuration = Read(Good).Configuration!;
        Assert.Multiple(() =>
        {
            Assert.That(Path.GetFileName(configuration.StorePath), Is.EqualTo("fixer.db"));
            Assert.That(configuration.MailSender, Is.EqualTo("fixer@example.com"));
            Assert.That(configuration.Settings.For("dns-dangling-record"), Is.EqualTo(new PlaybookSettings(PlaybookMode.Report, 20)), "nothing is changed that nobody enabled");
            Assert.That(configuration.Settings.Exemptions, Is.Empty);
            Assert.That(configuration.Settings.EmployeeEmailDomains, Is.Empty, "nobody is an employee by default");
        });
    }

    [Test]
    public void Read_Everything_IsUnderstood()
    {
        var configuration = Read(Good + """
            people:
              emailDomains: [example.com, "example.co.uk"]
            playbooks:
              dns-dangling-record: {mode: enforce, maxChangesPerRun: 5}
            exemptions:
            - finding: "*/www.example.com/*"
              reason: >
                Moves
                soon.
              owner: jo@example.com
              until: 2027-01-31
            store: sqlite:data/store.db
            """).Configuration!;
        Assert.Multiple(() =>
        {
            Assert.That(configuration.Settings.EmployeeEmailDomains, Is.EqualTo(new[] { "example.com", "example.co.uk" }));
            Assert.That(configuration.Settings.For("dns-dangling-record"), Is.EqualTo(new PlaybookSettings(PlaybookMode.Enforce, 5)));
            Assert.That(configuration.Settings.Exemptions, Is.EqualTo(new[] { new Exemption("*/www.example.com/*", "Moves soon.", "jo@example.com", new DateOnly(2027, 1, 31)) }));
        });
    }

    [Test]
    public void Read_RelativePaths_AreRelativeToTheFile()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("fixer.yaml"), Good + "store: sqlite:data/store.db\n");
        var configuration = ConfigurationFile.Read(folder.File("fixer.yaml"), ["dns-dangling-record"]).Configuration!;
        Assert.Multiple(() =>
        {
            Assert.That(configuration.OrganizationFile, Is.EqualTo(folder.File("org.json")));
            Assert.That(configuration.RepositoriesFolder, Is.EqualTo(folder.File("repos")));
            Assert.That(configuration.MailFolder, Is.EqualTo(folder.File("mails")));
            Assert.That(configuration.StorePath, Is.EqualTo(folder.File("data/store.db")));
        });
    }

    [TestCase("\uFEFF", "\n", TestName = "a byte order mark")]
    [TestCase("", "\r\n", TestName = "Windows line endings")]
    public void Read_AnotherEditorsFile_IsTheSame(string mark, string newLine) =>
        Assert.That(Read(mark + Good.Replace("\n", newLine, StringComparison.Ordinal)).Diagnostics, Is.Empty);

    [Test]
    public void Read_NoUtf8_SaysSo()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("fixer.yaml"), [.. Encoding.UTF8.GetBytes(Good), 0xFF, 0xFE]);
        Assert.That(Read(folder).Diagnostics.Single().Message, Is.EqualTo("The file cannot be read: it is not UTF-8."));
    }

    [Test]
    public void Read_MissingFile_FolderOrEmptyPath_SaysSo()
    {
        using var folder = new TemporaryFolder();
        Assert.Multiple(() =>
        {
            foreach (var path in new[] { folder.File("missing.yaml"), folder.Path, "" })
            {
                var diagnostic = ConfigurationFile.Read(path, []).Diagnostics.Single();
                Assert.That(diagnostic.ToString(), Does.StartWith($"{path}:1:1: error CFG001: The file cannot be read: "));
            }
        });
    }

    /// <summary>Whatever stands in the file: a configuration or diagnostics, never both, never neither, never an exception.</summary>
    [Test]
    public void Read_AnyText_IsAConfigurationOrDiagnostics()
    {
        using var folder = new TemporaryFolder();
        Gen.OneOf(
                Gen.OneOf("organization", "embedded", "playbooks", ": ", "{", "}", "[", "]", "- ", "\n", "\n  ", "&a ", "*a", "|", ">", "\"", "'", "?", "!", "#", "---", "\t", "~", ",", "%", "<<").Array[0, 25].Select(string.Concat),
                Gen.Select(Gen.Int[0, Good.Length], Gen.OneOf(Gen.String[0, 3], Gen.OneOf("{", "[", "*x", "&y ", ": ", "\t", "\0")), (at, text) => Good.Insert(at, text)))
            .Sample(
                text =>
                {
                    File.WriteAllText(folder.File("fixer.yaml"), text);
                    var result = Read(folder);
                    return (result.Configuration is null) == !result.Diagnostics.IsEmpty && result.Diagnostics.All(d => d is { Line: >= 1, Column: >= 1 });
                },
                iter: 1500,
                threads: 1);
    }

    private static IEnumerable<TestCaseData> WrongCases() => Wrong.Select(w => new TestCaseData(w.Text.StartsWith('!') ? w.Text[1..] : Good + w.Text, w.Said).SetName(w.Why));

    private static ConfigurationResult Read(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("fixer.yaml"), text);
        return Read(folder);
    }

    private static ConfigurationResult Read(TemporaryFolder folder)
    {
        var result = ConfigurationFile.Read(folder.File("fixer.yaml"), ["dns-dangling-record"]);
        return result with { Diagnostics = [.. result.Diagnostics.Select(d => d with { Path = "fixer.yaml" })] };
    }
}
