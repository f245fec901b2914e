using System.Text;
using Fixer.Iac.CloudFormation;

namespace Fixer.Iac.Tests.CloudFormation;

public class SourcesTests
{
    static string Record(string properties, string others = "") => $"Resources:\n  R:\n    Type: AWS::Route53::RecordSet\n    Properties: {{{properties}}}\n{others}";

    [Test]
    public void Read_Literals_AreNormalized()
    {
        var record = Templates.TheRecord(Record("HostedZoneName: Example.COM., Name: '\\052.WWW.example.com.', Type: cname, SetIdentifier: Blue, ResourceRecords: [Target.Example.NET.]"));

        Assert.Multiple(() =>
        {
            Assert.That((record.ZoneName, record.Name, record.Type, record.SetIdentifier), Is.EqualTo(("example.com", "*.www.example.com", "CNAME", "Blue")));
            Assert.That(record.Targets, Is.EqualTo(new[] { "target.example.net" }));
            Assert.That(record.Unknown, Is.Empty);
            Assert.That((record.Address, record.PrivateZone, record.ZoneId), Is.EqualTo(("R", (bool?)null, (string?)null)));
        });
    }

    [TestCase("Name: !Ref Env", "name")]
    [TestCase("Name: !Sub '${Env}.example.com'", "name")]
    [TestCase("Name: !Sub '${AWS::Region}.example.com'", "name")]
    [TestCase("Name: '{{resolve:ssm:name}}'", "name")]
    [TestCase("Name: !Join ['.', [a, b]]", "name")]
    [TestCase("Type: !If [C, A, AAAA]", "type")]
    [TestCase("SetIdentifier: yes", "set_identifier")]
    [TestCase("SetIdentifier: 010", "set_identifier")]
    [TestCase("ResourceRecords: [192.0.2.1, !GetAtt E.PublicIp]", "targets")]
    [TestCase("ResourceRecords: !Split [',', 'a,b']", "targets")]
    [TestCase("AliasTarget: {DNSName: !GetAtt L.DNSName}", "targets")]
    [TestCase("HostedZoneId: !Ref ZoneParameter", "zone")]
    [TestCase("HostedZoneId: !ImportValue z", "zone")]
    [TestCase("'Fn::Transform': {Name: M}, Name: a, Type: A, SetIdentifier: x, HostedZoneId: Z", "targets")]
    public void Read_Computed_IsUnknownAndNeverGuessed(string properties, string unknown)
    {
        var record = Templates.TheRecord("Parameters:\n  Env: {Type: String, Default: prod}\n" + Record(properties));

        Assert.That(record.Unknown, Does.Contain(unknown));
        Assert.That(record.Targets, Is.Empty);
    }

    [TestCase("Name: !Sub www.example.com", "www.example.com")]
    [TestCase("Name: {'Fn::Sub': 'a.${!b}'}", "a.${b}")]
    [TestCase("Name: !Ref AWS::NoValue", null)]
    [TestCase("Name: 42", "42")]
    public void Read_Constant_IsKnown(string properties, string? name)
    {
        var record = Templates.TheRecord(Record(properties));

        Assert.That((record.Name, record.Unknown.Count), Is.EqualTo((name, 0)));
    }

    [TestCase("", false)]
    [TestCase(", VPCs: [{VPCId: vpc-1, VPCRegion: eu-west-1}]", true)]
    [TestCase(", VPCs: !Ref Vpcs", null)]
    public void Read_ZoneInTheTemplate_GivesNameAndKind(string vpcs, bool? isPrivate)
    {
        var zone = $"  Zone:\n    Type: AWS::Route53::HostedZone\n    Properties: {{Name: example.com{vpcs}}}\n";

        foreach (var reference in new[] { "!Ref Zone", "!GetAtt Zone.Id", "{'Fn::GetAtt': [Zone, Id]}" })
        {
            var record = Templates.TheRecord(Record($"HostedZoneId: {reference}, Name: a", zone));
            Assert.That((record.ZoneName, record.PrivateZone, record.Unknown.Count), Is.EqualTo(("example.com", isPrivate, 0)), reference);
        }
    }

    [Test]
    public void Read_Alias_IsTheTarget() =>
        Assert.That(Templates.TheRecord(Record("AliasTarget: {DNSName: D111.cloudfront.net., HostedZoneId: Z2FDTNDATAQYW2}")).Targets, Is.EqualTo(new[] { "d111.cloudfront.net" }));

    [Test]
    public void Read_Group_ItemsTakeTheZoneOfTheGroup()
    {
        var records = Templates.Read("Resources:\n  G:\n    Type: AWS::Route53::RecordSetGroup\n    Properties:\n      HostedZoneId: /hostedzone/Z1\n      RecordSets:\n        - {Name: a, Type: A}\n        - {Name: b, Type: A, HostedZoneId: Z2}\n").Records;

        Assert.That(records.Select(r => (r.Address, r.ZoneId, r.Name, r.Location.StartLine)), Is.EqualTo(new[] { ("G[0]", "Z1", "a", 7), ("G[1]", "Z2", "b", 8) }));
    }

    [Test]
    public void Read_ForEach_RecordsAreReportedWithoutGuessing()
    {
        var record = Templates.TheRecord("Transform: AWS::LanguageExtensions\nResources:\n  'Fn::ForEach::L':\n    - N\n    - [a, b]\n    - 'R${N}':\n        Type: AWS::Route53::RecordSet\n        Properties: {Name: '${N}.example.com', Type: A}\n");

        Assert.That((record.Address, record.Name, record.Type), Is.EqualTo(("R${N}", (string?)null, "A")));
        Assert.That(record.Unknown, Is.EquivalentTo(new[] { "name" }));
    }

    [Test]
    public void Read_Buckets_OnlyThoseWithAName() =>
        Assert.That(
            Templates.Read("Resources:\n  A: {Type: AWS::S3::Bucket, Properties: {BucketName: one}}\n  B: {Type: AWS::S3::Bucket}\n  C: {Type: AWS::S3::Bucket, Properties: {BucketName: !Ref N}}\n").Buckets.Select(b => (b.Address, b.Name)),
            Is.EqualTo(new[] { ("A", "one") }));

    [TestCase("Resources:\n  R: {Type: AWS::Route53::RecordSet\n", TemplateProblems.Syntax)]
    [TestCase("resources:\n  Resources:\n    R:\n      Type: AWS::Route53::RecordSet\n", TemplateProblems.RecordOutsideTemplate)]
    [TestCase("Rec:\n  Type: AWS::Route53::RecordSetGroup\n", TemplateProblems.RecordOutsideTemplate)]
    [TestCase("Resources:\n  S:\n    Type: AWS::CloudFormation::StackSet\n    Properties:\n      TemplateBody: |\n        Resources: {R: {Type: AWS::Route53::RecordSet}}\n", TemplateProblems.RecordOutsideTemplate)]
    [TestCase("Resources:\n  A: {Type: AWS::SNS::Topic}\n  'Fn::Transform': {Name: AWS::Include, Parameters: {Location: s3://b/k}}\n", TemplateProblems.IncludedResources)]
    [TestCase("Transform: {Name: AWS::Include, Parameters: {Location: s3://b/k}}\nResources:\n  A: {Type: AWS::SNS::Topic}\n", TemplateProblems.IncludedResources)]
    [TestCase("x: &x {B: {Type: AWS::SNS::Topic}}\nResources:\n  <<: *x\n  A: {Type: AWS::SNS::Topic}\n", TemplateProblems.AliasedResources)]
    [TestCase("Resources:\n  A: {Type: AWS::SNS::Topic}\n  B: {Properties: {}}\n", TemplateProblems.UnclearResource)]
    [TestCase("Resources:\n  G: {Type: AWS::Route53::RecordSetGroup, Properties: {RecordSets: !Ref X}}\n", TemplateProblems.UnclearResource)]
    [TestCase("Resources:\n  M: {Type: 'Acme::Dns::Record::MODULE'}\n", TemplateProblems.HiddenRecords)]
    [TestCase("Resources:\n  A: {Type: AWS::Serverless::Api, Properties: {Domain: {DomainName: a, Route53: {HostedZoneName: b}}}}\n", TemplateProblems.HiddenRecords)]
    public void Read_NotUnderstood_IsAProblem(string text, string code) =>
        Assert.That(Templates.Read(text).Problems.Select(p => p.Code), Is.EqualTo(new[] { code }));

    [TestCase("a: [\n", "broken.yaml")]
    [TestCase("Resources: [AWS::Route53::RecordSet]\n", "config-rule.json")]
    [TestCase("Resources:\n  R: {Type: AWS::Route53::RecordSet\n", "notes.txt")]
    public void Read_SomethingElse_IsPassedOver(string text, string path)
    {
        var reading = Templates.Read(text, path);

        Assert.That((reading.Problems.Length, reading.Records.Length), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Read_Utf16_IsAProblem() =>
        Assert.That(
            CloudFormationSources.Read(Templates.Tree(("t.yaml", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Record("Name: a"))]))).Problems.Select(p => p.Code),
            Is.EqualTo(new[] { TemplateProblems.NotUtf8 }));
}
