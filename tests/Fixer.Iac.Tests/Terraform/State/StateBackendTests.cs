using System.Text;
using Fixer.Hcl;
using Fixer.Iac.Terraform.State;

namespace Fixer.Iac.Tests.Terraform.State;

public class StateBackendTests
{
    const string S3 = """
        terraform {
          required_version = ">= 1.5"
          backend "s3" {
            bucket = "states"
            key    = "team/app.tfstate"
            region = "eu-central-1"
            assume_role = { role_arn = "arn:aws:iam::111122223333:role/state" }
          }
        }
        """;

    [TestCase("default", "team/app.tfstate")]
    [TestCase("prod", "env:/prod/team/app.tfstate")]
    public void Locate_S3_IsTheObjectOfTheWorkspaceAndBack(string workspace, string key)
    {
        var backend = Backend(S3);
        Assert.That(backend.Locate(workspace), Is.EqualTo(new StateLocation("states", key)));
        Assert.That(backend.WorkspaceOf(new StateLocation("states", key)), Is.EqualTo(workspace));
        Assert.That(backend["region"].Value, Is.EqualTo("eu-central-1"));
        Assert.That(backend.Source!.ToString(), Is.EqualTo("main.tf:3"));
    }

    [TestCase("states", "env:/prod/other.tfstate")]
    [TestCase("states", "env:/team/app.tfstate")]
    [TestCase("states", "env:/a/b/team/app.tfstate")]
    [TestCase("states", "env:/default/team/app.tfstate")]
    [TestCase("states", "env://team/app.tfstate")]
    [TestCase("states", "prod/team/app.tfstate")]
    [TestCase("states", "envx/prod/team/app.tfstate")]
    [TestCase("states", "env:")]
    [TestCase("states", "")]
    [TestCase("other", "team/app.tfstate")]
    [TestCase(null, "team/app.tfstate")]
    public void WorkspaceOf_ObjectOfAnother_IsNone(string? bucket, string key) => Assert.That(Backend(S3).WorkspaceOf(new StateLocation(bucket, key)), Is.Null);

    [TestCase("\"work/spaces\"", "work/spaces/prod/team/app.tfstate")]
    [TestCase("\"\"", "prod/team/app.tfstate")]
    [TestCase("null", "env:/prod/team/app.tfstate")]
    public void Locate_Prefix_StandsBeforeTheWorkspace(string prefix, string key)
    {
        var backend = Backend(S3.Replace("region ", $"workspace_key_prefix = {prefix}\n    region ", StringComparison.Ordinal));
        Assert.That(backend.Locate("prod")!.Path, Is.EqualTo(key));
        Assert.That(backend.WorkspaceOf(new StateLocation("states", key)), Is.EqualTo("prod"));
    }

    [Test]
    public void Locate_PartialConfiguration_IsCompletedByWhatInitIsGiven()
    {
        var partial = Backend("terraform {\n  backend \"s3\" {\n    key = \"\"\n    bucket = \"first\"\n  }\n}\n");
        Assert.That(partial.Locate("default"), Is.Null);
        Assert.That(partial.Obstacles, Is.EqualTo(new[] { "key is not set" }));
        var whole = partial
            .With(BackendConfig.OfFile("bucket = \"states\"\nkey = \"a.tfstate\"\n"u8.ToArray(), "prod.tfbackend"))
            .With(BackendConfig.OfArgument("key=b=${c}.tfstate"));
        Assert.That(whole.Locate("default"), Is.EqualTo(new StateLocation("states", "b=${c}.tfstate")));
        Assert.That(() => BackendConfig.OfArgument("prod.tfbackend"), Throws.ArgumentException);
        Assert.That(BackendConfig.OfFile("bucket = \n"u8.ToArray(), "prod.hcl").Problems.Single().Path, Is.EqualTo("prod.hcl"));
    }

    [Test]
    public void Locate_VariableInBackend_IsNotKnown()
    {
        var backend = Backend("terraform {\n  backend \"s3\" {\n    bucket = \"states-${var.env}\"\n    key = \"a\"\n  }\n}\n");
        Assert.That(backend.Locate("default"), Is.Null);
        Assert.That(backend.Obstacles.Single(), Does.StartWith("bucket: ").And.EndsWith("(main.tf:3)"));
    }

    [Test]
    public void Read_Cloud_HasNoObject()
    {
        var backend = Backend("terraform {\n  cloud {\n    organization = \"acme\"\n    workspaces {\n      name = \"app\"\n    }\n  }\n}\n");
        Assert.That((backend.Type, backend["organization"].Value, backend["workspaces.name"].Value), Is.EqualTo(("cloud", "acme", "app")));
        Assert.That(backend.Locate("default"), Is.Null);
        Assert.That(backend.Obstacles, Is.EqualTo(new[] { "states of the backend cloud are not read" }));
    }

    [Test]
    public void Read_NoBackend_IsLocal()
    {
        var reading = Read(("main.tf", "resource \"aws_x\" \"r\" {}\n"));
        Assert.That(reading.Backend, Is.SameAs(StateBackend.Local));
        Assert.That(reading.Backend!.Locate("blue")!.Path, Is.EqualTo("terraform.tfstate.d/blue/terraform.tfstate"));
    }

    [Test]
    public void Read_NoBackendInBrokenModule_IsNotSaidToBeLocal()
    {
        var reading = Read(("main.tf", "resource \"aws_x\" \"r\" {}\n"), ("x.tf", "terraform {\n  backend \"s3\n"));
        Assert.That((reading.Backend, reading.Problems.Single().Code, reading.Problems.Single().Path), Is.EqualTo(((StateBackend?)null, "TFB002", "x.tf")));
    }

    [Test]
    public void Read_OverrideFile_TakesThePlaceOfAllOthers()
    {
        Assert.That(Read(("main.tf", S3), ("backend_override.tf", "terraform {\n  backend \"local\" {}\n}\n")).Backend!.Type, Is.EqualTo("local"));
        var twice = Read(("a.tf", S3), ("b.tf", "terraform {\n  cloud {}\n}\n"));
        Assert.That((twice.Backend, twice.Problems.Single().Code, twice.Problems.Single().Path), Is.EqualTo(((StateBackend?)null, "TFB001", "b.tf")));
    }

    [Test]
    public void Read_BackendWithoutType_IsAProblem() =>
        Assert.That(Read(("main.tf", "terraform {\n  backend {}\n}\n")).Problems.Single().Code, Is.EqualTo("TFB003"));

    [Test]
    public void Find_AmongManyModules_NamesModuleAndWorkspace()
    {
        var modules = Enumerable.Range(0, 200).Select(i => ($"live/{i}", Backend(S3
            .Replace("team/app", $"team{i % 100}/app", StringComparison.Ordinal)
            .Replace("region ", i < 100 ? "region " : $"workspace_key_prefix = \"ws/{i % 3}\"\n    region ", StringComparison.Ordinal)))).ToArray();
        var index = new BackendIndex<string>([.. modules, ("unknown", Backend("terraform {\n  backend \"s3\" {}\n}\n")), ("local", StateBackend.Local)]);
        string[] Find(string bucket, string key) => [.. index.Find(bucket, key).Select(m => $"{m.Module} {m.Workspace}")];
        Assert.Multiple(() =>
        {
            Assert.That(Find("states", "env:/prod/team7/app.tfstate"), Is.EqualTo(new[] { "live/7 prod" }));
            Assert.That(Find("states", "ws/2/prod/team7/app.tfstate"), Is.EqualTo(new[] { "live/107 prod" }));
            Assert.That(Find("states", "ws/1/prod/team7/app.tfstate"), Is.Empty);
            Assert.That(Find("states", "team7/app.tfstate"), Is.EqualTo(new[] { "live/7 default", "live/107 default" }), "they share it");
            Assert.That(Find("other", "team7/app.tfstate"), Is.Empty);
            foreach (var (module, backend) in modules)
                Assert.That(Find("states", backend.Locate("blue")!.Path), Is.EqualTo(new[] { $"{module} blue" }));
        });
    }

    static StateBackend Backend(string source) => Read(("main.tf", source)).Backend!;

    static BackendReading Read(params (string Path, string Text)[] files) => BackendBlock.Read(files.Select(f => HclFile.Parse(Encoding.UTF8.GetBytes(f.Text), f.Path)));
}
