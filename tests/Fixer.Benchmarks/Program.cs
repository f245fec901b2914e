using BenchmarkDotNet.Running;
using Fixer.Benchmarks;

if (args is ["corpus", var path, ..])
    return Corpus.Report(path, seconds: args.Length > 2 ? int.Parse(args[2], null) : 10);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
