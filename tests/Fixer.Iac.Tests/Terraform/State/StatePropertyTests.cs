using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Fixer.Hcl;
using static Fixer.Iac.Tests.Terraform.State.StateText;

namespace Fixer.Iac.Tests.Terraform.State;

public class StatePropertyTests
{
    static readonly Gen<string> Name = Gen.String[Gen.Char["abz_-"], 1, 6].Select(s => "r" + s);

    static readonly Gen<JsonNode?> Key = Gen.OneOf(
        Gen.Const((JsonNode?)null),
        Gen.Int[0, 1000].Select(i => (JsonNode?)i),
        Gen.String[Gen.Char["ab\"\\${}%\n\t\r.é€/[] "], 0, 8].Select(s => (JsonNode?)s));

    static readonly Gen<(string? Module, bool IsData, string Type, string Name, JsonNode?[] Keys)[]> Resources =
        Gen.Select(Name.Select(n => n.Length % 2 == 0 ? null : $"module.{n}"), Gen.Bool, Name, Name, Key.Array[0, 4]).Array[0, 5];

    [Test]
    public void Read_CutState_IsNeverComplete() =>
        Gen.Select(Resources, Gen.Int[0, int.MaxValue]).Sample((resources, where) =>
        {
            var bytes = Encoding.UTF8.GetBytes(Text(resources));
            var cut = StateText.Read(bytes[..(where % bytes.Length)]);
            Assert.That(cut.IsComplete, Is.False);
            Assert.That(cut.Fault!.Code, Is.EqualTo("TFS001").Or.EqualTo("TFS002").Or.EqualTo("TFS014").Or.EqualTo("TFS010"));
            Assert.That(cut.Fault.Offset, Is.InRange(0, where % bytes.Length));
        });

    [Test]
    public void Read_StateCutAnywhere_IsNeverComplete()
    {
        var bytes = Encoding.UTF8.GetBytes(Of(Resource("aws_route53_record", "r", "\"index_key\":\"é\\n\"," + Record("Z1", "a.example.com", "A") + ",\"x\":[1.5e3,true,null,\"\\u00e9\"]", "\"index_key\":\"b\",\"status\":\"tainted\"")));
        Assert.That(StateText.Read(bytes).IsComplete);
        for (var length = 0; length < bytes.Length; length++)
            Assert.That(StateText.Read(bytes[..length]).Fault?.Code, Is.EqualTo(length == 0 ? "TFS001" : "TFS002"), $"cut at {length}");
    }

    [Test]
    public void Read_DamagedState_GivesAnAnswer() =>
        Gen.Select(Resources, Gen.Int[0, int.MaxValue], Gen.Byte).Sample((resources, where, with) =>
        {
            var bytes = Encoding.UTF8.GetBytes(Text(resources));
            bytes[where % bytes.Length] = with;
            var state = StateText.Read(bytes);
            Assert.That(state.IsComplete || state.Fault!.Code.StartsWith("TFS", StringComparison.Ordinal));
        });

    [Test]
    public void Read_GeneratedState_GivesItsAddresses() =>
        Resources.Sample(resources =>
        {
            var distinct = resources
                .DistinctBy(r => (r.Module, r.IsData, r.Type, r.Name))
                .Select(r => r with { Keys = [.. r.Keys.DistinctBy(k => k?.ToJsonString())] })
                .ToArray();
            var state = StateText.Read(Text(distinct));
            Assert.That(state.Fault, Is.Null);
            Assert.That(state.Instances.Select(i => (i.Resource.Address, (i.IndexKey is long n ? (object)(int)n : i.IndexKey))), Is.EqualTo(
                distinct.SelectMany(r => r.Keys.Select(k => ($"{(r.Module is null ? "" : r.Module + ".")}{(r.IsData ? "data." : "")}{r.Type}.{r.Name}", KeyOf(k))))));
        });

    [Test]
    public void Address_AnyKey_IsReadAsTheSameKeyByHcl() =>
        Gen.String[Gen.Char["ab\"\\${}%\n\t\r\u007f\u0001\u200b.é€/[] "], 0, 12].Sample(key =>
        {
            var address = StateText.Read(Of(Resource("aws_x", "r", $"\"index_key\":{JsonSerializer.Serialize(key)}"))).Instances.Single().Address;
            var expression = HclFragment.ParseExpression(Encoding.UTF8.GetBytes(address));
            Assert.That(expression.Diagnostics, Is.Empty, address);
            var steps = ((TraversalExpression)expression.Expression).Steps;
            Assert.That(((StringLiteral)((IndexStep)steps[^1]).Key).Value, Is.EqualTo(key), address);
        });

    static object? KeyOf(JsonNode? key) => key?.GetValueKind() switch
    {
        null => null,
        JsonValueKind.Number => key.GetValue<int>(),
        _ => key.GetValue<string>(),
    };

    static string Text((string? Module, bool IsData, string Type, string Name, JsonNode?[] Keys)[] resources) => Of([.. resources.Select(r =>
    {
        var resource = Resource(r.Type, r.Name, [.. r.Keys.Select(k => $"\"index_key\":{k?.ToJsonString() ?? "null"},\"attributes\":{{\"id\":\"i\",\"x\":[{{}}]}}")]);
        return (r.Module, r.IsData) switch
        {
            (null, false) => resource,
            (null, true) => AsData(resource),
            (var module, false) => InModule(module, resource),
            var (module, _) => InModule(module, AsData(resource)),
        };
    })]);
}
