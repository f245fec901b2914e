namespace Fixer.Inventory;

/// <summary>Something a record can point at, in the form in which all ways to name it are the same.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name in normal form: a bucket, an address, <c>region/name</c> of a load balancer, a host, a child zone.</param>
public sealed record Target(TargetKind Kind, string Name)
{
    /// <summary>As the store's index holds it: <c>bucket assets.example.com</c>.</summary>
    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()} {Name}";
}

/// <summary>Kinds of targets.</summary>
public enum TargetKind
{
    /// <summary>An S3 bucket behind a website or REST endpoint; <c>*.example.com</c> for whichever bucket is called like the host that is asked for.</summary>
    Bucket,

    /// <summary>A public address.</summary>
    Address,

    /// <summary>A load balancer of any kind, as <c>region/name</c>: the rest of its host name is not known to whoever deletes it.</summary>
    LoadBalancer,

    /// <summary>A host name: CloudFront, Elastic Beanstalk, API Gateway, or anybody's.</summary>
    Host,

    /// <summary>A child zone that name servers are given for.</summary>
    Delegation,
}
