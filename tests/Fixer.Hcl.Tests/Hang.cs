namespace Fixer.Hcl.Tests;

/// <summary>For tests of input that would take minutes or hours if anything were superlinear. Not a measure of speed: that is what the benchmarks are for.</summary>
static class Hang
{
    /// <summary>What even a loaded machine needs less than.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
}
