using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Fixer.Iac.Terraform.Plans;

/// <summary>
/// What a plan would do, as <c>terraform show -json</c> writes it (https://developer.hashicorp.com/terraform/internals/json-format): resources that
/// would change, and no values. Those are kept as hashes: a plan holds secrets in plain text.
/// </summary>
public sealed class TerraformPlan
{
    /// <summary>The most bytes that are read.</summary>
    public const int MaxBytes = 128 << 20;

    private const int MaxDepth = 1000;

    private TerraformPlan(ImmutableSortedDictionary<string, ResourceChange> changes) => Changes = changes;

    /// <summary>By address; an object that was left behind by a failed replacement has its key behind that. What stays or is only read is not in it.</summary>
    public ImmutableSortedDictionary<string, ResourceChange> Changes { get; }

    /// <summary>Reads a plan.</summary>
    /// <param name="json">What <c>terraform show -json</c> printed.</param>
    /// <exception cref="UnreadablePlanException">It is no whole plan, or one of another format.</exception>
    public static TerraformPlan Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > MaxBytes)
            throw new UnreadablePlanException($"The plan has more than {MaxBytes} bytes, the limit.");
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return Read(document.RootElement);
        }
        catch (JsonException error)
        {
            throw new UnreadablePlanException($"The plan is no JSON: {error.Message}");
        }
        catch (Exception error) when (error is InvalidOperationException or KeyNotFoundException)
        {
            throw Shapeless(); // an element of another kind, or none
        }
    }

    private static TerraformPlan Read(JsonElement plan)
    {
        var version = Text(plan.GetProperty("format_version"));
        if (!version.StartsWith("1.", StringComparison.Ordinal))
            throw new UnreadablePlanException($"The plan has format {version}; 1 is known.");
        if (Is(plan, "errored", whenAbsent: false))
            throw new UnreadablePlanException("Planning ended with an error: the plan is not whole.");
        if (!Is(plan, "complete", whenAbsent: true))
            throw new UnreadablePlanException("Terraform defers a part of the plan to a later one: the plan is not whole.");
        var changes = ImmutableSortedDictionary.CreateBuilder<string, ResourceChange>(StringComparer.Ordinal);
        foreach (var element in plan.TryGetProperty("resource_changes", out var all) ? [.. all.EnumerateArray()] : Array.Empty<JsonElement>())
        {
            var change = Change(element);
            if (change.Action is "no-op" or "read")
                continue;
            var key = element.TryGetProperty("deposed", out var deposed) ? $"{change.Address} (deposed object {Text(deposed)})" : change.Address;
            if (!changes.TryAdd(key, change))
                throw new UnreadablePlanException($"The plan has {key} twice.");
        }

        return new TerraformPlan(changes.ToImmutable());
    }

    private static ResourceChange Change(JsonElement element)
    {
        var change = element.GetProperty("change");
        var actions = change.GetProperty("actions").EnumerateArray().Select(Text).ToArray();
        if (actions.Length == 0)
            throw Shapeless();
        return new ResourceChange(Text(element.GetProperty("address")), string.Join(", then ", actions), Convert.ToHexString(SHA256.HashData(JsonMarshal.GetRawUtf8Value(change))));
    }

    private static string Text(JsonElement element) => element.GetString() ?? throw Shapeless();

    private static UnreadablePlanException Shapeless() => new("This is not a plan in Terraform's JSON format.");

    private static bool Is(JsonElement plan, string name, bool whenAbsent) => plan.TryGetProperty(name, out var flag) ? flag.GetBoolean() : whenAbsent;
}

/// <summary>One element of a plan's <c>resource_changes</c>.</summary>
/// <param name="Address">The instance, as Terraform writes it.</param>
/// <param name="Action">In Terraform's words: <c>create</c>, <c>update</c>, <c>delete</c>, <c>forget</c>; of a replacement both, in their order.</param>
/// <param name="ValuesHash">SHA-256 of everything the plan says of the change: values before and after, what is unknown, what is sensitive.</param>
public sealed record ResourceChange(string Address, string Action, string ValuesHash);

/// <summary>A plan cannot be read; the message says why.</summary>
public sealed class UnreadablePlanException(string message) : Exception(message);
