using Fixer.Iac;
using Fixer.Iac.Terraform;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.Removal;

namespace Fixer.Benchmarks;

/// <summary>What it takes to list and to remove, with proof, one of 2,250 records of a large root module; beside <c>terraform plan</c> of it.</summary>
static class Removals
{
    const int Rounds = 21;
    const int Processes = 5;

    /// <summary>Prints it all.</summary>
    /// <param name="mirror">A filesystem mirror of providers, to run Terraform with; null to leave that out.</param>
    /// <returns>0; or 1 if a removal was refused or hcl2json does not agree.</returns>
    public static int Report(string? mirror)
    {
        var tree = ZoneModules.Tree();
        Console.WriteLine($"{tree.Files.Values.Sum(f => f.Length):N0} bytes");
        var isProven = InProcess(tree);
        var folder = Directory.CreateTempSubdirectory("fixer-removal").FullName;
        try
        {
            Trees.Write(tree, folder);
            return isProven & WholeProcesses(folder, mirror) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static bool InProcess(SourceTree tree)
    {
        var files = ModuleFiles.Of(tree);
        var modules = new ModuleSources(files);
        InstanceRemovalResult? result = null;
        void Read() => TerraformRoot.Read(new ModuleSources(files), "", new RootOptions());
        void Remove() => result = InstanceRemoval.Remove(TerraformRoot.Read(modules, "", new RootOptions()), [ZoneModules.Address]);
        Clock.Show("parse and evaluate, the first time", Clock.Once(Read));
        Clock.Show("one removal, the first time", Clock.Once(Remove));
        Clock.Show("parse and evaluate", Clock.Median(Rounds, Read));
        Clock.Show("one removal, modules parsed", Clock.Median(Rounds, Remove));
        var reading = TerraformRoot.Read(modules, "", new RootOptions());
        Clock.Show("one removal, modules parsed and evaluated", Clock.Median(Rounds, () => InstanceRemoval.Remove(reading, [ZoneModules.Address])));
        var sources = TerraformSources.Read(tree);
        var record = sources.Records.First(r => r.Address == ZoneModules.Address);
        SourceEdit? edit = null;
        Clock.Show("one removal, from bytes", Clock.Median(Rounds, () => edit = TerraformRemoval.Remove(tree, record, sources.Deployments)));
        Console.WriteLine(result is ProvenRemoval && edit is ProvenEdit ? "proven" : $"NOT PROVEN: {result} {edit}");
        return result is ProvenRemoval && edit is ProvenEdit;
    }

    static bool WholeProcesses(string folder, string? mirror)
    {
        if (Programs.Fixer() is not { } fixer)
        {
            Console.WriteLine("The command is not built: dotnet build -c Release src/Fixer.Cli");
            return false;
        }

        var none = new Dictionary<string, string>();
        var alone = new Dictionary<string, string> { ["FIXER_HCL2JSON"] = folder };
        var output = "";
        var list = Clock.Median(Processes, () => Programs.Run(fixer, none, "iac", "list", folder));
        Clock.Show("process: fixer iac list", list);
        Clock.Show("process: fixer iac remove without hcl2json", Clock.Median(Processes, () => Programs.Run(fixer, alone, "iac", "remove", folder, "--address", ZoneModules.Address)));
        var remove = Clock.Median(Processes, () => output = Programs.Run(fixer, none, "iac", "remove", folder, "--address", ZoneModules.Address));
        var agrees = output.Contains("hcl2json agrees", StringComparison.Ordinal);
        Clock.Show("process: fixer iac remove", remove, agrees ? ", hcl2json agrees" : ", HCL2JSON DOES NOT AGREE");
        if (mirror is not null)
        {
            var plan = Terraform(folder, mirror);
            Clock.Show("process: terraform plan", plan, $", {plan / list:N0} times fixer iac list, {plan / remove:N0} times fixer iac remove");
        }

        return agrees;
    }

    /// <summary>Milliseconds of <c>terraform plan</c>, with a provider that believes whatever it is told about its account.</summary>
    static double Terraform(string folder, string mirror)
    {
        File.WriteAllText(Path.Combine(folder, "provider.tf"), """
            provider "aws" {
              region                      = "us-east-1"
              access_key                  = "benchmark"
              secret_key                  = "benchmark"
              skip_credentials_validation = true
              skip_requesting_account_id  = true
              skip_metadata_api_check     = true
            }

            """);
        var configuration = Path.Combine(folder, "terraformrc");
        File.WriteAllText(configuration, $"provider_installation {{\n  filesystem_mirror {{\n    path = \"{mirror}\"\n  }}\n}}\n");
        var environment = new Dictionary<string, string> { ["TF_CLI_CONFIG_FILE"] = configuration, ["TF_IN_AUTOMATION"] = "1", ["CHECKPOINT_DISABLE"] = "1" };
        Programs.Run("terraform", environment, $"-chdir={folder}", "init", "-backend=false", "-no-color");
        return Clock.Once(() => Programs.Run("terraform", environment, $"-chdir={folder}", "plan", "-refresh=false", "-lock=false", "-no-color"));
    }
}
