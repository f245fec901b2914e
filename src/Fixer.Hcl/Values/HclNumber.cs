namespace Fixer.Hcl.Values;

/// <summary>A number of the language: cty's, which is a binary floating point number with 512 bits of mantissa, rounded to nearest even.</summary>
public sealed class HclNumber
{
}
