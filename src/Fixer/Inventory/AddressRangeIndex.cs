using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Fixer.Inventory;

/// <summary>Tells in O(log n) whether an address lies in the ranges from which AWS gives addresses to customers.</summary>
public sealed class AddressRangeIndex
{
    private readonly (UInt128 First, UInt128 Last)[] v4;
    private readonly (UInt128 First, UInt128 Last)[] v6;

    /// <summary>Indexes the ranges of service <c>EC2</c>; prefixes that do not parse are left out, so that nothing is taken for AWS's by mistake.</summary>
    public AddressRangeIndex(IEnumerable<AddressRange> published)
    {
        var networks = published.Where(r => r.Service == "EC2").Select(r => Parse(r.Prefix)).OfType<IPNetwork>().ToArray();
        v4 = Merge(networks.Where(n => n.BaseAddress.AddressFamily == AddressFamily.InterNetwork));
        v6 = Merge(networks.Where(n => n.BaseAddress.AddressFamily == AddressFamily.InterNetworkV6));
    }

    /// <summary>Whether <paramref name="address"/> is in one of the ranges.</summary>
    public bool Contains(IPAddress address)
    {
        var value = Number(address);
        var ranges = address.AddressFamily == AddressFamily.InterNetwork ? v4 : v6;
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

    private static IPNetwork? Parse(string prefix) => IPNetwork.TryParse(prefix, out var network) ? network : null;

    private static (UInt128 First, UInt128 Last)[] Merge(IEnumerable<IPNetwork> networks)
    {
        List<(UInt128 First, UInt128 Last)> merged = [];
        foreach (var range in networks.Select(Bounds).Order())
        {
            if (merged.Count > 0 && range.First <= merged[^1].Last)
                merged[^1] = (merged[^1].First, UInt128.Max(merged[^1].Last, range.Last));
            else
                merged.Add(range);
        }

        return [.. merged];
    }

    private static (UInt128 First, UInt128 Last) Bounds(IPNetwork network)
    {
        var hostBits = (network.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 32 : 128) - network.PrefixLength;
        var first = Number(network.BaseAddress);
        return (first, hostBits == 128 ? UInt128.MaxValue : first | ((UInt128.One << hostBits) - 1));
    }

    // The families are kept in lists of their own: ::ffff:52.0.0.1 is not 52.0.0.1, and ::/0 holds no IPv4 address.
    private static UInt128 Number(IPAddress address) => BinaryPrimitives.ReadUInt128BigEndian(address.MapToIPv6().GetAddressBytes());
}
