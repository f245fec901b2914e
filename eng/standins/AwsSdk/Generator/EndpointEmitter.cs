using System;
using System.Linq;

namespace AwsSdk.Generator;

/// <summary>The endpoint rules as C#: which host a request goes to, and for which region and service it is signed.</summary>
internal static class EndpointEmitter
{
    public static Source Emit(Model model)
    {
        var source = new Source(model.Namespace + ".Internal", "Amazon.Runtime.Endpoints", "Amazon.Runtime.Internal.Endpoints.StandardLibrary", "Fixer.AwsSdk");
        source.Declaration($"public class Amazon{model.Client}EndpointProvider : IEndpointProvider", () =>
            source.Block("public Amazon.Runtime.Endpoints.Endpoint ResolveEndpoint(EndpointParameters parameters)", () =>
            {
                source.Line("var at = RegionalEndpointParameters.Of(parameters);");
                Rules(source, model.Endpoints);
                source.Line($"throw at.HasNone({Names.Literal(model["serviceId"])});");
            }));
        return source;
    }

    static void Rules(Source source, Json rules)
    {
        foreach (var rule in rules.Items)
        {
            var conditions = rule.Items[0].Items;
            source.Block(conditions.Count == 0 ? "" : $"if ({string.Join(" && ", conditions.Select(Condition))})", () => Then(source, rule.Items[1]));
        }
    }

    static void Then(Source source, Json then)
    {
        if (then.IsArray)
            Rules(source, then);
        else if (then.IsObject)
            source.Line($"return Regional.Endpoint({Value(then["url"])}, {Template(then["signingRegion"])}, {Template(then["signingName"])});");
        else
            source.Line("throw at.HasNone(null);");
    }

    static string Template(Json text) => text.IsSet ? Value(text) : "null";

    static string Condition(Json condition)
    {
        var argument = condition["argv"].Items;
        return condition["fn"].Text switch
        {
            "isSet" => $"{Value(argument[0])} != null",
            "not" => $"!({Condition(argument[0])})",
            "booleanEquals" or "stringEquals" => $"{Value(argument[0])} == {Value(argument[1])}",
            "aws.partition" => "at.Partition != null",
            var other => throw new NotSupportedException($"The generator does not know the endpoint function {other}."),
        };
    }

    /// <summary>A value: a literal with {Region} and {PartitionResult#dnsSuffix} in it, a parameter, or an attribute of the partition.</summary>
    static string Value(Json value)
    {
        if (value["ref"].Text is { } parameter)
            return "at." + parameter;
        if (value["fn"].Text == "getAttr")
            return $"at.Partition.{value["argv"].Items[1].Text}";
        if (value["fn"].IsSet)
            throw new NotSupportedException($"The generator does not know the endpoint function {value["fn"].Text}.");
        var text = value.Text!;
        return text is "true" or "false" ? text
            : text.Contains("{") ? "$" + Names.Literal(text.Replace("{Region}", "{at.Region}").Replace("{PartitionResult#", "{at.Partition."))
            : Names.Literal(text);
    }
}
