using System.Globalization;

namespace Fixer.Hcl;

/// <summary>A step into a literal: to the item of a key in an object, or to an element of a tuple.</summary>
public readonly record struct HclPathStep
{
    HclPathStep(string? key, int index) => (Key, Index) = (key, index);

    /// <summary>The key of an object; null for an element of a tuple.</summary>
    public string? Key { get; }

    /// <summary>The index in a tuple, from 0; 0 for a key.</summary>
    public int Index { get; }

    /// <summary>The step to an item of an object.</summary>
    public static implicit operator HclPathStep(string key) => ToItem(key);

    /// <summary>The step to an element of a tuple.</summary>
    public static implicit operator HclPathStep(int index) => ToElement(index);

    /// <summary>The step to the item of <paramref name="key"/>.</summary>
    public static HclPathStep ToItem(string key) => new(key, 0);

    /// <summary>The step to the element at <paramref name="index"/>.</summary>
    public static HclPathStep ToElement(int index) => new(null, index);

    /// <inheritdoc/>
    public override string ToString() => Key is null ? string.Create(CultureInfo.InvariantCulture, $"[{Index}]") : $"[{NewSource.Quoted(Key)}]";
}
