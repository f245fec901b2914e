using Fixer.Inventory;
using Fixer.Testing;

namespace Fixer.Tests.Inventory;

/// <summary>Whoever misreads an endpoint deletes a record that works, or misses one that a stranger can take.</summary>
public sealed class S3EndpointTests
{
    // The forms AWS documents. Each with the bucket in front of it, and bare (path style, or an alias).
    [TestCase("s3.amazonaws.com", Description = "REST, global")]
    [TestCase("s3.us-east-1.amazonaws.com", Description = "REST, dot")]
    [TestCase("s3-eu-west-1.amazonaws.com", Description = "REST, dash")]
    [TestCase("s3-external-1.amazonaws.com", Description = "REST, Virginia's other name")]
    [TestCase("s3.dualstack.eu-west-1.amazonaws.com", Description = "dual-stack")]
    [TestCase("s3-fips.us-gov-west-1.amazonaws.com", Description = "FIPS")]
    [TestCase("s3-fips.dualstack.us-east-1.amazonaws.com", Description = "FIPS, dual-stack")]
    [TestCase("s3-accelerate.amazonaws.com", Description = "accelerate")]
    [TestCase("s3-accelerate.dualstack.amazonaws.com", Description = "accelerate, dual-stack")]
    [TestCase("s3-website-us-east-1.amazonaws.com", Description = "website, dash")]
    [TestCase("s3-website.eu-central-1.amazonaws.com", Description = "website, dot")]
    [TestCase("s3-website-us-gov-west-1.amazonaws.com", Description = "website, dash, GovCloud")]
    [TestCase("s3-website.cn-northwest-1.amazonaws.com.cn", Description = "website, China")]
    [TestCase("s3.cn-north-1.amazonaws.com.cn", Description = "REST, China")]
    [TestCase("s3-ap-southeast-3.amazonaws.com", Description = "a region of later years, dash")]
    public void TryParse_DocumentedForm_GivesTheBucketInFrontOfIt(string endpoint)
    {
        Assert.Multiple(() =>
        {
            Assert.That(Parse(endpoint), Is.EqualTo(""), "bare");
            Assert.That(Parse($"assets.{endpoint}"), Is.EqualTo("assets"));
            Assert.That(Parse($"www.assets.example.com.{endpoint}"), Is.EqualTo("www.assets.example.com"), "dots in the name");
            Assert.That(Parse($"s3.{endpoint}"), Is.EqualTo("s3"), "a bucket may be called s3");
            Assert.That(Parse($"s3.us-east-1.{endpoint}"), Is.EqualTo("s3.us-east-1"), "a bucket may be called like an endpoint");
            Assert.That(Parse($"s3-website-us-east-1.{endpoint}"), Is.EqualTo("s3-website-us-east-1"), "or like a website endpoint");
        });
    }

    [TestCase("", Description = "nothing")]
    [TestCase(".", Description = "the root")]
    [TestCase("amazonaws.com")]
    [TestCase(".amazonaws.com")]
    [TestCase("us-east-1.amazonaws.com")]
    [TestCase("s3.amazonaws.com.evil.org", Description = "somebody else's domain")]
    [TestCase("s3-website-us-east-1.amazonaws.com.evil.org")]
    [TestCase("s3.evilamazonaws.com", Description = "no dot in front of the suffix")]
    [TestCase("a.amazonaws.com.s3.evil-evil.org", Description = "our suffix in the middle, one of the same length at the end")]
    [TestCase("s3amazonaws.com")]
    [TestCase("xs3.amazonaws.com", Description = "ends in s3, is not s3")]
    [TestCase("x-s3.us-east-1.amazonaws.com")]
    [TestCase("s3x.us-east-1.amazonaws.com")]
    [TestCase("s3-.amazonaws.com")]
    [TestCase("s3-website-.amazonaws.com")]
    [TestCase("s3.nowhere.amazonaws.com", Description = "no region")]
    [TestCase("s3.us-east-12.amazonaws.com", Description = "no region: two digits")]
    [TestCase("s3.us--1.amazonaws.com")]
    [TestCase("S3.AMAZONAWS.COM", Description = "callers normalize; an endpoint is never guessed")]
    [TestCase("my-ap-123456789012.s3-accesspoint.us-east-1.amazonaws.com", Description = "access point")]
    [TestCase("my-ap-123456789012.op-1.s3-outposts.us-east-1.amazonaws.com", Description = "Outposts")]
    [TestCase("my-ap-123456789012.s3-object-lambda.us-east-1.amazonaws.com", Description = "object Lambda")]
    [TestCase("mfzwi23gnjvgw.mrap.accesspoint.s3-global.amazonaws.com", Description = "multi-region access point")]
    [TestCase("123456789012.s3-control.us-east-1.amazonaws.com", Description = "S3 Control")]
    [TestCase("123456789012.s3-control.dualstack.us-east-1.amazonaws.com")]
    [TestCase("bucket--use1-az5--x-s3.s3express-use1-az5.us-east-1.amazonaws.com", Description = "directory bucket")]
    [TestCase("bucket.vpce-1a2b3c4d-5e6f.s3.us-east-1.vpce.amazonaws.com", Description = "interface endpoint in a VPC")]
    [TestCase("my-lb-1234567890.us-east-1.elb.amazonaws.com")]
    [TestCase("d111111abcdef8.cloudfront.net")]
    public void TryParse_AnythingElse_IsNotS3(string host) => Assert.That(S3Endpoint.TryParse(host, out _), Is.False);

    [TestCase("assets-123456789012-us-east-1-an", true)]
    [TestCase("a-b-c-123456789012-us-gov-west-1-an", true)]
    [TestCase("assets-123456789012-us-east-1", false, Description = "no suffix")]
    [TestCase("123456789012-us-east-1-an", false, Description = "no name in front")]
    [TestCase("assets-12345678901-us-east-1-an", false, Description = "eleven digits are no account")]
    [TestCase("assets-1234567890123-us-east-1-an", false, Description = "nor thirteen")]
    [TestCase("assets-123456789012-an", false, Description = "no region")]
    [TestCase("assets-123456789012-useast1-an", false)]
    [TestCase("assets-123456789012-us-east-1-x-an", false, Description = "something between region and suffix")]
    [TestCase("-an", false)]
    [TestCase("", false)]
    public void IsAccountRegional_OnlyTheWholeSuffix_KeepsOthersOut(string bucket, bool expected) =>
        Assert.That(S3Endpoint.IsAccountRegional(bucket), Is.EqualTo(expected));

    [TestCase("abc", true)]
    [TestCase("a.b-c.9", true)]
    [TestCase("ab", false, Description = "too short")]
    [TestCase("*.example.com", false, Description = "a wildcard is no bucket")]
    [TestCase("_dmarc.example.com", false)]
    [TestCase("under_score.example.com", false)]
    [TestCase("Upper.example.com", false)]
    [TestCase("a..b", false)]
    [TestCase(".abc", false)]
    [TestCase("abc-", false)]
    [TestCase("münchen", false)]
    [TestCase("", false)]
    public void IsBucketName_FollowsTheNamingRules(string name, bool expected) => Assert.That(S3Endpoint.IsBucketName(name), Is.EqualTo(expected));

    [Test]
    public void IsBucketName_SixtyThreeCharactersAreTheMost() => Assert.Multiple(() =>
    {
        Assert.That(S3Endpoint.IsBucketName(new string('a', 63)), Is.True);
        Assert.That(S3Endpoint.IsBucketName(new string('a', 64)), Is.False);
    });

    /// <summary>An alias names no bucket: S3 goes by the Host header.</summary>
    [TestCase("A")]
    [TestCase("AAAA")]
    public void BucketsBehind_Alias_IsTheRecordsOwnName(string type) =>
        Assert.That(S3Endpoint.BucketsBehind(A.Alias("www.example.com", type, "S3-Website-us-east-1.amazonaws.com.")), Is.EqualTo(new[] { "www.example.com" }));

    /// <summary>The name in the target is what its author meant, the record's own name is what S3 serves: both have to be gone.</summary>
    [Test]
    public void BucketsBehind_CnameToAnotherBucket_IsBoth() => Assert.That(
        S3Endpoint.BucketsBehind(A.Record("www.example.com", "CNAME", "assets.s3-website-us-east-1.amazonaws.com")),
        Is.EqualTo(new[] { "assets", "www.example.com" }));

    [Test]
    public void BucketsBehind_CnameToItsOwnBucket_IsOne() => Assert.That(
        S3Endpoint.BucketsBehind(A.Record("www.example.com", "CNAME", "www.example.com.s3.amazonaws.com")), Is.EqualTo(new[] { "www.example.com" }));

    /// <summary>No bucket can be called like a wildcard or like a name with an underscore, so only the target's counts.</summary>
    [TestCase("*.example.com")]
    [TestCase("_x.example.com")]
    public void BucketsBehind_RecordWhoseNameIsNoBucketName_IsTheTargetsOnly(string name) => Assert.Multiple(() =>
    {
        Assert.That(S3Endpoint.BucketsBehind(A.Record(name, "CNAME", "assets.s3.amazonaws.com")), Is.EqualTo(new[] { "assets" }));
        Assert.That(S3Endpoint.BucketsBehind(A.Alias(name, "A", "s3-website-us-east-1.amazonaws.com")), Is.Empty);
    });

    [Test]
    public void BucketsBehind_NotAnAddressOrName_IsNone() => Assert.Multiple(() =>
    {
        Assert.That(S3Endpoint.BucketsBehind(A.Record("www.example.com", "TXT", "assets.s3.amazonaws.com")), Is.Empty);
        Assert.That(S3Endpoint.BucketsBehind(A.Record("www.example.com", "MX", "assets.s3.amazonaws.com")), Is.Empty);
        Assert.That(S3Endpoint.BucketsBehind(A.Record("www.example.com", "CNAME", "assets.s3.amazonaws.com", "other.example.org")), Is.Empty);
        Assert.That(S3Endpoint.BucketsBehind(A.Record("www.example.com", "A")), Is.Empty);
    });

    private static string? Parse(string host) => S3Endpoint.TryParse(host, out var bucket) ? bucket : null;
}
