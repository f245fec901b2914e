using System.Text;
using System.Text.Json;
using CsCheck;
using Fixer.Ownership;
using Fixer.Testing;
using static Fixer.Tests.Ownership.Trail.TrailText;

namespace Fixer.Tests.Ownership.Trail;

/// <summary>What CloudTrail says is the only proof that a person made something; it is read exactly or not at all.</summary>
public sealed class TrailRecordsTests
{
    [Test]
    public void Read_PersonInTheConsole_TellsWhoWhenAndHow()
    {
        var record = Parsed(Record("s3", "DeleteBucket", """{"bucketName":"assets.example.com"}""", more: ""","sessionCredentialFromConsole":"true" """));
        Assert.Multiple(() =>
        {
            Assert.That(record.Action, Is.EqualTo("s3:DeleteBucket"));
            Assert.That((record.AccountId, record.Region, record.ErrorCode), Is.EqualTo((A.Team, "us-east-1", (string?)null)));
            Assert.That(record.IsWrite);
            Assert.That(record.Event.EventId, Is.EqualTo("e-1"));
            Assert.That(record.Event.Time, Is.EqualTo(new DateTimeOffset(2026, 11, 20, 8, 30, 0, TimeSpan.Zero)));
            Assert.That(record.Event.UserName, Is.EqualTo("jo@example.com"));
            Assert.That(record.Event.FromConsole);
            Assert.That(record.Event.SourceAddress, Is.EqualTo("192.0.2.7"));
            Assert.That(record.Event.SessionIssuer, Does.Contain("/aws-reserved/sso.amazonaws.com/"));
            Assert.That(record.Event.FederatedProvider, Is.Null, "an empty object is nobody");
            Assert.That(Actors.Of(record.Event, [A.Domain]), Is.EqualTo(Actor.Person));
        });
    }

    // Each identity that userIdentity can hold, and the name a reader knows it by.
    [TestCase("""{"type":"IAMUser","arn":"arn:aws:iam::111111111111:user/jo","userName":"jo","accountId":"111111111111"}""", "jo", TestName = "IAM user")]
    [TestCase("""{"type":"AssumedRole","arn":"arn:aws:sts::111111111111:assumed-role/ci/run-7"}""", "run-7", TestName = "session of a role")]
    [TestCase("""{"type":"FederatedUser","arn":"arn:aws:sts::111111111111:federated-user/jo"}""", "jo", TestName = "federated user")]
    [TestCase("""{"type":"Root","principalId":"111111111111","arn":"arn:aws:iam::111111111111:root"}""", "111111111111", TestName = "root")]
    [TestCase("""{"type":"IdentityCenterUser","accountId":"111111111111","onBehalfOf":{"userId":"u-1","identityStoreArn":"arn:aws:identitystore::111111111111:identitystore/d-1"}}""", "u-1", TestName = "user of Identity Center")]
    [TestCase("""{"type":"SAMLUser","principalId":"x:jo","userName":"jo"}""", "jo", TestName = "SAML user")]
    [TestCase("""{"type":"WebIdentityUser","userName":"system:serviceaccount:dns:external-dns"}""", "system:serviceaccount:dns:external-dns", TestName = "web identity")]
    [TestCase("""{"type":"AWSService","invokedBy":"autoscaling.amazonaws.com"}""", "", TestName = "service")]
    [TestCase("""{"type":"AWSAccount","principalId":"AIDAX","accountId":"222222222222"}""", "AIDAX", TestName = "another account")]
    [TestCase("""{"type":"Unknown"}""", "", TestName = "identity nobody can read")]
    [TestCase("null", "", TestName = "no identity")]
    public void Read_Identity_IsNamed(string identity, string name) =>
        Assert.That(Parsed(Record("s3", "CreateBucket", """{"bucketName":"b"}""", identity: identity)).Event.UserName, Is.EqualTo(name));

    [Test]
    public void Read_SessionByWebIdentity_NamesTheProvider() => Assert.That(
        Parsed(Record("s3", "CreateBucket", identity: """{"type":"AssumedRole","arn":"arn:aws:sts::1:assumed-role/ci/jo@example.com","sessionContext":{"webIdFederationData":{"federatedProvider":"arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com","attributes":{}}}}""")).Event.FederatedProvider,
        Is.EqualTo("arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"));

    [Test]
    public void Read_CallThatFailed_WroteNothing()
    {
        var record = Parsed(Record("s3", "DeleteBucket", """{"bucketName":"b"}""", more: ""","errorCode":"BucketNotEmpty" """));
        Assert.That((record.IsWrite, record.Writes.Length), Is.EqualTo((false, 0)), "the bucket is there still");
    }

    [Test]
    public void Read_CallThatOnlyReads_WroteNothing()
    {
        var record = Parsed(Record("route53", "ListResourceRecordSets", more: ""","readOnly":true"""));
        Assert.That((record.IsWrite, record.IsComplete), Is.EqualTo((false, true)));
    }

    [TestCase("", TestName = "empty")]
    [TestCase("{", TestName = "cut off")]
    [TestCase("[]", TestName = "a list")]
    [TestCase("null", TestName = "null")]
    [TestCase("\"text\"", TestName = "text")]
    [TestCase("{}", TestName = "nothing in it")]
    [TestCase("""{"eventID":7,"eventName":"X","eventSource":"s3.amazonaws.com","eventTime":"2026-11-20T08:30:00Z","recipientAccountId":"111111111111"}""", TestName = "an id that is a number")]
    [TestCase("""{"eventID":"e","eventName":"X","eventSource":"s3.amazonaws.com","eventTime":"yesterday","recipientAccountId":"111111111111"}""", TestName = "no time")]
    [TestCase("""{"eventID":"e","eventName":"X","eventSource":"s3.amazonaws.com","eventTime":"2026-11-20T08:30:00Z","recipientAccountId":"mine"}""", TestName = "no account")]
    [TestCase("""{"eventID":"e","eventName":["X"],"eventSource":"s3.amazonaws.com","eventTime":"2026-11-20T08:30:00Z","recipientAccountId":"111111111111"}""", TestName = "a name that is a list")]
    [TestCase("""{"eventID":"\ud800","eventName":"X","eventSource":"s3.amazonaws.com","eventTime":"2026-11-20T08:30:00Z","recipientAccountId":"111111111111"}""", TestName = "half a character")]
    public void Read_WhatIsNoEvent_SaysWhy(string text) => Assert.That(Read(text), Has.Property(nameof(TrailReading.Record)).Null.And.Property(nameof(TrailReading.Problem)).Not.Empty);

    [Test]
    public void Read_DeepNesting_IsRefused() => Assert.That(Read(new string('[', 100_000)).Problem, Does.Contain("not JSON"));

    [Test]
    public void Read_TooManyBytes_IsRefused() => Assert.That(Read(Record("s3", "X", $"\"{new string('x', TrailRecords.MaxBytes)}\"")).Problem, Does.Contain("limit"));

    /// <summary>Whatever a member holds instead of what belongs there, reading goes on or says why not.</summary>
    [Test]
    public void Read_AnyMemberReplaced_NeverThrows()
    {
        var whole = ChangeBatch("""[{"action":"CREATE","resourceRecordSet":{"name":"www.example.com","type":"A","setIdentifier":"a","tTL":60,"resourceRecords":[{"value":"192.0.2.1"}]} }]""");
        string[] others = ["null", "7", "\"x\"", "[]", "{}", "[[]]", "[null]", "{\"items\":[7]}", "true"];
        var places = Places(whole);
        Gen.Select(Gen.Int[0, places.Count - 1], Gen.Int[0, others.Length - 1]).Sample((place, other) =>
        {
            var text = string.Concat(whole.AsSpan(0, places[place].Start), others[other], whole.AsSpan(places[place].End));
            var reading = Read(text);
            Assert.That((reading.Record is null) != (reading.Problem is null), text);
        });
    }

    /// <summary>Where each value of a document begins and ends.</summary>
    private static List<(int Start, int End)> Places(string json)
    {
        List<(int Start, int End)> places = [];
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray or JsonTokenType.PropertyName)
                continue;
            var value = reader;
            value.Skip();
            places.Add(((int)reader.TokenStartIndex, (int)value.BytesConsumed));
        }

        return places;
    }
}
