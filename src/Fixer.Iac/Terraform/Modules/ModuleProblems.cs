namespace Fixer.Iac.Terraform.Modules;

/// <summary>Codes of what is wrong with a module. Never used again for something else.</summary>
static class ModuleProblems
{
    public const string OtherSyntax = "TF001";
    public const string Duplicate = "TF010";
    public const string Unreadable = "TF011";
    public const string NoSuchModule = "TF012";
    public const string NothingToOverride = "TF013";
}
