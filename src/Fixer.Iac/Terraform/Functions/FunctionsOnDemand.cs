using System.Collections;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Functions;

namespace Fixer.Iac.Terraform.Functions;

/// <summary>Terraform's functions; the files that some of them read are looked for when the first of these is called.</summary>
/// <param name="functions">Those that see the repository.</param>
/// <param name="folder">The root module's folder.</param>
sealed class FunctionsOnDemand(Func<TerraformFunctions> functions, string folder) : IReadOnlyDictionary<string, HclFunction>
{
    readonly Lazy<FrozenDictionary<string, HclFunction>> all = new(() => functions().In(folder));

    public int Count => all.Value.Count;

    public IEnumerable<string> Keys => all.Value.Keys;

    public IEnumerable<HclFunction> Values => all.Value.Values;

    public HclFunction this[string key] => TryGetValue(key, out var function) ? function : throw new KeyNotFoundException(key);

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <summary>What decodes knows more of files than the standard function of its name.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out HclFunction value) =>
        (!key.EndsWith("decode", StringComparison.Ordinal) && StandardFunctions.All.TryGetValue(key, out value)) || all.Value.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, HclFunction>> GetEnumerator() => all.Value.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
