using System.Buffers.Binary;
using System.Net;

namespace Fixer.Inventory;

/// <summary>Tells in O(log n) whether an address lies in the ranges from which AWS gives addresses to customers.</summary>
public sealed class AddressRangeIndex
{
    private readonly (UInt128 First, UInt128 Last)[] ranges;

    /// <summary>Indexes the ranges of service <c>EC2</c>; prefixes that do not parse are left out, so that nothing is taken for AWS's by mistake.</summary>
    public AddressRangeIndex(IEnumerable<AddressRange> published)
    {
        List<(UInt128 First, UInt128 Last)> merged = [];
        foreach (var range in published.Where(r => r.Service == "EC2").Select(r => Bounds(r.Prefix)).OfType<(UInt128 First, UInt128 Last)>().Order())
        {
            if (merged.Count > 0 && range.First <= merged[^1].Last)
                merged[^1] = (merged[^1].First, UInt128.Max(merged[^1].Last, range.Last));
            else
                merged.Add(range);
        }

        ranges = [.. merged];
    }

    /// <summary>Whether <paramref name="address"/> is in one of the ranges.</summary>
    public bool Contains(IPAddress address)
    {
        var value = Number(address);
        var (low, high) = (0, ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (value < ranges[middle].First)
                high = middle - 1;
            else if (value > ranges[middle].Last)
                low = middle + 1;
            else
                return true;
        }

        return false;
    }

    private static (UInt128 First, UInt128 Last)? Bounds(string prefix)
    {
        if (!IPNetwork.TryParse(prefix, out var network))
            return null;
        var hostBits = (network.BaseAddress.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128) - network.PrefixLength;
        var first = Number(network.BaseAddress);
        return (first, hostBits == 128 ? UInt128.MaxValue : first | ((UInt128.One << hostBits) - 1));
    }

    // IPv4 as mapped into IPv6, so that both families live in one number line without meeting.
    private static UInt128 Number(IPAddress address) => BinaryPrimitives.ReadUInt128BigEndian(address.MapToIPv6().GetAddressBytes());
}
