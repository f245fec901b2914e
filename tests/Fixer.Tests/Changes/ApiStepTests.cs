using System.Diagnostics;
using System.Text.Json.Nodes;
using CsCheck;
using Fixer.Changes;
using Fixer.Inventory;
using Fixer.Testing;

namespace Fixer.Tests.Changes;

/// <summary>A step must undo exactly, and its command line must be safe to paste: record values come from whoever may write to a zone.</summary>
public sealed class ApiStepTests
{
    private static readonly string[] Hostile =
    [
        "'; rm -rf / #", "$(reboot)", "`reboot`", "\"; echo x; \"", "a\nb", "a\r\nb", "\\", "\\'", "'", "''", "!!", "*", "%s", "é\u2028ü", "\u0001", "-n", "${HOME}", "\t",
    ];

    private static readonly RecordSet Plain = A.Record("www.example.com", "A", "52.0.0.1");

    [Test]
    public void Inverse_OfTheInverse_IsTheStep()
    {
        foreach (var record in new[] { Plain, Plain.Weighted("blue"), A.Alias("www.example.com", "A", "s3-website-us-east-1.amazonaws.com") })
        {
            Assert.Multiple(() =>
            {
                Assert.That(new DeleteRecordSet(record).Inverse, Is.EqualTo(new CreateRecordSet(record)), "what was deleted comes back exactly");
                Assert.That(new DeleteRecordSet(record).Inverse.Inverse, Is.EqualTo(new DeleteRecordSet(record)));
                Assert.That(new CreateRecordSet(record).Inverse.Inverse, Is.EqualTo(new CreateRecordSet(record)));
            });
        }
    }

    private static IEnumerable<ApiStep> Others()
    {
        var role = new PolicyHolder(PolicyHolderKind.Role, "it's");
        yield return new DisableDistribution("222222222222", "E1", "ab");
        yield return new ReplacePolicyDocument("222222222222", "arn:aws:iam::222222222222:policy/p", "{}", "{ }");
        yield return new AttachPolicy("222222222222", role, "arn:aws:iam::aws:policy/AWSDenyAll");
    }

    [TestCaseSource(nameof(Others))]
    public void Inverse_OfOtherSteps_IsAnotherAndItsInverseTheStep(ApiStep step) => Assert.Multiple(() =>
    {
        Assert.That(step.Inverse, Is.Not.EqualTo(step));
        Assert.That(step.Inverse.Inverse, Is.EqualTo(step));
        Assert.That(step.AccountId, Is.EqualTo("222222222222"));
    });

    [Test]
    public void CommandLine_OfOtherSteps_AreAwsCommands() => Assert.That(Others().Concat(Others().Select(s => s.Inverse)).Select(s => s.CommandLine), Is.EqualTo(new[]
    {
        Switched("false"),
        "aws iam create-policy-version --policy-arn 'arn:aws:iam::222222222222:policy/p' --policy-document '{ }' --set-as-default",
        @"aws iam attach-role-policy --role-name 'it'\''s' --policy-arn 'arn:aws:iam::aws:policy/AWSDenyAll'",
        Switched("true"),
        "aws iam create-policy-version --policy-arn 'arn:aws:iam::222222222222:policy/p' --policy-document '{}' --set-as-default",
        @"aws iam detach-role-policy --role-name 'it'\''s' --policy-arn 'arn:aws:iam::aws:policy/AWSDenyAll'",
    }));

    private static string Switched(string enabled) =>
        "id='E1'; settings=$(aws cloudfront get-distribution-config --id \"$id\") && aws cloudfront update-distribution --id \"$id\""
        + " --if-match \"$(jq -r .ETag <<<\"$settings\")\" --distribution-config \"$(jq '.DistributionConfig + {Enabled: " + enabled + "}' <<<\"$settings\")\"";

    [Test]
    public void CommandLine_PlainRecord_IsTheAwsCommand() => Assert.That(
        new DeleteRecordSet(Plain).CommandLine,
        Is.EqualTo("""aws route53 change-resource-record-sets --hosted-zone-id 'Z1EXAMPLE' --change-batch '{"Changes":[{"Action":"DELETE","ResourceRecordSet":{"Name":"www.example.com.","Type":"A","TTL":300,"ResourceRecords":[{"Value":"52.0.0.1"}]}}]}'"""));

    [TestCase("weighted", "10", "\"Weight\":10")]
    [TestCase("latency", "eu-west-1", "\"Region\":\"eu-west-1\"")]
    [TestCase("failover", "PRIMARY", "\"Failover\":\"PRIMARY\"")]
    [TestCase("multivalue", "", "\"MultiValueAnswer\":true")]
    [TestCase("geolocation", "{\"CountryCode\":\"*\"}", "\"GeoLocation\":{\"CountryCode\":\"*\"}")]
    [TestCase("geoproximity", "{\"Bias\":5}", "\"GeoProximityLocation\":{\"Bias\":5}")]
    [TestCase("cidr", "{\"CollectionId\":\"c\"}", "\"CidrRoutingConfig\":{\"CollectionId\":\"c\"}")]
    public void CommandLine_RoutingPolicy_IsInAwssWords(string policy, string value, string expected) => Assert.That(
        new DeleteRecordSet(Plain with { Routing = new RoutingPolicy("blue", policy, value, "check-1") }).CommandLine,
        Does.Contain(expected).And.Contain("\"SetIdentifier\":\"blue\"").And.Contain("\"HealthCheckId\":\"check-1\""));

    [Test]
    public void CommandLine_Alias_HasNeitherTtlNorValues()
    {
        var line = new CreateRecordSet(A.Alias("www.example.com", "A", "s3-website-us-east-1.amazonaws.com")).CommandLine;
        Assert.That(line, Does.Contain("\"AliasTarget\":{\"HostedZoneId\":\"Z3AQBSTGFYJSTF\",\"DNSName\":\"s3-website-us-east-1.amazonaws.com\",\"EvaluateTargetHealth\":false}")
            .And.Not.Contain("TTL").And.Not.Contain("ResourceRecords").And.Contain("CREATE"));
    }

    /// <summary>A value that no policy of Route 53 has must not keep a plan from being shown.</summary>
    [Test]
    public void CommandLine_WeightThatIsNoNumber_DoesNotThrow() => Assert.That(() => new DeleteRecordSet(Plain.Weighted("blue", "heavy")).CommandLine, Throws.Nothing);

    [Test]
    public void CommandLine_AnyText_IsOneArgumentWithTheWholeText() =>
        Gen.Select(Gen.OneOf(Gen.OneOf(Hostile), Gen.String), Gen.OneOf(Hostile)).Sample((value, zone) =>
        {
            var words = Words(new DeleteRecordSet(Plain with { ZoneId = zone, Values = [value] }).CommandLine);
            return words.Count == 7 && words[4] == zone && SetOf(words[6])["ResourceRecords"]![0]!["Value"]!.GetValue<string>() == Visible(value);
        });

    /// <summary>Not only by this file's reading of POSIX quoting: a real shell, if there is one.</summary>
    [Test]
    public void CommandLine_InARealShell_RunsNothingAndKeepsEveryByte()
    {
        using var folder = new TemporaryFolder();
        var record = Plain with { Name = "x'; touch owned; echo '", ZoneId = "Z1'$(touch owned)'", Values = [.. Hostile, "'; touch owned #", "$(touch owned)", "`touch owned`"] };
        var line = new DeleteRecordSet(record).CommandLine;

        var start = new ProcessStartInfo(Tool.Find("sh")) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("aws() { printf '%s\\0' \"$@\"; }; " + line);
        using var shell = Process.Start(start)!;
        var arguments = shell.StandardOutput.ReadToEnd().Split('\0');
        shell.WaitForExit();

        Assert.Multiple(() =>
        {
            Assert.That(shell.ExitCode, Is.Zero);
            Assert.That(Directory.EnumerateFiles(folder.Path), Is.Empty, "nothing in the record was run");
            Assert.That(arguments[..^1], Is.EqualTo(Words(line)[1..]), "the shell reads it as this test does");
            Assert.That(SetOf(arguments[5])["ResourceRecords"]!.AsArray().Select(v => v!["Value"]!.GetValue<string>()), Is.EqualTo(record.Values));
        });
    }

    private static JsonNode SetOf(string batch) => JsonNode.Parse(batch)!["Changes"]![0]!["ResourceRecordSet"]!;

    // Half a surrogate pair is no text; JSON writes the replacement character for it.
    private static string Visible(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Splits as a POSIX shell does, as far as single quotes and backslashes outside of them go.</summary>
    private static List<string> Words(string line)
    {
        List<string> words = [];
        var (word, quoted, any) = (new System.Text.StringBuilder(), false, false);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '\'')
                (quoted, any) = (!quoted, true);
            else if (quoted)
                word.Append(c);
            else if (c == '\\')
                word.Append(line[++i]);
            else if (c != ' ')
                word.Append(c);
            else if (any || word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
                any = false;
            }
        }

        words.Add(word.ToString());
        return words;
    }
}
