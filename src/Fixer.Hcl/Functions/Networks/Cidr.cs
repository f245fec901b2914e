using System.Collections.Immutable;
using System.Numerics;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Networks;

/// <summary><c>cidrhost</c>, <c>cidrnetmask</c>, <c>cidrsubnet</c>, <c>cidrsubnets</c>.</summary>
static class Cidr
{
    public static HclFunction CidrHost { get; } = Function(HclType.String, [Text("prefix"), Number("hostnum")], call =>
    {
        var network = Network(call);
        var host = network.Part(Integer(call, 1), network.AddressLength - network.PrefixLength)
            ?? throw new HclFunctionException($"The network {network} has no host of this number.", 1);
        return Address(call, host, network.IsVersion4);
    });

    public static HclFunction CidrNetmask { get; } = Function(HclType.String, [Text("prefix")], call => Network(call) is { IsVersion4: true } network
        ? call.Result(IPAddressText.Of(network.Netmask, isVersion4: true))
        : throw new HclFunctionException("Only IPv4 has network masks.", 0));

    /// <summary>What fewer bits than there are mean is not specified.</summary>
    public static HclFunction CidrSubnet { get; } = Function(HclType.String, [Text("prefix"), Number("newbits"), Number("netnum")], call =>
    {
        var (network, bits, number) = (Network(call), call.Whole(1), Integer(call, 2));
        if (bits < 0)
            return call.Unknown(HclType.String);
        if (bits > network.AddressLength - network.PrefixLength)
            throw new HclFunctionException($"The prefix of {network} cannot be extended by {bits} bits.", 1);
        if (number.Sign < 0 || network.Part(number, (int)bits) is not { } first)
            throw new HclFunctionException($"There is no subnet of this number in {network} with {bits} bits more.", 2);
        return Written(call, network with { First = first, PrefixLength = network.PrefixLength + (int)bits });
    });

    /// <summary>Subnets one behind the other; each begins at the next address that is possible.</summary>
    public static HclFunction CidrSubnets { get; } = Function(ListOfString, [Text("prefix")], Number("newbits"), call =>
    {
        var network = Network(call);
        var subnets = ImmutableArray.CreateBuilder<HclElement>(call.Arguments.Length - 1);
        UInt128? before = null;
        for (var i = 1; i < call.Arguments.Length; i++)
        {
            if (call.Whole(i) is not (var bits and >= 1) || bits > network.AddressLength - network.PrefixLength)
                throw new HclFunctionException($"The prefix of {network} cannot be extended by {call.Whole(i)} bits.", i);
            var length = network.PrefixLength + (int)bits;
            var next = before is { } last ? network.At(last, length).Last + 1 : network.First;

            // Address zero is what comes behind the last one: Terraform takes it for that even where a network begins.
            if (next == 0 || next > network.Last)
                throw new HclFunctionException($"There is no room left in {network}.", i);
            var subnet = network.At(next, length);
            before = subnet.Last;
            subnets.Add(new(Written(call, subnet)));
        }

        return HclValue.List(HclType.String, subnets, call.Origin);
    });

    static IPNetwork Network(in HclCall call) => IPNetwork.Parse(call.Text(0)) ?? throw new HclFunctionException("This is not a range of addresses in CIDR notation.", 0);

    static BigInteger Integer(in HclCall call, int index) =>
        call.Number(index).IsInteger ? call.Number(index).Truncated : throw new HclFunctionException("A whole number is required.", index);

    static HclValue Address(in HclCall call, UInt128 address, bool isVersion4) =>
        IsMapped(address, isVersion4) ? call.Unknown(HclType.String) : call.Result(IPAddressText.Of(address, isVersion4));

    static HclValue Written(in HclCall call, IPNetwork network) =>
        IsMapped(network.First, network.IsVersion4) ? call.Unknown(HclType.String) : call.Result(network.ToString());

    /// <summary>An IPv4 address within IPv6, which Terraform takes for the former in some places and for the latter in others.</summary>
    static bool IsMapped(UInt128 address, bool isVersion4) => !isVersion4 && address >> 32 == 0xFFFF;
}
