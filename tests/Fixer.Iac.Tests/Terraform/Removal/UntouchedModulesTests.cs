using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Fixer.Hcl;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.Removal;

namespace Fixer.Iac.Tests.Terraform.Removal;

/// <summary>A module that is not evaluated again after an edit must be one in which nothing can differ.</summary>
public class UntouchedModulesTests
{
    /// <summary>Modules to call, and a data file.</summary>
    static readonly (string Path, string Text)[] Modules =
    [
        ("leaf/main.tf", """
            variable "name" {
              default = "leaf"
            }
            resource "aws_eip" "this" {
              tags = { name = var.name }
            }
            resource "aws_route53_record" "this" {
              for_each = toset(["x", var.name])
              name     = "${each.key}.${aws_eip.this.id}"
            }
            output "name" {
              value = "${var.name}!"
            }
            """),
        ("outer/main.tf", """
            variable "name" {}
            variable "size" {
              default = 1
            }
            module "inner" {
              source = "../leaf"
              name   = "inner"
            }
            module "given" {
              source = "../leaf"
              name   = var.name
            }
            module "many" {
              source = "../leaf"
              count  = var.size
            }
            module "waiting" {
              source   = "../waiting"
              for_each = toset([aws_eip.outer.id])
            }
            resource "aws_eip" "outer" {
              tags = { inner = module.inner.name, given = module.given.name }
            }
            """),
        ("waiting/main.tf", "resource \"aws_eip\" \"never\" {}\n"),
        ("reading/main.tf", "module \"inner\" {\n  source = \"./inner\"\n}\nresource \"aws_eip\" \"this\" {}\n"),
        ("reading/inner/main.tf", "resource \"aws_eip\" \"this\" {\n  tags = { name = file(\"${path.module}/name.txt\") }\n}\n"),
        ("reading/inner/name.txt", "name\n"),
        ("templating/main.tf.json", "{\"resource\": {\"aws_eip\": {\"this\": {\"tags\": {\"name\": \"${core::templatefile(\\\"reading/inner/name.txt\\\", {})}\"}}}}}"),
        ("remote/main.tf", "module \"far\" {\n  source = \"acme/far/aws\"\n}\nresource \"aws_eip\" \"this\" {}\n"),
    ];

    /// <summary>What is edited where it does not matter to the module.</summary>
    const string Elsewhere = "locals {\n  other = \"other\"\n}\n";

    [Test]
    public void Read_LiteralArguments_ShareTheModule() =>
        AssertShared(Elsewhere + Call("a", "leaf", "name = \"x\""), ("\"other\"", "\"else\""), "module.a");

    [Test]
    public void Read_NoArguments_ShareTheModule() =>
        AssertShared(Elsewhere + Call("a", "leaf"), ("\"other\"", "\"else\""), "module.a");

    [Test]
    public void Read_KnownArguments_ShareTheModule() =>
        AssertShared(Elsewhere + "locals {\n  names = [\"x\", \"y\"]\n}\n" + Call("a", "leaf", "name = upper(local.names[1])"), ("\"other\"", "\"else\""), "module.a");

    [Test]
    public void Read_ModulesInAModule_AreShared() =>
        AssertShared(Elsewhere + Call("a", "outer", "name = \"x\""), ("\"other\"", "\"else\""), "module.a", "module.a.module.given", "module.a.module.inner", "module.a.module.many[0]");

    [Test]
    public void Read_ALiteralThatDiffers_SharesOnlyWhatIsNotGivenIt() =>
        AssertShared(Call("a", "outer", "name = \"x\"") + Call("b", "leaf"), ("\"x\"", "\"y\""), "module.a.module.inner", "module.a.module.many[0]", "module.b");

    [Test]
    public void Read_AnArgumentOfTheSameTextThatDiffers_DoesNotShareTheModule() =>
        AssertShared(Elsewhere + Call("a", "leaf", "name = local.other"), ("\"other\"", "\"else\""));

    [Test]
    public void Read_AnArgumentOfTheSameTextByAFunctionThatDiffers_DoesNotShareTheModule() =>
        AssertShared(Call("a", "leaf", "name = file(\"name.txt\")"), ("name.txt", "name\n", "other\n"));

    [Test]
    public void Read_AnOutputThatDiffers_DoesNotShareWhatIsGivenIt() =>
        AssertShared(Call("a", "leaf", "name = \"x\"") + Call("b", "leaf", "name = module.a.name"), ("\"x\"", "\"y\""));

    [Test]
    public void Read_AnOutputThatIsTheSame_SharesWhatIsGivenIt() =>
        AssertShared(Elsewhere + Call("a", "leaf", "name = \"x\"") + Call("b", "leaf", "name = module.a.name"), ("\"other\"", "\"else\""), "module.a", "module.b");

    [Test]
    public void Read_AnUnknownArgument_DoesNotShareTheModule() =>
        AssertShared(Elsewhere + "resource \"aws_eip\" \"x\" {}\n" + Call("a", "leaf", "name = aws_eip.x.id"), ("\"other\"", "\"else\""));

    [Test]
    public void Read_AnArgumentMadeOfWhatGoesThatIsTheSame_DoesNotShareTheModule() =>
        AssertShared("locals {\n  names = [\"x\", \"y\"]\n}\n" + Call("a", "leaf", "name = join(\"\", slice(local.names, 0, 1))"), ("\"y\"", "\"z\""));

    [Test]
    public void Read_AnArgumentThatIsAdded_DoesNotShareTheModule() =>
        AssertShared(Call("a", "leaf", "# nothing"), ("# nothing", "name = \"leaf\""));

    [Test]
    public void Read_AnArgumentThatGoes_DoesNotShareTheModule() =>
        AssertShared(Call("a", "leaf", "name = \"leaf\""), ("name = \"leaf\"", ""));

    [Test]
    public void Read_AModuleWhoseSourceIsEdited_SharesNoneOfItsCalls() =>
        AssertShared(Call("a", "leaf", "name = \"x\"") + Call("b", "leaf", "name = \"y\"") + Call("c", "outer", "name = \"x\"") + Call("d", "remote"), ("leaf/main.tf", "\"leaf\"", "\"twig\""));

    [Test]
    public void Read_AModuleOfAnotherSource_IsNotShared() =>
        AssertShared(Call("a", "leaf"), ("./leaf", "./waiting"));

    [Test]
    public void Read_AModuleInAModuleOfAnotherSource_IsNotShared() =>
        AssertShared([("main.tf", Call("a", "first")), .. Nested("first"), .. Nested("second"), ("leaf/twig/main.tf", "")], ("main.tf", "./first", "./second"));

    [Test]
    public void Read_AModuleThatReadsAFile_IsNotShared() =>
        AssertShared(Elsewhere + Call("a", "reading") + Call("b", "templating"), ("reading/inner/name.txt", "name\n", "other\n"));

    [Test]
    public void Read_AModuleThatCallsOneThatIsNotHere_IsNotShared() =>
        AssertShared(Elsewhere + Call("a", "remote"), ("\"other\"", "\"else\""));

    [Test]
    public void Read_OtherProviders_DoNotShareTheModule() =>
        AssertShared("provider \"aws\" {\n  alias = \"x\"\n}\n" + Call("a", "leaf", "providers = { aws = aws.x }"), ("aws = aws.x", "aws = aws.y"));

    [Test]
    public void Read_AnElementThatIsRepeatedOverAndDiffers_SharesTheOthers() =>
        AssertShared(Call("a", "leaf", "for_each = { x = \"x\", y = \"y\" }\n  name = each.value"), ("\"y\"", "\"z\""), "module.a[\"x\"]");

    [Test]
    public void Read_AnElementThatIsRepeatedOverAndGoes_SharesTheOthers() =>
        AssertShared(Call("a", "leaf", "for_each = { x = \"x\", y = \"y\" }\n  name = each.key"), (", y = \"y\"", ""), "module.a[\"x\"]");

    [Test]
    public void Read_ACountThatIsLower_SharesTheRest() =>
        AssertShared(Call("a", "leaf", "count = 2\n  name = \"n${count.index}\""), ("count = 2", "count = 1"), "module.a[0]");

    [Test]
    public void Read_AModuleThatIsRepeatedByAnother_IsNotShared() =>
        AssertShared(Call("a", "leaf", "for_each = toset([\"0\"])"), ("for_each = toset([\"0\"])", "count = 1"));

    [Test]
    public void Read_AnArgumentInAnOverrideFile_Counts() =>
        AssertShared([("main.tf", Call("a", "leaf", "name = \"x\"")), ("main_override.tf", "module \"a\" {\n  name = \"y\"\n}\n"), .. Modules], ("main_override.tf", "\"y\"", "\"z\""));

    [Test]
    public void Read_AnOverridingArgumentThatGoes_DoesNotShareTheModule() =>
        AssertShared([("main.tf", Call("a", "leaf", "name = \"x\"")), ("main_override.tf", "module \"a\" {\n  name = \"x\"\n}\n"), .. Modules], ("main_override.tf", "name = \"x\"", ""));

    [Test]
    public void Read_AnOverridingArgumentThatIsAdded_DoesNotShareTheModule() =>
        AssertShared([("main.tf", Call("a", "leaf", "name = \"x\"")), ("main_override.tf", "module \"a\" {\n  # nothing\n}\n"), .. Modules], ("main_override.tf", "# nothing", "name = \"y\""));

    [Test]
    public void Read_ACallInJson_IsSharedByItsValues() =>
        AssertShared([("main.tf", Elsewhere), ("calls.tf.json", "{\"module\": {\"a\": {\"source\": \"./leaf\", \"name\": \"x\"}, \"b\": {\"source\": \"./leaf\", \"name\": \"${local.other}\"}}}"), .. Modules], ("main.tf", "\"other\"", "\"else\""), "module.a");

    [Test]
    public void Read_AVariableNamedAsWhatRepeats_Counts() =>
        AssertShared([("main.tf", Elsewhere + "module \"a\" {\n  source = \"./odd\"\n  count = local.other == \"other\" ? 2 : 1\n}\n"), ("odd/main.tf", "variable \"count\" {}\nresource \"aws_eip\" \"x\" {\n  tags = { n = var.count }\n}\n")], ("main.tf", "\"other\"", "\"else\""));

    /// <summary>Calls, in a number that makes their names their own.</summary>
    static readonly Func<int, string>[] Calls =
    [
        n => Call($"a{n}", "leaf", "name = \"x\""),
        n => Call($"b{n}", "leaf"),
        n => $"locals {{\n  l{n} = [\"x\", \"y\"]\n}}\n{Call($"c{n}", "leaf", $"name = local.l{n}[0]")}",
        n => Call($"d{n}", "outer", "name = \"x\"\n  size = 2"),
        n => Call($"e{n}", "outer", $"name = module.b0.name\n  for_each = {{ x = \"x\", y = \"y\" }}"),
        n => Call($"f{n}", "leaf", "name = aws_eip.x.id"),
        n => Call($"g{n}", "reading"),
        n => Call($"h{n}", "templating"),
        n => Call($"i{n}", "remote"),
        n => Call($"j{n}", "leaf", "name = each.value\n  for_each = { x = \"x\", y = upper(\"y\") }"),
        n => $"variable \"v{n}\" {{\n  default = true\n}}\n{Call($"k{n}", "outer", $"name = \"x\"\n  count = var.v{n} ? 1 : 0")}",
        n => $"resource \"aws_eip\" \"u{n}\" {{\n  tags = {{ name = module.b0.name }}\n}}\n",
    ];

    [Test]
    public void Read_AnyEdit_GivesWhatAFullReadingGives() => Gen.Select(Gen.Int[0, Calls.Length - 1].Array[1, 6], Gen.Int[0, 1000], Gen.Int[0, 2]).Sample(
        (forms, which, kind) =>
        {
            var text = "resource \"aws_eip\" \"x\" {}\n" + Calls[1](0) + string.Concat(forms.Select((f, i) => Calls[f](i + 1)));
            (string Path, string Text)[] files = [("main.tf", text), .. Modules];
            var before = Read(files);
            var nodes = before.Context.Parsed.Values.OfType<HclFile>().OrderBy(f => f.Text.Path, StringComparer.Ordinal)
                .SelectMany(f => f.Body.Items.SelectMany(i => i.DescendantsAndSelf())).Where(n => kind == 0 ? n is StringLiteral or NumberLiteral : n is HclAttribute or HclBlock or ObjectItem).ToArray();
            var node = nodes[which % nodes.Length];
            AssertSame(Edit(before, files, node.Text.Path, node.Span, kind == 0 ? "\"z\"" : ""));
        },
        iter: 300);

    static string Call(string name, string module, string arguments = "") => $"module \"{name}\" {{\n  source = \"./{module}\"\n  {arguments}\n}}\n";

    /// <summary>A module with one in it, at the same address in each.</summary>
    static (string Path, string Text)[] Nested(string folder) =>
        [($"{folder}/main.tf", "module \"in\" {\n  source = \"../leaf/twig\"\n}\n")];

    static void AssertShared(string main, (string Old, string Now) edit, params string[] expected) => AssertShared(main, ("main.tf", edit.Old, edit.Now), expected);

    static void AssertShared(string main, (string Path, string Old, string Now) edit, params string[] expected) =>
        AssertShared([("main.tf", main), ("name.txt", "name\n"), .. Modules], edit, expected);

    /// <summary>Replaces a text by another one, and says which modules must be shared then; and all has to be as if none were.</summary>
    static void AssertShared((string Path, string Text)[] files, (string Path, string Old, string Now) edit, params string[] expected)
    {
        var (path, old, now) = edit;
        var before = Read(files);
        var start = files.First(f => f.Path == path).Text.IndexOf(old, StringComparison.Ordinal);
        var edited = Edit(before, files, path, new TextSpan(start, start + old.Length), now);
        AssertSame(edited);
        Assert.That(edited.After.Modules.Intersect(before.Modules).Select(m => m.Address), Is.EquivalentTo(expected));
    }

    static (RootReading After, RootReading Full) Edit(RootReading before, (string Path, string Text)[] files, string path, TextSpan span, string now)
    {
        var removal = new PlannedRemoval();
        if (before.Context.Parsed.GetValueOrDefault(path) is HclFile file)
            removal.Nodes.UnionWith(file.Body.Items.SelectMany(i => i.DescendantsAndSelf()).Where(n => span.Contains(n.Span)));
        var edited = TextEdits.Apply(Encoding.UTF8.GetBytes(files.First(f => f.Path == path).Text), [new TextEdit(span, now)]);
        var modules = before.Context.Modules.With(new Dictionary<string, byte[]> { [path] = edited });
        return (UntouchedModules.Read(before, modules, removal), TerraformRoot.Read(modules, "", before.Context.Options));
    }

    static void AssertSame((RootReading After, RootReading Full) edited)
    {
        var (after, full) = edited;
        Assert.Multiple(() =>
        {
            Assert.That(after.Evaluation.Instances.Select(Text), Is.EqualTo(full.Evaluation.Instances.Select(Text)));
            Assert.That(after.Evaluation.Incomplete, Is.EqualTo(full.Evaluation.Incomplete));
            Assert.That(after.Evaluation.Problems, Is.EqualTo(full.Evaluation.Problems));
            Assert.That(after.Modules.Select(m => m.Address), Is.EqualTo(full.Modules.Select(m => m.Address)));
            Assert.That(after.Context.Parsed.Keys, Is.EquivalentTo(full.Context.Parsed.Keys));
        });
    }

    static string Text(ResourceInstance instance) =>
        $"{instance.Address} {KnownValues.Of(instance.Values).Values.ToJsonString()} {string.Join(' ', KnownValues.Of(instance.Values).Unknown)}";

    static RootReading Read((string Path, string Text)[] files)
    {
        var tree = new SourceTree("acme/infra", "0", files.ToImmutableSortedDictionary(f => f.Path, f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Text), StringComparer.Ordinal));
        return TerraformRoot.Read(new ModuleSources(ModuleFiles.Of(tree)), "", new RootOptions());
    }
}
