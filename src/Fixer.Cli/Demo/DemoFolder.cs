using Fixer.Adapters.Embedded;
using Fixer.Adapters.Embedded.Organization;
using Fixer.Adapters.Git;

namespace Fixer.Cli.Demo;

/// <summary>The folder the story plays in: configuration, organization, repositories, and what Fixer makes of them.</summary>
internal static class DemoFolder
{
    private const string Story = "story/";

    /// <summary>Sets the story up, unless it is there already. Returns whether it is new.</summary>
    /// <exception cref="CliException">The folder holds something else.</exception>
    public static bool Prepare(string folder, TimeProvider clock)
    {
        var configuration = Path.Combine(folder, "fixer.yaml");
        if (File.Exists(configuration))
            return false;
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new CliException($"{folder}: is not empty and holds no demo; name another folder with --keep.");

        Directory.CreateDirectory(folder);
        var now = clock.GetUtcNow();
        var forge = new EmbeddedForge(Path.Combine(folder, "repositories"), clock);
        var author = new GitIdentity("App team", "team@example.com");
        forge.CreateRepository("acme/web-infrastructure", Files("web-infrastructure"), author, now.AddDays(-3));
        forge.CreateRepository("acme/dns", Files("dns"), author, now.AddDays(-2));
        forge.CreateRepository("acme/labs-platform", Files("labs-platform"), author, now.AddDays(-2));
        var template = System.Text.Encoding.UTF8.GetString(Read(Story + "labs-platform/cloudformation/dns.yaml"));
        foreach (var (name, content) in Files("states"))
        {
            var path = Path.Combine(folder, "states", name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content.ToArray());
        }

        new OrganizationFile(Path.Combine(folder, "organization.json")).Write(DemoOrganization.Create(now.AddDays(-1), template));

        // Last, because it is what marks the folder as complete.
        File.WriteAllBytes(configuration, Read(Story + "fixer.yaml"));
        return true;
    }

    private static IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> Files(string repository)
    {
        var prefix = $"{Story}{repository}/";
        return typeof(DemoFolder).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
            .Select(n => KeyValuePair.Create(n[prefix.Length..], (ReadOnlyMemory<byte>)Read(n)));
    }

    private static byte[] Read(string resource)
    {
        using var stream = typeof(DemoFolder).Assembly.GetManifestResourceStream(resource)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
