using Fixer.Changes;
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
    ISweeps Sweeps);
