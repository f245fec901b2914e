namespace Fixer.Iac.Checking;

/// <summary>Tells whether files of infrastructure code can be read, and whether nothing of them is lost by it.</summary>
public static class SourceCheck
{
    /// <summary>Largest file that is read, in bytes; far above what people write by hand.</summary>
    public const int MaxBytes = 16 << 20;

    static readonly string[] Native = [".tf", ".tofu", ".tfvars", ".hcl"];
    static readonly string[] Json = [".tf.json", ".tofu.json", ".tfvars.json", ".tftest.json"];
    static readonly string[] Templates = [".yaml", ".yml", ".json", ".template"];

    /// <summary>Whether a file of this name is HCL, or may be a CloudFormation template.</summary>
    public static bool Covers(string path) => IsHcl(path) || Is(Templates, path);

    /// <summary>Whether a file of this name is HCL, in native syntax or in JSON.</summary>
    public static bool IsHcl(string path) => Is(Native, path) || Is(Json, path);

    /// <summary>
    /// Checks one file. Null if it is not infrastructure code: YAML and JSON can be anything, and only CloudFormation templates count.
    /// </summary>
    /// <param name="path">Path relative to the folder that is checked; its name tells the language.</param>
    /// <param name="content">The content, of any size.</param>
    public static FileCheck? Of(string path, ReadOnlyMemory<byte> content)
    {
        if (content.Length > MaxBytes)
            return IsHcl(path) ? FileCheck.NotRead(content.Length, CheckDiagnostic.TooLarge(path, content.Length)) : null;
        if (Is(Json, path))
            return HclCheck.OfJson(path, content);
        if (Is(Native, path))
            return HclCheck.OfNative(path, content);
        return Is(Templates, path) ? TemplateCheck.Of(path, content) : null;
    }

    static bool Is(string[] endings, string path) => Array.Exists(endings, e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));
}
