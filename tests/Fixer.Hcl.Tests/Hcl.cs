using System.Text;

namespace Fixer.Hcl.Tests;

/// <summary>Short forms for tests.</summary>
static class Hcl
{
    public static HclFile Parse(string source) => HclFile.Parse(Encoding.UTF8.GetBytes(source));

    public static string Text(this HclFile file, TextSpan span) => file.Text.GetString(span);

    public static string[] Diagnoses(this HclFile file) => Diagnoses(file.Diagnostics);

    public static string[] Diagnoses(IEnumerable<HclDiagnostic> diagnostics) => [.. diagnostics.Select(d => $"{d.Code} {d.Position}")];

    public static byte[] Remove(HclFile file, HclBlock block) => HclEdits.Apply(file, HclEdits.Remove(file, block)).ToBytes();
}
