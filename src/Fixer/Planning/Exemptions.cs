using System.Collections.Immutable;
using System.IO.Enumeration;
using Fixer.Findings;

namespace Fixer.Planning;

/// <summary>The one gate for exemptions, in front of every trigger.</summary>
public static class Exemptions
{
    /// <summary>The refusal of the first exemption that covers <paramref name="finding"/> and holds on <paramref name="today"/>; null if none does.</summary>
    public static Refusal? Covering(Finding finding, ImmutableArray<Exemption> exemptions, DateOnly today)
    {
        foreach (var exemption in exemptions)
        {
            if (today <= exemption.Until && Covers(exemption, finding))
                return new Refusal(RefusalCode.Exempt, $"Exempt until {exemption.Until:yyyy-MM-dd} by {exemption.Owner}: {exemption.Reason}");
        }

        return null;
    }

    private static bool Covers(Exemption exemption, Finding finding) =>
        exemption.Finding == finding.Fingerprint
        || FileSystemName.MatchesSimpleExpression(exemption.Finding, finding.Resource.Id, ignoreCase: true);
}
