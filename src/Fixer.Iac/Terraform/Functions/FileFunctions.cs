using System.Security.Cryptography;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Iac.Terraform.Functions.FunctionDefinitions;

namespace Fixer.Iac.Terraform.Functions;

/// <summary><c>file</c>, <c>fileexists</c>, <c>filebase64</c>, the hashes of files, and <c>abspath</c>.</summary>
/// <param name="files">The repository.</param>
/// <param name="folder">Where Terraform runs: paths are relative to it.</param>
/// <param name="read">Told the path of each file whose content is read.</param>
sealed class FileFunctions(RepositoryFiles files, string folder, Action<string> read)
{
    public IEnumerable<KeyValuePair<string, HclFunction>> All() =>
    [
        new("abspath", Function(HclType.String, [Text("path")], call => HclValue.Unknown(HclType.String, call.Origin))),
        new("file", Function(HclType.String, [Text("path")], call => Open(call) is { } file
            ? call.Selected(TextOf(file))
            : HclValue.Unknown(HclType.String, call.Origin))),
        new("fileexists", Function(HclType.Bool, [Text("path")], Exists)),
        new("filebase64", OfBytes(bytes => Convert.ToBase64String(bytes))),
        new("filebase64sha256", Hash(SHA256.HashData, Convert.ToBase64String)),
        new("filebase64sha512", Hash(SHA512.HashData, Convert.ToBase64String)),
        new("filemd5", Hash(MD5.HashData, Convert.ToHexStringLower)),
        new("filesha1", Hash(SHA1.HashData, Convert.ToHexStringLower)),
        new("filesha256", Hash(SHA256.HashData, Convert.ToHexStringLower)),
        new("filesha512", Hash(SHA512.HashData, Convert.ToHexStringLower)),
    ];

    /// <summary>The file that the first argument names; null if it, or its content, cannot be known.</summary>
    /// <exception cref="HclFunctionException">There is no such file.</exception>
    public DataFile? Open(in HclCall call)
    {
        if (Path(call) is not { } path)
            return null;
        switch (files.KindOf(path))
        {
            case PathKind.File:
                var file = files.Open(path);
                read(path);
                call.Budget.SpendText(file.Bytes.Length);
                return file;
            case PathKind.Folder:
                throw IsFolder(path);
            case PathKind.Missing:
                throw new HclFunctionException($"There is no file {path} in the repository.", 0);
            default:
                return null;
        }
    }

    /// <summary>The content of a file as a string.</summary>
    /// <exception cref="HclFunctionException">It is not UTF-8.</exception>
    public static HclValue TextOf(DataFile file) =>
        file.Text ?? throw new HclFunctionException($"{file.Source.Path} is not UTF-8; filebase64 reads other files.", 0);

    HclValue Exists(HclCall call) => (Path(call) is { } path ? files.KindOf(path) : PathKind.Unclear) switch
    {
        PathKind.File or PathKind.UnreadFile => HclValue.Bool(true, call.Origin),
        PathKind.Missing => HclValue.Bool(false, call.Origin),
        PathKind.Folder => throw IsFolder(call.Arguments[0].AsString()),
        _ => HclValue.Unknown(HclType.Bool, call.Origin),
    };

    HclFunction OfBytes(Func<ReadOnlySpan<byte>, string> encode) => Function(HclType.String, [Text("path")], call => Open(call) is { } file
        ? HclValue.String(encode(file.Bytes.Span), call.Origin)
        : HclValue.Unknown(HclType.String, call.Origin));

    HclFunction Hash(Func<byte[], byte[]> hash, Func<byte[], string> encode) => OfBytes(bytes => encode(hash(bytes.ToArray())));

    string? Path(in HclCall call) => RepositoryPath.Resolve(folder, call.Arguments[0].AsString());

    static HclFunctionException IsFolder(string path) => new($"{path} is a folder.", 0);
}
