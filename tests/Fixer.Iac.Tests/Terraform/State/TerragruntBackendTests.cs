using Fixer.Iac.Terraform.State;

namespace Fixer.Iac.Tests.Terraform.State;

public class TerragruntBackendTests
{
    const string Unit = "live/prod/app/terragrunt.hcl";

    const string Include = "include \"root\" {\n  path = find_in_parent_folders(\"root.hcl\")\n}\n";

    const string Root = """
        remote_state {
          backend = "s3"
          generate = { path = "backend.tf", if_exists = "overwrite" }
          config = {
            bucket = "states"
            key    = "${path_relative_to_include()}/terraform.tfstate"
            region = "eu-central-1"
          }
        }
        """;

    [Test]
    public void Read_RemoteStateOfTheIncludedRoot_IsWhereTheUnitLies()
    {
        var reading = Read((Unit, Include), ("live/root.hcl", Root));
        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Backend!.Locate("default"), Is.EqualTo(new StateLocation("states", "prod/app/terraform.tfstate")));
        Assert.That(reading.Backend.Source!.ToString(), Is.EqualTo("live/root.hcl:1"));
        Assert.That(reading.Backend.WorkspaceOf(new StateLocation("states", "prod/app/terraform.tfstate")), Is.EqualTo("default"));
    }

    [Test]
    public void Read_OldFormOfIncludeAndRemoteState_IsTheSame() =>
        Assert.That(
            Key(("live/terragrunt.hcl", Root.Replace("remote_state {", "remote_state = {", StringComparison.Ordinal)), (Unit, "include {\n  path = find_in_parent_folders()\n}\n")),
            Is.EqualTo("prod/app/terraform.tfstate"));

    [TestCase("basename(get_terragrunt_dir())", "app")]
    [TestCase("get_path_from_repo_root()", "live/prod/app")]
    [TestCase("get_path_to_repo_root()", "../../..")]
    [TestCase("path_relative_from_include()", "../..")]
    [TestCase("path_relative_to_include(\"root\")", "prod/app")]
    [TestCase("replace(get_terragrunt_dir(), get_repo_root(), \"\")", "/live/prod/app")]
    [TestCase("reverse(split(\"/\", get_parent_terragrunt_dir()))[0]", "live")]
    [TestCase("local.team", "team-a")]
    [TestCase("local.deep.locals.account", "1111-prod")]
    [TestCase("read_terragrunt_config(\"none.hcl\", { locals = { x = \"fallback\" } }).locals.x", "fallback")]
    [TestCase("jsondecode(\"{\\\"a\\\":\\\"b\\\"}\").a", "b")]
    public void Read_WhatTheRepositoryAnswers_IsKnown(string expression, string expected) =>
        Assert.That(
            Key((Unit, Include), ("live/prod/account.hcl", "locals {\n  account = \"1111-${basename(get_terragrunt_dir())}\"\n}\n"), ("live/root.hcl", WithKey(expression)
                + "locals {\n  team = \"team-${local.letter}\"\n  letter = \"a\"\n  deep = read_terragrunt_config(find_in_parent_folders(\"account.hcl\"))\n}\n")),
            Is.EqualTo(expected));

    [TestCase("get_terragrunt_dir()")]
    [TestCase("md5(get_repo_root())")]
    [TestCase("length(get_repo_root())")]
    [TestCase("split(\"/\", get_repo_root())[1]")]
    [TestCase("get_env(\"ENV\", \"dev\")")]
    [TestCase("run_cmd(\"whoami\")")]
    [TestCase("get_aws_account_id()")]
    [TestCase("no_such_function()")]
    [TestCase("dependency.vpc.outputs.id")]
    [TestCase("local.none")]
    [TestCase("local.cycle")]
    [TestCase("find_in_parent_folders(\"above.hcl\", \"x\")")]
    [TestCase("path_relative_to_include(\"other\")")]
    [TestCase("read_terragrunt_config(\"../../../../etc/passwd\", 1)")]
    [TestCase("read_terragrunt_config(\"../root.hcl\").locals.self.locals.self.locals.cycle")]
    public void Read_WhatOnlyARunKnows_IsNotGuessed(string expression)
    {
        var reading = Read((Unit, Include), ("live/root.hcl", WithKey(expression)
            + "locals {\n  cycle = local.other\n  other = local.cycle\n  self = read_terragrunt_config(find_in_parent_folders(\"root.hcl\"))\n}\n"));
        Assert.That(reading.Backend!["key"].IsKnown, Is.False, reading.Backend["key"].Value);
        Assert.That(reading.Backend["bucket"].Value, Is.EqualTo("states"), "the rest is known");
        Assert.That(reading.Backend.Locate("default"), Is.Null);
        Assert.That(reading.Backend.Obstacles.Single(), Does.StartWith("key: "));
    }

    [Test]
    public void Read_RemoteStateOfTheUnit_Counts() =>
        Assert.That(Key((Unit, Include + WithKey("\"own/${path_relative_to_include()}\"")), ("live/root.hcl", Root)), Is.EqualTo("own/prod/app"));

    [Test]
    public void Read_IncludeThatIsNotMerged_DoesNotCount()
    {
        var reading = Read((Unit, Include.Replace("}", "  merge_strategy = \"no_merge\"\n  expose = true\n}", StringComparison.Ordinal)), ("live/root.hcl", Root));
        Assert.That((reading.Backend, reading.Problems.Length), Is.EqualTo(((StateBackend?)null, 0)));
    }

    [Test]
    public void Read_ExposedInclude_GivesItsLocals() =>
        Assert.That(
            Key((Unit, Include + WithKey("\"${include.root.locals.place}/x\"")), ("live/root.hcl", "locals {\n  place = path_relative_to_include()\n}\n")),
            Is.EqualTo("prod/app/x"));

    [Test]
    public void Read_GeneratedBackendBlock_IsRead()
    {
        var reading = Read((Unit, Include), ("live/root.hcl", """
            generate "backend" {
              path      = "backend.tf"
              if_exists = "overwrite"
              contents  = <<-EOF
                terraform {
                  backend "s3" {
                    bucket = "states"
                    key    = "${path_relative_to_include()}/app.tfstate"
                  }
                }
              EOF
            }
            """));
        Assert.That(reading.Backend!.Locate("blue"), Is.EqualTo(new StateLocation("states", "env:/blue/prod/app/app.tfstate")));
    }

    [Test]
    public void Read_TwoIncludedBackends_AreNotChosenBetween()
    {
        var reading = Read((Unit, Include + Include.Replace("root", "other", StringComparison.Ordinal)), ("live/root.hcl", Root), ("live/other.hcl", Root));
        Assert.That(reading.Backend, Is.Null);
        Assert.That(reading.Problems.Select(p => p.Code), Is.EqualTo(new[] { "TFB006", "TFB006" }));
    }

    [Test]
    public void Read_IncludeThatIsNotThere_IsAProblem()
    {
        Assert.That(Read((Unit, Include)).Problems.Select(p => p.Code), Is.EqualTo(new[] { "TFB005" }));
        Assert.That(Read((Unit, "include \"up\" {\n  path = \"../../../../root.hcl\"\n}\n")).Problems.Select(p => p.Code), Is.EqualTo(new[] { "TFB005" }));
        Assert.That(Read().Problems.Select(p => p.Code), Is.EqualTo(new[] { "TFB004" }));
    }

    [Test]
    public void Read_FileThatWasLeftOut_IsNotSaidToBeAbsent()
    {
        var tree = TerraformCase.Tree((Unit, Include), ("live/root.hcl", Root)) with { LeftOut = ["live/prod/root.hcl"] };
        Assert.That(TerragruntBackend.Read(tree, Unit).Backend, Is.Null, "the nearest root.hcl could not be read");
    }

    [Test]
    public void Read_ChainOfConfigs_EndsInUnknownNotInStackOverflow()
    {
        var configs = Enumerable.Range(0, 3_000).Select(i => ($"live/c{i}.hcl", $"locals {{\n  next = read_terragrunt_config(\"c{i + 1}.hcl\").locals.next\n}}\n"));
        Assert.That(Key([(Unit, Include), ("live/root.hcl", WithKey("read_terragrunt_config(\"../../c0.hcl\").locals.next")), .. configs]), Is.Null);
        var locals = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"  a{i} = local.a{i + 1}\n"));
        Assert.That(Key((Unit, Include), ("live/root.hcl", WithKey("local.a0") + $"locals {{\n{locals}}}\n")), Is.Null);
    }

    static string WithKey(string expression) => Root.Replace("\"${path_relative_to_include()}/terraform.tfstate\"", expression, StringComparison.Ordinal) + "\n";

    static string? Key(params (string Path, string Text)[] files) => Read(files).Backend!["key"].Value;

    static BackendReading Read(params (string Path, string Text)[] files) => TerragruntBackend.Read(TerraformCase.Tree(files), Unit);
}
