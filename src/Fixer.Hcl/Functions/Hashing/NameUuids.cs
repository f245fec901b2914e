using System.Security.Cryptography;
using System.Text;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

#pragma warning disable CA5350 // SHA-1: RFC 4122 says so, and nothing is secured with it.

namespace Fixer.Hcl.Functions.Hashing;

/// <summary><c>uuidv5</c>: the UUID of a name in a namespace, RFC 4122, section 4.3.</summary>
static class NameUuids
{
    public static HclFunction UuidV5 { get; } = Function(HclType.String, [Text("namespace"), Text("name")], call =>
    {
        var hash = SHA1.HashData([.. Namespace(call.Text(0)), .. Encoding.UTF8.GetBytes(call.Text(1))]).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return call.Result(new Guid(hash, bigEndian: true).ToString());
    });

    /// <summary>A namespace of the RFC's appendix C by its name, or any UUID.</summary>
    static byte[] Namespace(string text) => text switch
    {
        "dns" => Namespace("6ba7b810-9dad-11d1-80b4-00c04fd430c8"),
        "url" => Namespace("6ba7b811-9dad-11d1-80b4-00c04fd430c8"),
        "oid" => Namespace("6ba7b812-9dad-11d1-80b4-00c04fd430c8"),
        "x500" => Namespace("6ba7b814-9dad-11d1-80b4-00c04fd430c8"),
        _ => Parse(text) is { } uuid ? uuid.ToByteArray(bigEndian: true) : throw new HclFunctionException("This is no namespace and no UUID.", 0),
    };

    static Guid? Parse(string text)
    {
        if (text.Length == 45 && text.StartsWith("urn:uuid:", StringComparison.OrdinalIgnoreCase))
            text = text[9..];
        var format = text.Length switch { 32 => "N", 36 => "D", 38 => "B", _ => null };
        return format is not null && Guid.TryParseExact(text, format, out var uuid) ? uuid : null;
    }
}
