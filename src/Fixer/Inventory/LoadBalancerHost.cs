namespace Fixer.Inventory;

/// <summary>
/// Reads the host names of load balancers, <c>[dualstack.][internal-]NAME-ID.REGION.elb.amazonaws.com</c> and, for Network Load Balancers,
/// <c>NAME-ID.elb.REGION.amazonaws.com</c>. Source: DescribeLoadBalancers, Elastic Load Balancing API references of both versions.
/// </summary>
public static class LoadBalancerHost
{
    // Prefixes under which the same load balancer answers, or answers for IPv6 only.
    private static readonly string[] Prefixes = ["dualstack.", "ipv6."];

    /// <summary>Whether <paramref name="host"/> (lower case, no final dot) is a load balancer's, and which: its name in lower case, and its region.</summary>
    public static bool TryParse(string host, out string region, out string name)
    {
        (region, name) = ("", "");
        if (AwsHost.BeforeDomain(host) is not { } rest)
            return false;
        if (Prefixes.FirstOrDefault(p => rest.StartsWith(p, StringComparison.Ordinal)) is { } prefix)
            rest = rest[prefix.Length..];
        if (rest.Split('.') is not [var label, var second, var third] || (second != "elb") == (third != "elb"))
            return false;
        const string Internal = "internal-"; // no load balancer's name may begin with it
        var end = label.LastIndexOf('-');
        var start = label.StartsWith(Internal, StringComparison.Ordinal) ? Internal.Length : 0;
        if (end <= start)
            return false;
        (region, name) = (second == "elb" ? third : second, label[start..end]);
        return true;
    }
}
