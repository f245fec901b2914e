using System.Text;

namespace Fixer.Hcl;

/// <summary>Unicode normalization form C, which all strings of the language are in: HCL specification, "Template Expressions".</summary>
static class NormalForm
{
    public static string C(string value) => Ascii.IsValid(value) || value.IsNormalized() ? value : value.Normalize();
}
