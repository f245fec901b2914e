using BenchmarkDotNet.Running;
using Fixer.Benchmarks;

if (args is ["corpus", var path, ..])
    return Corpus.Report(path, seconds: args.Length > 2 ? int.Parse(args[2], null) : 10);
if (args is ["removal", ..])
    return Removals.Report(mirror: args.ElementAtOrDefault(1));
if (args is ["index"])
    return Indexing.Report();
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
