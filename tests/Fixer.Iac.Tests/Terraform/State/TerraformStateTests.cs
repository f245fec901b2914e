using System.Text;
using Fixer.Iac.Terraform.State;
using static Fixer.Iac.Tests.Terraform.State.StateText;

namespace Fixer.Iac.Tests.Terraform.State;

public class TerraformStateTests
{
    [Test]
    public void Read_State_KeepsWhatItIsLookedUpBy()
    {
        var state = StateText.Read(Of(InModule("module.dns[\"example.com\"]", Resource("aws_route53_record", "this", "\"index_key\":\"www_CNAME\",\"schema_version\":2," + Attributes(
            ("fqdn", "WWW.example.com."), ("id", "Z1_www_CNAME_blue"), ("name", "www"), ("records", null), ("set_identifier", "blue"), ("type", "CNAME"), ("zone_id", "/hostedzone/Z1"))
            + ",\"private\":\"bnVsbA==\",\"dependencies\":[\"aws_route53_zone.this\",\"data.aws_region.here\"]"))));
        var instance = state.Instances.Single();
        Assert.Multiple(() =>
        {
            Assert.That(state.IsComplete);
            Assert.That((state.Lineage, state.Serial, state.TerraformVersion, state.Origin), Is.EqualTo(("1e872f1e", 7L, "1.11.4", "s3://states/app.tfstate")));
            Assert.That(instance.Address, Is.EqualTo("module.dns[\"example.com\"].aws_route53_record.this[\"www_CNAME\"]"));
            Assert.That((instance.Id, instance.Name, instance.Arn), Is.EqualTo(("Z1_www_CNAME_blue", "www", (string?)null)));
            Assert.That(instance.Record, Is.EqualTo(new StateRecord("Z1", "www.example.com", "CNAME", "blue")));
            Assert.That(instance.Dependencies, Is.EqualTo(new[] { "aws_route53_zone.this", "data.aws_region.here" }));
            Assert.That(instance.Resource.Provider, Is.EqualTo("provider[\"registry.terraform.io/hashicorp/aws\"]"));
        });
    }

    [Test]
    public void Read_RecordWithoutFullName_IsKnownByItsName() =>
        Assert.That(
            StateText.Read(Of(Resource("aws_route53_record", "r", Attributes(("name", "\\052.example.com"), ("type", "A"), ("zone_id", "Z1"), ("fqdn", ""))))).Instances.Single().Record,
            Is.EqualTo(new StateRecord("Z1", "*.example.com", "A", null)));

    [Test]
    public void Read_Bucket_KeepsItsName()
    {
        var instance = StateText.Read(Of(Resource("aws_s3_bucket", "b", Attributes(("arn", "arn:aws:s3:::b1"), ("bucket", "b1"), ("id", "b1"))))).Instances.Single();
        Assert.That((instance.Bucket, instance.Arn), Is.EqualTo(("b1", "arn:aws:s3:::b1")));
        Assert.That(instance.Id, Is.SameAs(instance.Bucket), "one text is enough");
    }

    [Test]
    public void Read_DeposedAndTaintedAndData_AreMarked()
    {
        var state = StateText.Read(Of(
            Resource("aws_lb", "a", "\"status\":\"tainted\"", "\"deposed\":\"0a1b2c3d\"", "\"deposed\":\"0a1b2c3e\",\"status\":\"\""),
            AsData(Resource("aws_lb", "a", "\"index_key\":2"))));
        Assert.That(state.Instances.Select(i => $"{i} {i.IsTainted} {i.Resource.IsData}"), Is.EqualTo(new[]
        {
            "aws_lb.a True False",
            "aws_lb.a (deposed object 0a1b2c3d) False False",
            "aws_lb.a (deposed object 0a1b2c3e) False False",
            "data.aws_lb.a[2] False True",
        }));
    }

    [Test]
    public void Read_Identity_IsKept()
    {
        var instance = StateText.Read(Of(Resource("aws_iam_role", "r",
            "\"attributes\":{\"id\":\"r\"},\"identity_schema_version\":0,\"identity\":{\"account_id\":\"111122223333\",\"arn\":\"arn:aws:iam::111122223333:role/r\",\"n\":5,\"on\":true,\"more\":{\"x\":[1]},\"none\":null}"))).Instances.Single();
        Assert.That(instance.Identity.Select(i => $"{i.Key}={i.Value}"), Is.EqualTo(new[] { "account_id=111122223333", "arn=arn:aws:iam::111122223333:role/r", "n=5", "on=true" }));
        Assert.That(instance.Arn, Is.EqualTo("arn:aws:iam::111122223333:role/r"), "the attributes lack it");
    }

    [Test]
    public void Read_MembersInAnotherOrder_AreTheSame()
    {
        var state = StateText.Read("""
            {"lineage":"l","resources":[
              {"instances":[{"attributes":{"fqdn":"a.b","type":"A","zone_id":"Z1","bucket":"no"},"index_key":0}],"mode":"managed","module":"module.m","name":"r","type":"aws_route53_record"},
              {"instances":[{"attributes":{"fqdn":"a.b","type":"A","zone_id":"Z1","bucket":"yes"}}],"mode":"managed","name":"r","type":"aws_s3_bucket"}],
             "serial":1,"version":4}
            """);
        Assert.That(state.Fault, Is.Null);
        Assert.That(state.Instances.Select(i => $"{i} {i.Record?.Name} {i.Bucket}"), Is.EqualTo(new[] { "module.m.aws_route53_record.r[0] a.b ", "aws_s3_bucket.r  yes" }));
    }

    [Test]
    public void Read_AttributesOfOtherKinds_AreNone()
    {
        var instance = StateText.Read(Of(Resource("aws_x", "r", "\"attributes\":{\"id\":5,\"arn\":{\"id\":\"inner\"},\"name\":[\"n\"]}", "\"index_key\":1,\"attributes\":null,\"attributes_flat\":{\"id\":\"flat\"}")));
        Assert.That(instance.Instances.Select(i => (i.Id, i.Arn, i.Name)), Is.EqualTo(new (string?, string?, string?)[] { (null, null, null), ("flat", null, null) }));
    }

    [Test]
    public void Read_StateWithoutAnything_IsCompleteAndEmpty()
    {
        foreach (var text in new[] { Of(), """{"version":4,"resources":null}""", " {\"version\" : 4}\n", Of("""{"mode":"managed","type":"a","name":"b","instances":null}""") })
            Assert.That((StateText.Read(text).IsComplete, StateText.Read(text).Instances.Length), Is.EqualTo((true, 0)), text);
    }

    [TestCase("", "TFS001", 0)]
    [TestCase(" \n ", "TFS001", 3)]
    [TestCase("""{"version":4""", "TFS002", 12)]
    [TestCase("""{"version":4}x""", "TFS003", 13)]
    [TestCase("""{"version":4}{}""", "TFS003", 13)]
    [TestCase("""{"version":4,"resources":[}""", "TFS003", 26)]
    [TestCase("<html>", "TFS003", 0)]
    [TestCase("version https://git-lfs.github.com/spec/v1", "TFS003", 0)]
    [TestCase("""{"version":3,"modules":[]}""", "TFS004", 11)]
    [TestCase("""{"version":5}""", "TFS004", 11)]
    [TestCase("""{"format_version":"1.0","values":{}}""", "TFS005", 35)]
    [TestCase("""{"serial":1,"lineage":"x","meta":{},"encrypted_data":"AAAA","encryption_version":"v0"}""", "TFS006", 85)]
    [TestCase("[]", "TFS011", 0)]
    [TestCase("""{"version":"4"}""", "TFS011", 11)]
    [TestCase("""{"version":4,"resources":{}}""", "TFS011", 25)]
    [TestCase("""{"version":4,"resources":[1]}""", "TFS011", 26)]
    [TestCase("""{"version":4,"resources":[{"mode":"both"}]}""", "TFS011", 34)]
    [TestCase("""{"version":4,"resources":[{"mode":"data","type":"t"}]}""", "TFS012", 51)]
    [TestCase("""{"version":4,"version":4}""", "TFS013", 13)]
    [TestCase("""{"version":4,"lineage":"\ud800"}""", "TFS010", 23)]
    public void Read_BrokenFile_NamesTheFaultAndItsPlace(string text, string code, long offset)
    {
        var state = StateText.Read(text);
        Assert.That(state.IsComplete, Is.False);
        Assert.That((state.Fault!.Code, state.Fault.Offset, state.Instances.Length), Is.EqualTo((code, offset, 0)), state.Fault.Message);
    }

    [TestCase("\"index_key\":1.5", "TFS011")]
    [TestCase("\"index_key\":true", "TFS011")]
    [TestCase("\"status\":\"gone\"", "TFS011")]
    [TestCase("\"attributes\":[]", "TFS011")]
    [TestCase("\"dependencies\":[{}]", "TFS011")]
    [TestCase("\"attributes\":{\"id\":\"a\",\"id\":\"b\"}", "TFS013")]
    [TestCase("\"index_key\":\"a\",\"index_key\":\"b\"", "TFS013")]
    [TestCase("\"index_key\":\"first\"", "TFS014")]
    public void Read_BrokenInstance_KeepsThoseBefore(string instance, string code)
    {
        var state = StateText.Read(Of(Resource("aws_x", "r", "\"index_key\":\"first\"", instance)));
        Assert.That(state.Fault?.Code, Is.EqualTo(code));
        Assert.That(state.Instances.Select(i => i.Address), Is.EqualTo(code == "TFS012" ? [] : new[] { "aws_x.r[\"first\"]" }));
    }

    [Test]
    public void Read_ResourceListedTwice_CountsOnce()
    {
        var state = StateText.Read(Of(Resource("aws_x", "r", "\"index_key\":1"), Resource("aws_x", "r", "\"index_key\":2")));
        Assert.That(state.Fault?.Code, Is.EqualTo("TFS014"));
        Assert.That(state.Instances.Select(i => i.Address), Is.EqualTo(new[] { "aws_x.r[1]" }));
    }

    [Test]
    public void Read_VersionBehindResources_CountsForThem() =>
        Assert.That(StateText.Read(Of(Resource("aws_x", "r", "")).Replace("\"version\":4,", "", StringComparison.Ordinal)[..^1] + ",\"version\":3}").Instances, Is.Empty);

    [Test]
    public void Read_DeepValue_IsPassedOverOrNamed()
    {
        string Nested(int levels) => Of(Resource("aws_x", "r", $"\"attributes\":{{\"id\":\"a\",\"x\":{new string('[', levels)}{new string(']', levels)}}}"));
        Assert.That(StateText.Read(Nested(9_000)).Instances.Single().Id, Is.EqualTo("a"));
        Assert.That(StateText.Read(Nested(1_000_000)).Fault?.Code, Is.EqualTo("TFS007"));
    }

    [Test]
    public void Read_LongString_IsPassedOverOrNamed()
    {
        string With(int length) => Of(Resource("aws_x", "r", Attributes(("content", new string('x', length)), ("id", "a"), ("name", new string('n', 5_000)))));
        var state = StateText.Read(With(20 << 20));
        Assert.That((state.Instances.Single().Id, state.Instances.Single().Name), Is.EqualTo(("a", (string?)null)));
        Assert.That(StateText.Read(With(65 << 20)).Fault?.Code, Is.EqualTo("TFS008"));
    }

    [Test]
    public void Read_StreamThatGivesOneByteAtATime_IsTheSame()
    {
        var text = Of(Resource("aws_x", "r", Attributes(("content", new string('x', 1 << 20)), ("id", "é\u20ac😀\n\"")), "\"index_key\":1"));
        var state = TerraformState.Read(new Drip(Encoding.UTF8.GetBytes(text)), "slow");
        Assert.That(state.Fault, Is.Null);
        Assert.That(state.Instances[0].Id, Is.EqualTo("é\u20ac😀\n\""));
    }

    [Test]
    public void Read_ManyDependencies_KeepsSome()
    {
        var state = StateText.Read(Of(Resource("aws_x", "r", $"\"dependencies\":[{string.Join(',', Enumerable.Range(0, 300).Select(i => $"\"aws_x.r{i}\""))}]")));
        Assert.That((state.Instances.Single().Dependencies.Length, state.Instances.Single().HasMoreDependencies), Is.EqualTo((256, true)));
    }

    sealed class Drip(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
    }
}
