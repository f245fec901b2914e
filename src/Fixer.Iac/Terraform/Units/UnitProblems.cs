using Fixer.Hcl;

namespace Fixer.Iac.Terraform.Units;

/// <summary>Every problem that reading a unit can give. Codes are never used again for something else.</summary>
static class UnitProblems
{
    public static SourceProblem External(HclNode node, string source) => At(node, "TG001", $"The unit runs {source}, which is not in this repository: what it declares is not known.");

    public static SourceProblem Unknown(HclNode node) => At(node, "TG002", "Which module the unit runs is not known before Terragrunt runs.");

    public static SourceProblem Json(string path) => new(path, 1, 1, "TG003", "Files of Terragrunt in JSON are not read: which values the unit gives is not known.");

    public static SourceProblem Mixed(string path) => new(path, 1, 1, "TG004", "The unit adds files of its own folder to the module that it runs: what they make together is not known.");

    public static SourceProblem Generated(HclNode node) => At(node, "TG005", "The unit writes a file into the module that may declare more than providers and versions, or take the place of such a file.");

    public static SourceProblem Many(string path, int limit) => new(path, 1, 1, "TG006", $"This unit is beyond the first {limit}, and is not read.");

    static SourceProblem At(HclNode node, string code, string message)
    {
        var position = node.Text.PositionOf(node.Span.Start);
        return new(node.Text.Path, position.Line, position.Column, code, message);
    }
}
