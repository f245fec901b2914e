using Fixer.Ownership;
using Fixer.Testing;
using static Fixer.Tests.Ownership.Trail.TrailText;

namespace Fixer.Tests.Ownership.Trail;

/// <summary>Which resources an event wrote. A write that is overlooked makes a pipeline's record look hand-made.</summary>
public sealed class TrailWritesTests
{
    private const string Www = """{"action":"UPSERT","resourceRecordSet":{"name":"www.example.com.","type":"CNAME","tTL":60,"resourceRecords":[{"value":"x"}]} }""";

    private static readonly (string Why, string Source, string Name, string Request, string Response, string[] Written)[] Table =
    [
        ("a bucket", "s3", "DeleteBucket", """{"bucketName":"assets"}""", "null", ["Deleted us-east-1/s3:bucket/assets"]),
        ("a bucket's making", "s3", "CreateBucket", """{"bucketName":"assets"}""", "null", ["Created us-east-1/s3:bucket/assets"]),
        ("a bucket's openness", "s3", "PutBucketPublicAccessBlock", """{"bucketName":"assets"}""", "null", ["Changed us-east-1/s3:bucket/assets"]),
        ("a load balancer, version 2", "elasticloadbalancing", "DeleteLoadBalancer", """{"loadBalancerArn":"arn:aws:elasticloadbalancing:us-east-1:111111111111:loadbalancer/app/web/50dc6c495c0c9188"}""", "null", ["Deleted us-east-1/elasticloadbalancing:loadbalancer/arn:aws:elasticloadbalancing:us-east-1:111111111111:loadbalancer/app/web/50dc6c495c0c9188"]),
        ("a load balancer, version 1", "elasticloadbalancing", "DeleteLoadBalancer", """{"loadBalancerName":"web"}""", "null", ["Deleted us-east-1/elasticloadbalancing:loadbalancer/web"]),
        ("an address by allocation", "ec2", "ReleaseAddress", """{"allocationId":"eipalloc-1"}""", """{"_return":true}""", ["Deleted us-east-1/ec2:elastic-ip/eipalloc-1"]),
        ("an address by itself", "ec2", "ReleaseAddress", """{"publicIp":"52.1.2.3"}""", "null", ["Deleted us-east-1/ec2:elastic-ip/52.1.2.3"]),
        ("several instances", "ec2", "TerminateInstances", """{"instancesSet":{"items":[{"instanceId":"i-1"},{"instanceId":"i-2"}]} }""", "null", ["Deleted us-east-1/ec2:instance/i-1", "Deleted us-east-1/ec2:instance/i-2"]),
        ("instances that were started: the answer names them", "ec2", "RunInstances", """{"instancesSet":{"items":[{"imageId":"ami-1"}]} }""", """{"instancesSet":{"items":[{"instanceId":"i-1"}]} }""", ["Created us-east-1/ec2:instance/i-1"]),
        ("an instance in the newer form of parameters", "ec2", "ModifyInstanceMetadataOptions", """{"ModifyInstanceMetadataOptionsRequest":{"InstanceId":"i-1"} }""", "null", ["Changed us-east-1/ec2:instance/i-1"]),
        ("a volume", "ec2", "CreateVolume", "{}", """{"volumeId":"vol-1"}""", ["Created us-east-1/ec2:volume/vol-1"]),
        ("a snapshot", "ec2", "ModifySnapshotAttribute", """{"snapshotId":"snap-1"}""", "null", ["Changed us-east-1/ec2:snapshot/snap-1"]),
        ("a security group", "ec2", "AuthorizeSecurityGroupIngress", """{"groupId":"sg-1"}""", "null", ["Changed us-east-1/ec2:security-group/sg-1"]),
        ("a distribution: CloudFront is global", "cloudfront", "DeleteDistribution", """{"id":"E1"}""", "null", ["Deleted global/cloudfront:distribution/E1"]),
        ("an environment", "elasticbeanstalk", "TerminateEnvironment", """{"environmentId":"e-1"}""", "null", ["Deleted us-east-1/elasticbeanstalk:environment/e-1"]),
        ("a domain name", "apigateway", "DeleteDomainName", """{"domainName":"api.example.com"}""", "null", ["Deleted us-east-1/apigateway:domainname/api.example.com"]),
        ("a zone, with its path in front", "route53", "DeleteHostedZone", """{"id":"/hostedzone/Z2"}""", "null", ["Deleted global/route53:hostedzone/Z2"]),
        ("a database snapshot: CloudTrail's own spelling", "rds", "ModifyDBSnapshotAttribute", """{"dBSnapshotIdentifier":"db-1"}""", "null", ["Changed us-east-1/rds:snapshot/db-1"]),
        ("a role: IAM is global", "iam", "AttachRolePolicy", """{"roleName":"ci","policyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}""", "null", ["Changed global/iam:role/ci"]),
        ("a key of one's own: only the answer names the user", "iam", "CreateAccessKey", "null", """{"accessKey":{"userName":"jo"} }""", ["Changed global/iam:user/jo"]),
        ("a function", "lambda", "CreateFunction20150331", """{"functionName":"f"}""", "null", ["Created us-east-1/lambda:function/f"]),
        ("a function by ARN", "lambda", "AddPermission20150331v2", """{"functionName":"arn:aws:lambda:us-east-1:111111111111:function:f"}""", "null", ["Changed us-east-1/lambda:function/f"]),
    ];

    [TestCaseSource(nameof(Cases))]
    public string[] Of(string source, string name, string request, string response)
    {
        var record = Parsed(Record(source, name, request, response));
        Assert.That(record.IsComplete);
        return [.. record.Writes.Select(w => $"{w.Kind} {w.Resource.Region}/{w.Resource.Type}/{w.Resource.Id}")];
    }

    [TestCase($"[{Www}]", TestName = "a list of changes")]
    [TestCase($$"""{"change":[{{Www}}]}""", TestName = "a list inside an object")]
    [TestCase($$"""{"change":{{Www}} }""", TestName = "one change inside an object")]
    [TestCase(Www, TestName = "one change by itself")]
    public void Of_RecordSets_InEachForm(string changes)
    {
        var record = Parsed(ChangeBatch(changes, "/hostedzone/Z1EXAMPLE"));
        Assert.That(record.IsComplete);
        Assert.That(record.Writes, Is.EqualTo(new[] { new ResourceWrite(A.Record("www.example.com", "CNAME", "x").Resource, WriteKind.Changed) }));
    }

    [Test]
    public void Of_RecordSets_TellsSiblingsApart()
    {
        var record = Parsed(ChangeBatch("""[{"action":"CREATE","resourceRecordSet":{"name":"www.example.com","type":"A","setIdentifier":"blue"} },{"action":"DELETE","resourceRecordSet":{"name":"www.example.com","type":"A","setIdentifier":"green"} }]"""));
        var www = A.Record("www.example.com", "A", "192.0.2.1");
        Assert.Multiple(() =>
        {
            Assert.That(record.On(www.Weighted("blue").Resource)!.Creates, "it was created");
            Assert.That(record.On(www.Weighted("green").Resource)!.Creates, Is.False, "it was deleted");
            Assert.That(record.On(www.Weighted("red").Resource), Is.Null);
            Assert.That(record.On(www.Resource), Is.Null, "a simple record is another one");
        });
    }

    // Route 53 takes names in any of these forms, and CloudTrail notes what was sent.
    [TestCase("WWW.Example.COM")]
    [TestCase("www.example.com.")]
    public void Of_RecordSets_NamesInNormalForm(string name) =>
        Assert.That(Parsed(ChangeBatch($$"""[{"action":"CREATE","resourceRecordSet":{"name":"{{name}}","type":"cname"} }]""")).On(A.Record("www.example.com", "CNAME", "x").Resource), Is.Not.Null);

    [Test]
    public void Of_RecordSets_Wildcard() =>
        Assert.That(Parsed(ChangeBatch("""[{"action":"CREATE","resourceRecordSet":{"name":"\\052.example.com.","type":"A"} }]""")).On(A.Record("*.example.com", "A", "x").Resource), Is.Not.Null);

    [TestCase("[]", TestName = "no change in it")]
    [TestCase($$"""[{{Www}},{"action":"UPSERT","resourceRecordSet":{"type":"A"} }]""", TestName = "a change without a name")]
    [TestCase($$"""[{{Www}},{"action":"REPLACE","resourceRecordSet":{"name":"a.example.com","type":"A"} }]""", TestName = "an action nobody knows")]
    [TestCase($"[{Www},7]", TestName = "a change that is none")]
    [TestCase("7", TestName = "changes that are none")]
    public void Of_RecordSetsThatAreNotAllTold_AreNotComplete(string changes) => Assert.That(Parsed(ChangeBatch(changes)).IsComplete, Is.False);

    [Test]
    public void Of_ParametersThatCloudTrailLeftOut_AreNotComplete() => Assert.That(
        Parsed(Record("route53", "ChangeResourceRecordSets", """{"omitted":true,"originalSize":200000,"reason":"the field is too large"}""")).IsComplete, Is.False, "it may have written any record of the zone");

    [Test]
    public void Of_OperationNobodyKnows_IsNotComplete() => Assert.That(Parsed(Record("route53", "CreateTrafficPolicyInstance", "{}")).IsComplete, Is.False);

    private static IEnumerable<TestCaseData> Cases() =>
        Table.Select(row => new TestCaseData(row.Source, row.Name, row.Request, row.Response).Returns(row.Written).SetName($"{row.Source}:{row.Name}: {row.Why}"));
}
