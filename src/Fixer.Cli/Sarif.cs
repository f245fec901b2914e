using System.Text.Json.Nodes;
using Fixer.Findings;

namespace Fixer.Cli;

/// <summary>Findings as SARIF 2.1.0, for code-scanning dashboards. Source: OASIS SARIF 2.1.0.</summary>
internal static class Sarif
{
    public static string Of(Survey survey)
    {
        var log = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject { ["driver"] = new JsonObject { ["name"] = "fixer", ["rules"] = new JsonArray([.. Playbooks.All.Playbooks.Select(Rule)]) } },
                ["results"] = new JsonArray([.. survey.Findings.Select(Result)]),
            }),
        };
        return log.ToJsonString(Json.Indented) + "\n";
    }

    private static JsonObject Rule(Playbook playbook) => new()
    {
        ["id"] = playbook.Id,
        ["shortDescription"] = new JsonObject { ["text"] = playbook.Title },
    };

    private static JsonObject Result(Finding finding) => new()
    {
        ["ruleId"] = finding.Playbook,
        ["level"] = finding.Severity == Severity.Hygiene ? "note" : "error",
        ["message"] = new JsonObject { ["text"] = $"{finding.Title}. {finding.Risk}" },
        ["locations"] = new JsonArray(new JsonObject
        {
            ["logicalLocations"] = new JsonArray(new JsonObject { ["fullyQualifiedName"] = finding.Resource.ToString(), ["kind"] = "resource" }),
        }),
        ["partialFingerprints"] = new JsonObject { ["fixer/v1"] = finding.Fingerprint },
    };
}
