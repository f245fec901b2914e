namespace Fixer.Cli;

/// <summary>Exit statuses, as <c>terraform plan -detailed-exitcode</c> has them.</summary>
internal static class ExitCode
{
    public const int Clean = 0;
    public const int Error = 1;
    public const int Pending = 2;
}
