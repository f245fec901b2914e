using System.Net;
using CsCheck;
using Fixer.Inventory;

namespace Fixer.Tests.Inventory;

/// <summary>An address that is wrongly taken for AWS's makes a finding out of somebody's own server.</summary>
public sealed class AddressRangeIndexTests
{
    // Few distinct addresses, so that ranges overlap, nest and touch.
    private static readonly Gen<IPAddress> V4 = Gen.Select(Gen.OneOf<byte>(0, 10, 52, 255), Gen.OneOf<byte>(0, 1, 2, 255), Gen.OneOf<byte>(0, 127, 128, 255), Gen.Byte)
        .Select((a, b, c, d) => new IPAddress([a, b, c, d]));

    private static readonly Gen<IPAddress> V6 = Gen.Select(Gen.OneOf<byte>(0, 0x26, 0xff), Gen.OneOf<byte>(0, 0x1f, 0xff), Gen.OneOf<byte>(0, 0x80, 0xff))
        .Select((a, b, c) => new IPAddress([a, 0, b, 0, 0, 0, 0, 0, 0, 0, c, c, 0, 0, b, a]));

    private static readonly Gen<IPNetwork> Networks = Gen.OneOf(
        Gen.Select(V4, Gen.Int[0, 32]).Select(Network),
        Gen.Select(V6, Gen.Int[0, 128]).Select(Network));

    [Test]
    public void Contains_AnyRangesAndAddress_AgreesWithAskingEachRange() =>
        Gen.Select(Networks.Array[0, 12], Gen.OneOf(V4, V6).Array[1, 12]).Sample((networks, addresses) =>
        {
            var index = Index([.. networks.Select(n => n.ToString())]);
            // Edges, and their neighbours, are where an index goes wrong. IPNetwork has a mind of its own about IPv4 in IPv6's clothes; see below.
            var asked = addresses.Concat(networks.SelectMany(Edges)).Where(a => !a.IsIPv4MappedToIPv6);
            return asked.All(a => index.Contains(a) == networks.Any(n => n.Contains(a)));
        });

    [TestCase("52.0.0.0", true)]
    [TestCase("52.0.0.255", true)]
    [TestCase("51.255.255.255", false)]
    [TestCase("52.0.1.0", false)]
    public void Contains_EdgesOfARange_AreInsideAndTheirNeighboursAreNot(string address, bool expected) =>
        Assert.That(Index("52.0.0.0/24").Contains(IPAddress.Parse(address)), Is.EqualTo(expected));

    /// <summary>::ffff:52.0.0.1 is not the address 52.0.0.1: nobody is given it, and no network interface is listed under it.</summary>
    [Test]
    public void Contains_TheOtherFamily_IsNever() => Assert.Multiple(() =>
    {
        Assert.That(Index("52.0.0.0/8").Contains(IPAddress.Parse("::ffff:52.0.0.1")), Is.False, "IPv4 in IPv6's clothes");
        Assert.That(Index("::/0").Contains(IPAddress.Parse("52.0.0.1")), Is.False, "all of IPv6 holds no IPv4 address");
        Assert.That(Index("0.0.0.0/0").Contains(IPAddress.IPv6Loopback), Is.False);
    });

    /// <summary>CloudFront and S3 addresses are not given to customers, so they never dangle by address.</summary>
    [Test]
    public void Contains_RangeOfAnotherService_IsNotCounted() =>
        Assert.That(new AddressRangeIndex([new("52.0.0.0/8", "GLOBAL", "CLOUDFRONT"), new("52.0.0.0/8", "us-east-1", "AMAZON")]).Contains(IPAddress.Parse("52.0.0.1")), Is.False);

    [TestCase("")]
    [TestCase("52.0.0.0")]
    [TestCase("52.0.0.0/33")]
    [TestCase("52.0.0.0/-1")]
    [TestCase("everything/0")]
    public void Contains_PrefixThatDoesNotParse_HoldsNothing(string prefix) =>
        Assert.That(Index(prefix).Contains(IPAddress.Parse("52.0.0.0")), Is.False);

    /// <summary>A prefix with bits behind its length means the network it lies in, or nothing; never addresses outside.</summary>
    [Test]
    public void Contains_PrefixWithHostBits_ReachesNoFurtherThanItsNetwork() =>
        Assert.That(Index("52.0.0.200/24").Contains(IPAddress.Parse("52.0.1.0")), Is.False);

    [Test]
    public void Contains_NoRangesAtAll_IsFalse() => Assert.That(Index().Contains(IPAddress.Parse("52.0.0.1")), Is.False);

    private static AddressRangeIndex Index(params string[] prefixes) => new(prefixes.Select(p => new AddressRange(p, "us-east-1", "EC2")));

    private static IPNetwork Network(IPAddress address, int length)
    {
        var bytes = address.GetAddressBytes();
        for (var bit = length; bit < bytes.Length * 8; bit++)
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        return new IPNetwork(new IPAddress(bytes), length);
    }

    private static IEnumerable<IPAddress> Edges(IPNetwork network)
    {
        var (first, last) = (network.BaseAddress.GetAddressBytes(), network.BaseAddress.GetAddressBytes());
        for (var bit = network.PrefixLength; bit < last.Length * 8; bit++)
            last[bit / 8] |= (byte)(0x80 >> (bit % 8));
        return [new IPAddress(first), new IPAddress(last), Beside(first, -1), Beside(last, 1)];
    }

    private static IPAddress Beside(byte[] address, int step)
    {
        var bytes = (byte[])address.Clone();
        for (var i = bytes.Length - 1; i >= 0; i--)
        {
            bytes[i] = (byte)(bytes[i] + step);
            if (bytes[i] != (step > 0 ? 0 : 255))
                break;
        }

        return new IPAddress(bytes);
    }
}
