using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fixer.Iac.Terraform.State;

namespace Fixer.Iac.Tests.Terraform.State;

/// <summary>States as text.</summary>
static class StateText
{
    public static TerraformState Read(string text, string origin = "s3://states/app.tfstate") => Read(Encoding.UTF8.GetBytes(text), origin);

    public static TerraformState Read(byte[] bytes, string origin = "s3://states/app.tfstate") => TerraformState.Read(new MemoryStream(bytes), origin);

    /// <summary>A state of these resources, which are JSON.</summary>
    public static string Of(params string[] resources) =>
        $$"""{"version":4,"terraform_version":"1.11.4","serial":7,"lineage":"1e872f1e","outputs":{},"resources":[{{string.Join(',', resources)}}],"check_results":null}""";

    /// <summary>A resource of these instances, which are the members of an object in JSON.</summary>
    public static string Resource(string type, string name, params string[] instances) =>
        $$"""{"mode":"managed","type":"{{type}}","name":"{{name}}","provider":"provider[\"registry.terraform.io/hashicorp/aws\"]","instances":[{{string.Join(',', instances.Select(i => "{" + i + "}"))}}]}""";

    public static string InModule(string module, string resource) => resource.Insert(1, $"\"module\":{JsonSerializer.Serialize(module)},");

    public static string AsData(string resource) => resource.Replace("\"managed\"", "\"data\"", StringComparison.Ordinal);

    public static string Attributes(params (string Name, string? Value)[] attributes) =>
        "\"attributes\":" + new JsonObject(attributes.Select(a => KeyValuePair.Create(a.Name, (JsonNode?)a.Value)));

    public static string Record(string zone, string name, string type, string? set = null) => Attributes(
        ("allow_overwrite", null),
        ("fqdn", name),
        ("id", $"{zone}_{name}_{type}{(set is null ? "" : "_" + set)}"),
        ("name", name),
        ("set_identifier", set ?? ""),
        ("type", type),
        ("zone_id", zone));
}
