namespace Fixer.Iac.Terraform.Evaluation;

/// <summary>An earlier reading of a root module, of which some modules are taken over by the one that is about to be made.</summary>
/// <param name="Reading">The earlier one.</param>
/// <param name="Same">Given a module of the new one that is not evaluated yet, that of the earlier one which is the same, with all in it; null if that is not certain.</param>
sealed record EarlierReading(RootReading Reading, Func<ModuleInstance, ModuleInstance?> Same);

/// <summary>Which part of what a reading lists is of a module and of the modules in it.</summary>
readonly record struct ModuleShare(Range Modules, Range Instances, Range Incomplete);
