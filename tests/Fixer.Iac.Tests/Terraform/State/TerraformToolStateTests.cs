using Fixer.Iac.Terraform.State;
using Fixer.Testing;

namespace Fixer.Iac.Tests.Terraform.State;

/// <summary>States that Terraform wrote, held against what Terraform says of them.</summary>
public class TerraformToolStateTests
{
    const string Child = """
        resource "terraform_data" "this" {
          for_each = toset(["www_CNAME", "q\"r$${x}", "\u007f\t\u00a0\u200b\U0001F600\u2028\U0010ffff", "$$$${a}", "$$", "%", "a%%%{c}", "<>&'", "a/b\\c.d"])
          input    = { a = 1, b = [each.key, { c = 2 }] }
        }
        """;

    const string Root = """
        module "m" {
          source   = "./m"
          for_each = toset(["x", "a\"b", "$${q}", "é\n\u0001"])
        }
        module "n" {
          source = "./m"
          count  = 2
        }
        resource "terraform_data" "one" {}
        resource "terraform_data" "many" {
          count      = 12
          depends_on = [module.m]
        }
        data "terraform_remote_state" "other" {
          backend = "local"
          config  = { path = "other.tfstate" }
        }
        """;

    [Test]
    public async Task Read_StateOfTerraform_HasTheAddressesThatItLists()
    {
        using var terraform = new Terraform(Root);
        Directory.CreateDirectory(terraform.File("m"));
        await File.WriteAllTextAsync(terraform.File("m/main.tf"), Child);
        await File.WriteAllTextAsync(terraform.File("other.tfstate"), StateText.Of());
        await terraform.Run("init");
        await terraform.Run("apply", "-auto-approve");
        await terraform.Run("taint", "terraform_data.many[3]");
        await terraform.Run("state", "rm", "terraform_data.many[4]");

        var state = terraform.State(StateBackend.Local.Locate("default")!);
        var listed = (await terraform.Run("state", "list")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Multiple(() =>
        {
            Assert.That(state.Fault, Is.Null);
            Assert.That(listed, Has.Length.EqualTo(67));
            Assert.That(state.Instances.Select(i => i.Address), Is.EquivalentTo(listed));
            Assert.That(state.Instances.Where(i => i.IsTainted).Select(i => i.Address), Is.EqualTo(new[] { "terraform_data.many[3]" }));
            Assert.That(state.Instances.First(i => i.Resource.Name == "many").Dependencies, Is.EqualTo(new[] { "module.m.terraform_data.this" }));
            Assert.That(state.TerraformVersion, Does.StartWith("1."));
        });
    }

    [TestCase("")]
    [TestCase("terraform {\n  backend \"local\" {}\n}\n")]
    [TestCase("terraform {\n  backend \"local\" {\n    path = \"./states//main.tfstate\"\n  }\n}\n")]
    [TestCase("terraform {\n  backend \"local\" {\n    path = \"main.tfstate\"\n    workspace_dir = \"spaces\"\n  }\n}\n")]
    public async Task Locate_Workspaces_FindsTheFilesThatTerraformWrites(string block)
    {
        using var terraform = new Terraform(block + "resource \"terraform_data\" \"one\" {\n  input = terraform.workspace\n}\n");
        var backend = BackendBlock.Read([Fixer.Hcl.HclFile.Parse(await File.ReadAllBytesAsync(terraform.File("main.tf")), "main.tf")]).Backend!;
        await terraform.Run("init");
        foreach (var workspace in new[] { "default", "blue", "env-2" })
        {
            if (workspace != "default")
                await terraform.Run("workspace", "new", workspace);
            await terraform.Run("apply", "-auto-approve");
            var location = backend.Locate(workspace)!;
            Assert.That(terraform.State(location).Instances.Select(i => i.Address), Is.EqualTo(new[] { "terraform_data.one" }), location.Path);
            Assert.That(backend.WorkspaceOf(location), Is.EqualTo(workspace));
        }
    }

    sealed class Terraform : IDisposable
    {
        readonly string program = Tool.Find("terraform");
        readonly TemporaryFolder folder = new();
        readonly Dictionary<string, string?> environment = new() { ["CHECKPOINT_DISABLE"] = "1", ["TF_CLI_CONFIG_FILE"] = null, ["TF_WORKSPACE"] = null, ["TF_DATA_DIR"] = null };

        public Terraform(string root) => System.IO.File.WriteAllText(folder.File("main.tf"), root);

        public string File(string path) => folder.File(path);

        public async Task<string> Run(params string[] arguments)
        {
            var (code, output, error) = await Tool.Run(program, environment, [$"-chdir={folder.Path}", .. arguments]);
            Assert.That(code, Is.Zero, error);
            return output;
        }

        public TerraformState State(StateLocation location)
        {
            using var stream = System.IO.File.OpenRead(folder.File(location.Path));
            return TerraformState.Read(stream, location.ToString());
        }

        public void Dispose() => folder.Dispose();
    }
}
