using Fixer.Changes;
using Fixer.Findings;
using Fixer.Testing;

namespace Fixer.Tests.Changes;

/// <summary>Tag values are refused by some services for a character that others take: one bad value and the zone's ledger is gone.</summary>
public sealed class LedgerEntryTests
{
    /// <summary>Letters, digits, space and these, up to 256 characters (AWS, Tagging best practices).</summary>
    private const string Allowed = "+-=._:/@ ";

    [Test]
    public void TagValue_HasTheAgreedForm() => Assert.That(
        Entry(LedgerState.Remediated, "4ab29ad314055dfd-1").TagValue, Is.EqualTo("remediated/2026-11-23/4ab29ad314055dfd-1"));

    /// <summary>The references that the product writes: change ids, refusal names, and counts.</summary>
    [Test]
    public void TagValue_AnyStateAndReference_HasOnlyCharactersThatEveryServiceTakes()
    {
        string[] references = ["", "12-records", Change.IdOf(Fingerprint.Of("x"), 12), .. Enum.GetNames<RefusalCode>()];
        Assert.Multiple(() =>
        {
            foreach (var state in Enum.GetValues<LedgerState>())
            {
                foreach (var value in references.Select(r => Entry(state, r).TagValue))
                    Assert.That(value.Length <= 256 && value.All(c => char.IsAsciiLetterOrDigit(c) || Allowed.Contains(c)), value);
            }
        });
    }

    private static LedgerEntry Entry(LedgerState state, string reference) =>
        new("4ab29ad314055dfd", "dns-dangling-record", A.Record("www.example.com", "A").Resource, state, new DateOnly(2026, 11, 23), reference);
}
