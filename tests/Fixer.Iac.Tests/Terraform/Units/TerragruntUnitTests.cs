using Fixer.Iac.Terraform;

namespace Fixer.Iac.Tests.Terraform.Units;

/// <summary>Units that are deployed, where their states are, and files of Terragrunt that nobody wrote in earnest.</summary>
[CancelAfter(30_000)]
public class TerragruntUnitTests
{
    const string Module = """
        variable "name" {
          type = string
        }

        resource "aws_route53_record" "x" {
          zone_id = "Z1"
          name    = var.name
          type    = "A"
          records = ["192.0.2.1"]
        }

        """;

    const string Root = """
        remote_state {
          backend = "s3"
          config = {
            bucket = "states"
            key    = "${path_relative_to_include()}/terraform.tfstate"
          }
        }

        """;

    const string Include = "include \"root\" {\n  path = find_in_parent_folders(\"root.hcl\")\n}\n";

    [Test]
    public void Read_Unit_IsADeploymentFromItsFolder()
    {
        var deployment = TerraformSources.Read(Tree(("m/main.tf", Module), ("live/dev/terragrunt.hcl", Unit("\"www\"")))).Deployments.Single();
        Assert.Multiple(() =>
        {
            Assert.That((deployment.Folder, deployment.Home), Is.EqualTo(("m", "live/dev")));
            Assert.That(deployment.Options.Workspace, Is.EqualTo("default"));
            Assert.That(deployment.ToString(), Is.EqualTo("m as live/dev/terragrunt.hcl runs it"));
        });
    }

    [Test]
    public void Read_WorkspacesOfAUnit_AreThoseOfItsFolder()
    {
        var tree = Tree(("m/main.tf", Module), ("live/dev/terragrunt.hcl", Unit("\"www\"")));
        var reading = TerraformSources.Read(tree, new Dictionary<string, System.Collections.Immutable.ImmutableArray<string>> { ["m"] = ["none"], ["live/dev"] = ["blue"] });
        Assert.That(reading.Deployments.Select(d => d.Options.Workspace), Is.EqualTo(new[] { "blue" }));
    }

    [TestCase("deploy.sh", "TF_VAR_name=x terragrunt apply")]
    [TestCase("deploy.sh", "terragrunt apply -var name=x")]
    [TestCase("deploy.sh", "terragrunt apply -var-file=x")]
    public void Read_InputThatSomethingElseMaySet_IsUnsure(string path, string content) =>
        Assert.That(TerraformSources.Read(Tree(("m/main.tf", Module), ("live/dev/terragrunt.hcl", Unit("\"www\"")), (path, content))).Records.Single().Unknown, Does.Contain("name"));

    [TestCase("arguments = [\"-var-file=${get_terragrunt_dir()}/x.tfvars\"]", "file")]
    [TestCase("required_var_files = [\"${get_terragrunt_dir()}/x.tfvars\"]", "file")]
    [TestCase("optional_var_files = [\"${get_terragrunt_dir()}/none.tfvars\"]", "www")]
    [TestCase("required_var_files = [\"${get_terragrunt_dir()}/none.tfvars\"]", null)]
    [TestCase("required_var_files = [\"x.tfvars\"]", null)]
    [TestCase("required_var_files = [get_env(\"FILE\")]", null)]
    [TestCase("required_var_files = get_env(\"FILES\")", null)]
    [TestCase("arguments = [\"-var\", \"other=x\"]", null)]
    [TestCase("arguments = [\"-lock-timeout=20m\"]", "www")]
    public void Read_ExtraArguments_CountMore(string arguments, string? name)
    {
        var unit = $"terraform {{\n  source = \"../..//m\"\n  extra_arguments \"x\" {{\n    commands = [\"apply\"]\n    {arguments}\n  }}\n}}\ninputs = {{\n  name = \"www\"\n}}\n";

        // Here, nothing but the unit says that files are passed.
        var record = TerraformSources.Read(Tree(("m/main.tf", Module), ("live/dev/terragrunt.hcl", unit), ("live/dev/x.tfvars", "name = \"file\"\n"))).Records.Single();
        Assert.That(record.Name, Is.EqualTo(name));
    }

    [Test]
    public void Backends_OfUnits_AreTheirFolders()
    {
        var backends = TerraformSources.Backends(Tree(
            ("m/main.tf", "terraform {\n  backend \"s3\" {}\n}\n" + Module),
            ("live/root.hcl", Root),
            ("live/dev/terragrunt.hcl", Include + Unit("\"dev\"")),
            ("live/git/terragrunt.hcl", Include + "terraform {\n  source = \"git::https://example.org/m.git\"\n}\n"),
            ("live/prod/terragrunt.hcl", Include + Unit("\"prod\""))));
        Assert.That(backends.Select(b => $"{b.Folder} {b.Backend.Locate("default")}"), Is.EqualTo(new[]
        {
            "live/dev s3://states/dev/terraform.tfstate",
            "live/git s3://states/git/terraform.tfstate",
            "live/prod s3://states/prod/terraform.tfstate",
        }));
    }

    [Test]
    public void Backends_OfUnitThatSaysNothing_IsTheModules()
    {
        var backends = TerraformSources.Backends(Tree(
            ("m/main.tf", "terraform {\n  backend \"s3\" {\n    bucket = \"states\"\n    key = \"m\"\n  }\n}\n" + Module),
            ("live/dev/terragrunt.hcl", Unit("\"dev\""))));
        Assert.That(backends.Select(b => $"{b.Folder} {b.Backend.Locate("default")}"), Is.EqualTo(new[] { "live/dev s3://states/m" }));
    }

    [Test]
    public void Backends_OfUnitWhoseIncludeIsNotKnown_AreNone() => Assert.That(
        TerraformSources.Backends(Tree(("m/main.tf", Module), ("live/dev/terragrunt.hcl", "include \"x\" {\n  path = get_env(\"X\")\n}\n" + Unit("\"dev\"")))),
        Is.Empty);

    [Test]
    public void Read_BrokenUnit_LeavesAllVariablesUnknown() =>
        Assert.That(
            TerraformSources.Read(Tree(("m/main.tf", Module.Replace("type = string", "default = \"www\"", StringComparison.Ordinal)), ("live/dev/terragrunt.hcl", Unit("\"dev\" oops")))).Records.Select(r => r.Name),
            Is.EqualTo(new string?[] { null }));

    [Test]
    public void Read_ChainOfLocals_EndsInUnknownNotInStackOverflow()
    {
        var locals = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"  a{i} = local.a{i + 1}\n"));
        Assert.That(Names(("live/dev/terragrunt.hcl", $"locals {{\n{locals}}}\n" + Unit("local.a0"))), Is.EqualTo(new string?[] { null }));
    }

    [Test]
    public void Read_InputsThatDouble_DoNotFillTheMemory()
    {
        var locals = string.Concat(Enumerable.Range(1, 100).Select(i => $"  a{i} = \"${{local.a{i - 1}}}${{local.a{i - 1}}}\"\n"));
        Assert.That(Names(("live/dev/terragrunt.hcl", $"locals {{\n  a0 = \"x\"\n{locals}}}\n" + Unit("local.a100"))), Is.EqualTo(new string?[] { null }));
    }

    [Test]
    public void Read_ManyUnitsOfOneLargeFile_EndsSoon()
    {
        var locals = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"  a{i} = {{ x = [1, 2, 3] }}\n"));
        (string, string)[] units = [.. Enumerable.Range(0, 1_000).Select(i => ($"live/u{i}/terragrunt.hcl", Include + Unit($"\"u{i}\"")))];
        Assert.That(Names([("live/root.hcl", $"locals {{\n{locals}}}\n"), .. units]), Is.EquivalentTo(Enumerable.Range(0, 1_000).Select(i => $"u{i}")));
    }

    [Test]
    public void Read_NestedInputs_EndInDiagnosticsNotInStackOverflow() =>
        Assert.That(Names(("live/dev/terragrunt.hcl", Unit(new string('[', 100_000)))), Is.EqualTo(new string?[] { null }));

    static IEnumerable<string?> Names(params (string Path, string Content)[] files) => TerraformSources.Read(Tree([("m/main.tf", Module), .. files])).Records.Select(r => r.Name);

    static string Unit(string name) => $"terraform {{\n  source = \"../..//m\"\n}}\ninputs = {{\n  name = {name}\n}}\n";

    static SourceTree Tree(params (string Path, string Content)[] files) => TerraformCase.Tree(files);
}
