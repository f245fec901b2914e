namespace Fixer.Testing;

/// <summary>The checked-out sources, found from where the tests run.</summary>
public static class SourceFolder
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Fixer.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"Fixer.sln is nowhere above {from}.");
    }
}
