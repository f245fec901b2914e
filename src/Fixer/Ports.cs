using Fixer.Changes;
using Fixer.Iac.Opinions;
using Fixer.Iac.Readings;
using Fixer.Inventory;
using Fixer.Ownership;
using Fixer.Planning;

namespace Fixer;

/// <summary>The outside world, one port each. Everything else in this project is pure.</summary>
public sealed record Ports(
    IInventorySource Inventory,
    ITrail Trail,
    IRepositories Repositories,
    IStates States,
    IBranches Branches,
    IForge Forge,
    IApi Api,
    IMail Mail,
    ITemplates Templates,
    IJournal Journal,
    ILedger Ledger,
    ISweeps Sweeps)
{
    /// <summary>Where readings of repositories are kept from run to run; null for nowhere.</summary>
    public IReadingStore? Readings { get; init; }

    /// <summary>HashiCorp's parser, for a second opinion on edits of Terraform code.</summary>
    public required ISecondParser SecondParser { get; init; }

    /// <summary>Terraform itself; null when it is not to be asked.</summary>
    public IDifferentialPlan? DifferentialPlan { get; init; }
}
