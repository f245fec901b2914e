using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fixer.Findings;

namespace Fixer.Changes;

/// <summary>
/// Plans as files. Each item is signed with the store's secret, so that what is applied is what was planned: an edited item is refused by itself,
/// a removed one is simply not applied. Items without a change are signed too: what they say goes into mails.
/// </summary>
public static class PlanFile
{
    /// <summary>The version of the file format this code writes and the only one it applies.</summary>
    public const int Version = 1;

    /// <summary>Writes a plan.</summary>
    public static string Write(Plan plan, byte[] key) => JsonSerializer.Serialize(
        new Document(Version, plan.Id, plan.CreatedAt, plan.Examined, [.. plan.Items.Select(i => new SignedItem(i, Sign(plan.Id, i, key)))], plan.Gaps),
        Json.Indented) + "\n";

    /// <summary>
    /// Reads a plan. Changes whose item is not what was signed come back as refusals, in <see cref="ReadPlan.Tampered"/>; such an item without a change
    /// is left out.
    /// </summary>
    /// <exception cref="PlanFileException">It is not a plan, or one of another version.</exception>
    public static ReadPlan Read(string text, byte[] key)
    {
        var document = Parse(text);
        var genuine = document.Items.ToLookup(i => IsSigned(document.Id, i, key), i => i.Item);
        return new ReadPlan(
            new Plan(document.Id, document.CreatedAt, document.Examined, [.. genuine[true]], document.Gaps),
            [.. genuine[false].Select(i => i.Change).OfType<Change>().Select(c => (c, new Refusal(
                RefusalCode.PlanEdited,
                $"Change {c.Id} is not what was planned with this store: the plan file was edited, or made with another store. Make a new plan.")))]);
    }

    private static bool IsSigned(string planId, SignedItem signed, byte[] key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signed.Signature), Encoding.UTF8.GetBytes(Sign(planId, signed.Item, key)));

    private static Document Parse(string text)
    {
        try
        {
            // The version first: another version's document need not have this one's shape.
            using var raw = JsonDocument.Parse(text);
            if (raw.RootElement.ValueKind != JsonValueKind.Object || !raw.RootElement.TryGetProperty("version", out var version)
                || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number))
                throw new PlanFileException("This is not a plan file: it has no version. Make one with: fixer plan --out plan.json");
            if (number != Version)
                throw new PlanFileException($"The plan has version {number}, this fixer applies version {Version}. Make a new plan with: fixer plan --out plan.json");
            return JsonSerializer.Deserialize<Document>(text, Json.Indented)!;
        }
        catch (JsonException error)
        {
            throw new PlanFileException($"line {error.LineNumber + 1}, column {error.BytePositionInLine + 1}: {error.Message.Split(" Path:")[0]}", error);
        }
        catch (Exception error) when (error is NotSupportedException or ArgumentException)
        {
            // A change or step of no kind; text that is no Unicode.
            throw new PlanFileException($"This is not a plan file: {error.Message.Split(" Path:")[0]}", error);
        }
    }

    private static string Sign(string planId, PlanItem item, byte[] key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{Version}\n{planId}\n{JsonSerializer.Serialize(item, Json.Compact)}")));

    private sealed record Document(int Version, string Id, DateTimeOffset CreatedAt, int Examined, ImmutableArray<SignedItem> Items, ImmutableArray<Inventory.CollectionGap> Gaps);

    private sealed record SignedItem(PlanItem Item, string Signature);
}

/// <summary>A plan as read from a file.</summary>
/// <param name="Plan">The items that are what was signed.</param>
/// <param name="Tampered">The changes that are not, each with its refusal.</param>
public sealed record ReadPlan(Plan Plan, ImmutableArray<(Change Change, Refusal Refusal)> Tampered);

/// <summary>A file is not a plan that can be applied; the message says why.</summary>
public sealed class PlanFileException(string message, Exception? inner = null) : Exception(message, inner);
