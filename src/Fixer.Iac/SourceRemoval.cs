using Fixer.Iac.CloudFormation;
using Fixer.Iac.Terraform;

namespace Fixer.Iac;

/// <summary>Takes a declaration out of the source that holds it.</summary>
public static class SourceRemoval
{
    /// <summary>The proven edit that removes <paramref name="declared"/> and nothing else, or why there is none.</summary>
    public static SourceEdit Remove(SourceIndex index, DeclaredRecord declared) => declared.Kind switch
    {
        SourceKind.Terraform => TerraformRemoval.Remove(index.Tree, declared, index.Reading.Deployments),
        SourceKind.CloudFormation => CloudFormationRemoval.Remove(index.Tree, declared),
        _ => throw new ArgumentOutOfRangeException(nameof(declared), declared.Kind, "Unknown source language."),
    };
}
