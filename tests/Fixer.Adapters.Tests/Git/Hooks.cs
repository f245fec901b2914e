namespace Fixer.Adapters.Tests.Git;

/// <summary>Hooks that leave a trace when they run.</summary>
static class Hooks
{
    private static readonly string[] Names = ["pre-receive", "update", "post-receive", "post-update", "reference-transaction", "pre-push", "post-checkout", "fsmonitor-watchman"];

    public static void Plant(string folder, string trace)
    {
        Directory.CreateDirectory(folder);
        foreach (var name in Names)
        {
            var file = Path.Combine(folder, name);
            File.WriteAllText(file, $"#!/bin/sh\ntouch '{trace}'\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
