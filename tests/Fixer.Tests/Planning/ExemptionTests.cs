using Fixer.Findings;
using Fixer.Planning;
using Fixer.Testing;

namespace Fixer.Tests.Planning;

/// <summary>An exemption that ends a day early deletes what somebody was promised to keep; one that covers too much hides what is wrong.</summary>
public sealed class ExemptionTests
{
    private static readonly Finding Www = A.Finding(A.Record("www.example.com", "A", "52.0.0.1"));
    private static readonly DateOnly LastDay = new(2027, 1, 31);

    [TestCase(2027, 1, 30, true, TestName = "the day before the last")]
    [TestCase(2027, 1, 31, true, TestName = "the last day counts")]
    [TestCase(2027, 2, 1, false, TestName = "the day after does not")]
    public void Covering_AroundItsEnd(int year, int month, int day, bool covered) =>
        Assert.That(Exemptions.Covering(Www, [For(Www.Fingerprint)], new DateOnly(year, month, day)) is not null, Is.EqualTo(covered));

    [TestCase("Z1EXAMPLE/www.example.com/A", true, TestName = "the whole id")]
    [TestCase("*/www.example.com/*", true, TestName = "a pattern")]
    [TestCase("z1example/WWW.example.com/a", true, TestName = "case does not count")]
    [TestCase("*", true, TestName = "everything")]
    [TestCase("www.example.com", false, TestName = "a part is not the whole")]
    [TestCase("Z1EXAMPLE/www.example.com/", false, TestName = "a beginning is not the whole")]
    [TestCase("*/www.example.com/AAAA", false, TestName = "another type")]
    [TestCase("*.example.org/*", false, TestName = "another zone")]
    [TestCase("", false, TestName = "nothing")]
    [TestCase("0000000000000000", false, TestName = "another fingerprint")]
    public void Covering_Pattern(string pattern, bool covered) =>
        Assert.That(Exemptions.Covering(Www, [For(pattern)], LastDay) is not null, Is.EqualTo(covered));

    /// <summary>A record called *.example.com is not everything below example.com: a backslash takes the star by its letter.</summary>
    [Test]
    public void Covering_EscapedStar_IsTheWildcardRecordOnly() => Assert.Multiple(() =>
    {
        Assert.That(Exemptions.Covering(A.Finding(A.Record("*.example.com", "A")), [For("Z1EXAMPLE/\\*.example.com/A")], LastDay), Is.Not.Null);
        Assert.That(Exemptions.Covering(Www, [For("Z1EXAMPLE/\\*.example.com/A")], LastDay), Is.Null);
    });

    [Test]
    public void Covering_ExpiredBeforeValid_GoesOnToTheValidOne()
    {
        var refusal = Exemptions.Covering(Www, [For("*") with { Until = LastDay.AddDays(-1) }, For("*") with { Reason = "still needed" }], LastDay);
        Assert.Multiple(() =>
        {
            Assert.That(refusal?.Code, Is.EqualTo(RefusalCode.Exempt));
            Assert.That(refusal?.Message, Is.EqualTo("Exempt until 2027-01-31 by jo@example.com: still needed"));
        });
    }

    private static Exemption For(string finding) => new(finding, "being moved", "jo@example.com", LastDay);
}
