using System.Text;
using Fixer.Hcl;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.State;

namespace Fixer.Iac.Terraform.Units;

/// <summary>A file that a <c>generate</c> block writes beside those of the module, most often providers and the backend.</summary>
static class GeneratedFile
{
    /// <summary>Whether it is certain to change nothing of what the module declares.</summary>
    public static bool IsHarmless(ModuleFiles files, string module, HclBlock block, TerragruntScope scope)
    {
        if (block.Body.Attribute("path") is not { } path || scope.TextOf(path.Value) is not { } name)
            return false;
        if (!name.EndsWith(".tf", StringComparison.Ordinal))
            return !name.Contains("tfvars", StringComparison.Ordinal) && !name.EndsWith(".tf.json", StringComparison.Ordinal);
        var place = ModuleFiles.Resolve(module, name);
        return place is not null
            && (files.Read(place) is not { } replaced || IsHarmless(HclFile.Parse(replaced, place)))
            && block.Body.Attribute("contents") is { } contents
            && Text(scope, contents.Value) is { } text
            && IsHarmless(HclFile.Parse(Encoding.UTF8.GetBytes(text), name));
    }

    static bool IsHarmless(HclFile file) => file.Diagnostics.IsEmpty && file.Body.Items.All(i => i is HclBlock { Type: "terraform" or "provider" });

    /// <summary>What is not known stands inside of blocks, and is a name or a number there.</summary>
    static string? Text(TerragruntScope scope, HclExpression contents) => scope.TextOf(contents) ?? (contents is TemplateExpression template && template.Parts.All(p => p is TemplateText or TemplateInterpolation)
        ? string.Concat(template.Parts.Select(p => p is TemplateText text ? text.Value : "x"))
        : null);
}
