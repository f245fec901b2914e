using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Fixer.Findings;

/// <summary>Stable short names for things that consist of several strings.</summary>
public static class Fingerprint
{
    /// <summary>Length of a fingerprint in hexadecimal digits: 64 bits, so that a million findings collide with a chance of 3 in 10^8.</summary>
    public const int Length = 16;

    /// <summary>
    /// SHA-256 over the parts, each preceded by its length, so that ("ab","c") and ("a","bc") differ; the first 64 bits in lower-case hexadecimal.
    /// </summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Length];
    }
}
