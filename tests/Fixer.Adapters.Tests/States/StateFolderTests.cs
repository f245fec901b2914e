using Fixer.Adapters.States;
using Fixer.Testing;

namespace Fixer.Adapters.Tests.States;

/// <summary>A state that is not read may hold the record that somebody is about to delete by hand: every one is read, or told.</summary>
public sealed class StateFolderTests
{
    private const string State = """{"version":4,"terraform_version":"1.11.4","serial":1,"lineage":"x","outputs":{},"resources":[]}""";

    [Test]
    public async Task Read_Folder_FindsStatesBelow()
    {
        using var folder = new TemporaryFolder();
        Write(folder.File("a.tfstate"), State);
        Write(folder.File("deep/er/b.tfstate"), State);
        Write(folder.File("a.tfstate.backup"), "an old one");

        var readings = await new StateFolder(Path.GetDirectoryName(folder.File("a.tfstate"))!).Read(default);

        Assert.That(readings.States.Select(s => Path.GetFileName(s.Location.Path)), Is.EqualTo(new[] { "a.tfstate", "b.tfstate" }));
        Assert.That(readings.States.Select(s => s.State.IsComplete), Is.All.True);
        Assert.That(readings.Failures, Is.Empty);
    }

    [Test]
    public async Task Read_BrokenState_SaysSo()
    {
        using var folder = new TemporaryFolder();
        Write(folder.File("a.tfstate"), State[..40]);

        var readings = await new StateFolder(folder.File("a.tfstate")).Read(default);

        Assert.That(readings.States.Single().State.IsComplete, Is.False);
    }

    [Test]
    public async Task Read_NoSuchFolder_IsAFailure()
    {
        using var folder = new TemporaryFolder();

        var readings = await new StateFolder(folder.File("missing")).Read(default);

        Assert.That(readings.Failures.Single().Location, Does.EndWith("missing"));
    }

    [TestCase("s3://acme-tfstate/", "acme-tfstate", "")]
    [TestCase("s3://acme-tfstate", "acme-tfstate", "")]
    [TestCase("s3://acme-tfstate/env:/prod", "acme-tfstate", "env:/prod")]
    public void Split_LocationInS3_IsBucketAndPrefix(string location, string bucket, string prefix) =>
        Assert.That(StateStores.Split(location), Is.EqualTo((bucket, prefix)));

    [Test]
    public void Split_Path_IsNone() => Assert.That(StateStores.Split("states/s3"), Is.Null);

    private static void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
