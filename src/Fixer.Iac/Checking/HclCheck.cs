using Fixer.Hcl;
using Fixer.Hcl.Json;

namespace Fixer.Iac.Checking;

/// <summary>Checks HCL: configuration, variables, tests, and whatever else is written in it.</summary>
static class HclCheck
{
    public static FileCheck OfNative(string path, ReadOnlyMemory<byte> content)
    {
        var file = HclFile.Parse(content, path);
        return Check(path, content, file.ToBytes(), file.Diagnostics);
    }

    public static FileCheck OfJson(string path, ReadOnlyMemory<byte> content)
    {
        var file = JsonFile.Parse(content, path);
        return Check(path, content, file.ToBytes(), file.Diagnostics);
    }

    static FileCheck Check(string path, ReadOnlyMemory<byte> content, byte[] written, IEnumerable<HclDiagnostic> diagnostics) => new(
        path,
        content.Length,
        content.Span.SequenceEqual(written),
        [.. diagnostics.Select(d => new CheckDiagnostic(path, d.Position.Line, d.Position.Column, CheckSeverity.Error, d.Code, d.Message))]);
}
