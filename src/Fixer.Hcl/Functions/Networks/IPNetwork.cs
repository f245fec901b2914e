using System.Numerics;

namespace Fixer.Hcl.Functions.Networks;

/// <summary>A range of IP addresses in CIDR notation. Immutable.</summary>
/// <param name="First">The first address, in the lower 32 bits for IPv4.</param>
/// <param name="PrefixLength">How many leading bits all addresses share.</param>
/// <param name="IsVersion4">Whether it is IPv4, not IPv6.</param>
readonly record struct IPNetwork(UInt128 First, int PrefixLength, bool IsVersion4)
{
    /// <summary>Bits of an address.</summary>
    public int AddressLength => IsVersion4 ? 32 : 128;

    /// <summary>The last address.</summary>
    public UInt128 Last => First | Hosts(AddressLength - PrefixLength);

    /// <summary>Which bits the addresses share, as an address.</summary>
    public UInt128 Netmask => Hosts(AddressLength) ^ Hosts(AddressLength - PrefixLength);

    /// <summary>The network of an address in CIDR notation; null if it is none. Numbers of IPv4 addresses may have leading zeros and are decimal all the same.</summary>
    public static IPNetwork? Parse(string text)
    {
        var slash = text.IndexOf('/');
        if (slash < 0)
            return null;
        var address = text.AsSpan(0, slash);
        var isVersion4 = !address.Contains(':');
        var parsed = isVersion4 ? IPAddressText.ParseVersion4(address) : IPAddressText.ParseVersion6(address);
        var digits = text.AsSpan(slash + 1);
        if (parsed is not { } first || IPAddressText.Decimal(digits, isVersion4 ? 32 : 128) is not { } length)
            return null;
        return new IPNetwork(first, length, isVersion4).At(first, length);
    }

    /// <summary>The network of this prefix length that an address is in.</summary>
    public IPNetwork At(UInt128 address, int prefixLength) => new(address & ~Hosts(AddressLength - prefixLength), prefixLength, IsVersion4);

    /// <summary>The address, or network, of this number in it, of so many bits behind the prefix; null if there is none. Numbers below zero count from the end.</summary>
    public UInt128? Part(BigInteger number, int bits)
    {
        if (number.Sign < 0)
            number += BigInteger.One << bits;
        return number.Sign < 0 || number.GetBitLength() > bits ? null : First | ((UInt128)number << (AddressLength - PrefixLength - bits));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{IPAddressText.Of(First, IsVersion4)}/{PrefixLength}";

    static UInt128 Hosts(int bits) => bits == 128 ? UInt128.MaxValue : (UInt128.One << bits) - 1;
}
