using Fixer.Iac.Terraform.State;
using static Fixer.Iac.Tests.Terraform.State.StateText;

namespace Fixer.Iac.Tests.Terraform.State;

public class StateIndexTests
{
    [Test]
    public void ByRecord_HowEverItIsWritten_FindsTheAddress()
    {
        var index = StateIndex.Of(
        [
            StateText.Read(Of(), "empty"),
            StateText.Read(Of(Resource("aws_route53_record", "a", Record("Z1", "\\052.Example.com.", "A"), "\"index_key\":1," + Record("Z1", "a\\100b.example.com", "A", "blue"))), "one"),
            StateText.Read(Of(), "empty too"),
            StateText.Read(Of(Resource("aws_route53_record", "a", Record("Z2", "*.example.com", "A"))), "two"),
        ]);
        Assert.That(Found(index.ByRecord(StateRecord.Of("/hostedzone/Z1", "*.example.com.", "a", ""))), Is.EqualTo(new[] { "one: aws_route53_record.a" }));
        Assert.That(Found(index.ByRecord(StateRecord.Of("Z1", "A@b.example.com", "A", "blue"))), Is.EqualTo(new[] { "one: aws_route53_record.a[1]" }));
        Assert.That(Found(index.ByRecord(StateRecord.Of("Z2", "\\052.example.com", "A", null))), Is.EqualTo(new[] { "two: aws_route53_record.a" }));
        Assert.That(Found(index.ByRecord(StateRecord.Of("Z2", "\\052.example.com", "AAAA", null))), Is.Empty);
        Assert.That(Found(index.ByRecord(StateRecord.Of("Z2", "\\052.example.com", "A", "blue"))), Is.Empty);
    }

    [TestCase("a\\056b.example.com", "a\\056b.example.com")]
    [TestCase("a\\134b", "a\\134b")]
    [TestCase("\\101\\137\\041", "a_!")]
    [TestCase("\\001\\177\\377\\4", "\\001\\177\\377\\4")]
    public void NormalName_Codes_StandForCharactersThatMeanNothingElse(string name, string normal) => Assert.That(StateRecord.NormalName(name), Is.EqualTo(normal));

    [Test]
    public void ById_SameIdOfAnotherType_IsNotFound()
    {
        var index = StateIndex.Of([StateText.Read(Of(
            Resource("aws_s3_bucket", "b", Attributes(("id", "x"), ("bucket", "x"))),
            Resource("aws_s3_bucket_policy", "b", Attributes(("id", "x")))))]);
        Assert.That(Found(index.ById("aws_s3_bucket_policy", "x")), Is.EqualTo(new[] { "s3://states/app.tfstate: aws_s3_bucket_policy.b" }));
        Assert.That(index.ById("aws_s3_bucket_policy", "x").IsConflict, Is.False);
        Assert.That(Found(index.ById("aws_s3_object", "x")), Is.Empty);
    }

    [Test]
    public void ByArn_TwoStatesOwnIt_IsAConflict()
    {
        var one = StateText.Read(Of(Resource("aws_lb", "a", Attributes(("arn", "arn:1")))), "one");
        var two = StateText.Read(Of(Resource("aws_alb", "b", Attributes(("arn", "arn:1")))), "two");
        var data = StateText.Read(Of(AsData(Resource("aws_lb", "c", Attributes(("arn", "arn:1"))))), "three");
        var answer = StateIndex.Of([one, two, data]).ByArn("arn:1");
        Assert.That(Found(answer), Is.EqualTo(new[] { "one: aws_lb.a", "two: aws_alb.b" }));
        Assert.That(answer.Readers.Select(r => r.ToString()), Is.EqualTo(new[] { "three: data.aws_lb.c" }));
        Assert.That(answer.IsConflict);
        Assert.That(StateIndex.Of([one, data]).ByArn("arn:1").IsConflict, Is.False, "a data source owns nothing");
    }

    [TestCase("arn:1", "arn:1", true)]
    [TestCase("arn:1", "arn:2", false)]
    [TestCase("arn:1", null, true)]
    [TestCase(null, null, true)]
    public void ById_TwoOwners_AreAConflictUnlessTheirArnsDiffer(string? first, string? second, bool isConflict)
    {
        var states = new[] { first, second }.Select((arn, i) => StateText.Read(Of(Resource("aws_iam_role", "r", Attributes(("id", "admin"), ("arn", arn)))), $"state {i}"));
        var answer = StateIndex.Of(states).ById("aws_iam_role", "admin");
        Assert.That((answer.Owners.Length, answer.IsConflict), Is.EqualTo((2, isConflict)));
    }

    [Test]
    public void ByArn_ResourceThatBearsTheArnOfAnother_IsNoConflict() =>
        Assert.That(
            StateIndex.Of([StateText.Read(Of(
                Resource("aws_secretsmanager_secret", "s", Attributes(("arn", "arn:s"))),
                Resource("aws_secretsmanager_secret_version", "s", Attributes(("arn", "arn:s")))))]).ByArn("arn:s").IsConflict,
            Is.False);

    [Test]
    public void ByArn_CurrentAndDeposedObject_AreNoConflict()
    {
        var answer = StateIndex.Of([StateText.Read(Of(Resource("aws_lb", "a", Attributes(("arn", "arn:1")), "\"deposed\":\"00000001\"," + Attributes(("arn", "arn:1")))))]).ByArn("arn:1");
        Assert.That((answer.Owners.Length, answer.IsConflict), Is.EqualTo((2, false)));
    }

    [Test]
    public void Of_IncompleteState_MakesAbsenceProveNothing()
    {
        var whole = Of(Resource("aws_lb", "a", Attributes(("arn", "arn:1"))));
        var index = StateIndex.Of([StateText.Read(whole, "whole"), StateText.Read(whole[..^20], "cut")]);
        Assert.That(index.Incomplete.Select(s => s.Origin), Is.EqualTo(new[] { "cut" }));
        Assert.That(index.ByArn("arn:none").IsConclusive, Is.False);
        Assert.That(StateIndex.Of([StateText.Read(whole)]).ByArn("arn:none").IsConclusive);
    }

    [Test]
    public void Find_AmongMany_AgreesWithASearch()
    {
        var states = Enumerable.Range(0, 50).Select(s => StateText.Read(
            Of([.. Enumerable.Range(0, 20).Select(r => Resource("aws_x", $"r{r}", Attributes(("id", $"{s * r % 37}"), ("arn", $"arn:{s * r % 91}"))))]), $"{s}")).ToArray();
        var index = StateIndex.Of(states);
        var all = states.SelectMany(s => s.Instances.Select(i => new StateHit(s, i))).ToArray();
        for (var i = 0; i < 100; i++)
        {
            Assert.That(index.ByArn($"arn:{i}").Owners, Is.EqualTo(all.Where(h => h.Instance.Arn == $"arn:{i}")));
            Assert.That(index.ById("aws_x", $"{i}").Owners, Is.EqualTo(all.Where(h => h.Instance.Id == $"{i}")));
        }
    }

    static string[] Found(StateAnswer answer) => [.. answer.Owners.Select(o => o.ToString())];
}
