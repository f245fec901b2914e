using System.Security.Cryptography;
using System.Text;
using Fixer.Hcl.Evaluation;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Hashing;

/// <summary><c>md5</c>, <c>sha1</c>, <c>sha256</c>, <c>sha512</c> in hexadecimal digits, <c>base64sha256</c>, <c>base64sha512</c>; of text in UTF-8.</summary>
static class Hashes
{
    public static HclFunction Md5 { get; } = Of(MD5.HashData, Convert.ToHexStringLower);

    public static HclFunction Sha1 { get; } = Of(SHA1.HashData, Convert.ToHexStringLower);

    public static HclFunction Sha256 { get; } = Of(SHA256.HashData, Convert.ToHexStringLower);

    public static HclFunction Sha512 { get; } = Of(SHA512.HashData, Convert.ToHexStringLower);

    public static HclFunction Base64Sha256 { get; } = Of(SHA256.HashData, Convert.ToBase64String);

    public static HclFunction Base64Sha512 { get; } = Of(SHA512.HashData, Convert.ToBase64String);

    static HclFunction Of(Func<byte[], byte[]> hash, Func<byte[], string> encode) => TextFunction("str", text => encode(hash(Encoding.UTF8.GetBytes(text))));
}
