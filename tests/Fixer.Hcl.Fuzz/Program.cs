using Fixer.Hcl.Fuzz;
using SharpFuzz;

switch (args)
{
    case ["--mutate", var seconds, var seed, var folder]:
        return Mutation.Run(TimeSpan.FromSeconds(int.Parse(seconds, null)), int.Parse(seed, null), folder);
    case ["--libfuzzer"]:
        Fuzzer.LibFuzzer.Run(bytes => Target.Check(bytes.ToArray()));
        return 0;
    default:
        Fuzzer.OutOfProcess.Run(stream =>
        {
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            Target.Check(bytes.ToArray());
        });
        return 0;
}
