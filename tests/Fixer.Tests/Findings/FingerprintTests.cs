using CsCheck;
using Fixer.Findings;
using Fixer.Testing;

namespace Fixer.Tests.Findings;

/// <summary>Branches, exemptions, journal and ledger go by fingerprints: they must be the same for ever, and different for different things.</summary>
public sealed class FingerprintTests
{
    /// <summary>SHA-256 over (length, UTF-8) pairs, worked out apart from this code. Another value would orphan every branch and exemption there is.</summary>
    [TestCase("4ab29ad314055dfd", "dns-dangling-record", "111111111111", "global", "route53:recordset", "Z1EXAMPLE/www.example.com/A")]
    public void Of_KnownParts_HasTheKnownValue(string expected, params string[] parts) => Assert.That(Fingerprint.Of(parts), Is.EqualTo(expected));

    [Test]
    public void Of_AFinding_CoversPlaybookAndResourceAndNothingElse()
    {
        var record = A.Record("www.example.com", "A");
        var finding = A.Finding(record);
        Assert.Multiple(() =>
        {
            Assert.That(finding.Fingerprint, Is.EqualTo(Fingerprint.Of("dns-dangling-record", A.Team, "global", "route53:recordset", "Z1EXAMPLE/www.example.com/A")));
            Assert.That((finding with { Title = "other words", Facts = [], Severity = Severity.Hygiene, Target = "x" }).Fingerprint, Is.EqualTo(finding.Fingerprint));
            Assert.That((finding with { Playbook = "other" }).Fingerprint, Is.Not.EqualTo(finding.Fingerprint));
            Assert.That((finding with { Resource = (record with { AccountId = A.OtherTeam }).Resource }).Fingerprint, Is.Not.EqualTo(finding.Fingerprint));
        });
    }

    [Test]
    public void Of_PartsCutElsewhereOrInAnotherOrder_Differs() => Assert.Multiple(() =>
    {
        Assert.That(Fingerprint.Of("ab", "c"), Is.Not.EqualTo(Fingerprint.Of("a", "bc")));
        Assert.That(Fingerprint.Of("ab", "c"), Is.Not.EqualTo(Fingerprint.Of("abc")));
        Assert.That(Fingerprint.Of("a", ""), Is.Not.EqualTo(Fingerprint.Of("", "a")));
        Assert.That(Fingerprint.Of("a", "b"), Is.Not.EqualTo(Fingerprint.Of("b", "a")));
        Assert.That(Fingerprint.Of(), Is.Not.EqualTo(Fingerprint.Of("")));
    });

    [Test]
    public void Of_AnyTwoListsOfParts_IsTheSameExactlyWhenTheyAre() =>
        Gen.Select(Gen.String[Gen.Char["ab\0"], 0, 3].Array[0, 3], Gen.String[Gen.Char["ab\0"], 0, 3].Array[0, 3])
            .Sample((a, b) => (Fingerprint.Of(a) == Fingerprint.Of(b)) == a.SequenceEqual(b, StringComparer.Ordinal));

    /// <summary>It is part of branch names and of tag values.</summary>
    [Test]
    public void Of_Anything_IsSixteenLowerCaseHexadecimalDigits() =>
        Gen.String.Sample(text => Fingerprint.Of(text).Length == Fingerprint.Length && Fingerprint.Of(text).All(char.IsAsciiHexDigitLower));
}
