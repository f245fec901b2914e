using System.Diagnostics;

namespace Fixer.Benchmarks;

/// <summary>Durations, in milliseconds.</summary>
static class Clock
{
    public static double Once(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalMilliseconds;
    }

    /// <summary>The one in the middle of several.</summary>
    public static double Median(int times, Action work) => Enumerable.Range(0, times).Select(_ => Once(work)).Order().ElementAt(times / 2);

    public static void Show(string what, double milliseconds, string more = "") => Console.WriteLine($"{what + ":",-54} {milliseconds,9:N1} ms{more}");
}
