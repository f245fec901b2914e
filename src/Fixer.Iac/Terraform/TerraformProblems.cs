using Fixer.Hcl;

namespace Fixer.Iac.Terraform;

/// <summary>Every problem that reading Terraform can give, beside those of HCL itself.</summary>
static class TerraformProblems
{
    public static SourceProblem Syntax(string path, HclDiagnostic diagnostic) =>
        new(path, diagnostic.Position.Line, diagnostic.Position.Column, diagnostic.Code, diagnostic.Message);

    public static SourceProblem OtherSyntax(string path) =>
        new(path, 1, 1, "TF001", "This file declares or refers to records or buckets in a syntax that is not read yet (.tf.json, .tofu).");

    public static SourceProblem Duplicate(TerraformFile file, HclBodyItem item, string address, TerraformFile first) =>
        At(file, item, "TF002", $"{address} is already declared in {first.Path}.");

    public static SourceProblem Override(TerraformFile file, HclBlock block, string address) =>
        At(file, block, "TF003", $"This override changes {address}; its values are taken as unknown.");

    public static SourceProblem TooLarge(string path) => new(path, 1, 1, "TF004", "The file is too large to be read.");

    public static SourceProblem Labels(TerraformFile file, HclBlock block) =>
        At(file, block, "TF005", "A resource needs a type and a name.");

    static SourceProblem At(TerraformFile file, HclBodyItem item, string code, string message)
    {
        var position = file.Hcl.Text.PositionOf(item.Span.Start);
        return new SourceProblem(file.Path, position.Line, position.Column, code, message);
    }
}
