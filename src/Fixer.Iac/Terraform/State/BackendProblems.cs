using Fixer.Hcl;

namespace Fixer.Iac.Terraform.State;

/// <summary>Every problem that reading a backend can give.</summary>
static class BackendProblems
{
    public static SourceProblem Second(SyntaxNode block) => At(block, "TFB001", "The module has a backend or cloud block already: Terraform takes one.");

    public static SourceProblem Unread(string path) =>
        new(path, 1, 1, "TFB002", "This file has syntax errors: whether the module has a backend block cannot be told.");

    public static SourceProblem Labels(SyntaxNode block) => At(block, "TFB003", "A backend block needs its type as its one label.");

    public static SourceProblem Missing(string path, string what) => new(path, 1, 1, "TFB004", $"{what} cannot be found or read in the repository.");

    public static SourceProblem Several(string path) => new(path, 1, 1, "TFB006", "The unit includes this backend and another one: which counts is not known.");

    public static SourceProblem Unknown(HclNode node, string what) => At(node, "TFB005", $"{what} is not known before Terragrunt runs.");

    public static SourceProblem Syntax(string path, HclDiagnostic diagnostic) =>
        new(path, diagnostic.Position.Line, diagnostic.Position.Column, diagnostic.Code, diagnostic.Message);

    static SourceProblem At(SyntaxNode node, string code, string message)
    {
        var position = node.Text.PositionOf(node.Span.Start);
        return new SourceProblem(node.Text.Path, position.Line, position.Column, code, message);
    }
}
