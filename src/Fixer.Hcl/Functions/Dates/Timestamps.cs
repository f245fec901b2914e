using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Dates;

/// <summary><c>timeadd</c>, <c>timecmp</c>, <c>formatdate</c>: of timestamps that are given; none asks what time it is.</summary>
static class Timestamps
{
    const long Second = 1_000_000_000;

    public static HclFunction TimeAdd { get; } = Function(HclType.String, [Text("timestamp"), Text("duration")], call =>
    {
        var start = Timestamp(call, 0);
        var duration = Duration.Parse(call.Text(1)) ?? throw new HclFunctionException("This is not a duration such as 1h30m.", 1);
        var nanoseconds = (Int128)start.Nanoseconds + duration;
        var rest = ((nanoseconds % Second) + Second) % Second;
        return call.Result(new Instant(start.Seconds + (long)((nanoseconds - rest) / Second), (int)rest, start.Offset).ToString());
    });

    public static HclFunction TimeCmp { get; } = Function(HclType.Number, [Text("timestamp_a"), Text("timestamp_b")], call =>
    {
        var (a, b) = (Timestamp(call, 0), Timestamp(call, 1));
        return call.Result((long)(a.Seconds, a.Nanoseconds).CompareTo((b.Seconds, b.Nanoseconds)));
    });

    public static HclFunction FormatDate { get; } = Function(HclType.String, [Text("format"), Text("time")], call =>
        call.Result(DateFormat.Format(call.Text(0), Timestamp(call, 1))));

    static Instant Timestamp(in HclCall call, int index) =>
        Instant.Parse(call.Text(index)) ?? throw new HclFunctionException("This is not a timestamp of RFC 3339, such as 2006-01-02T15:04:05Z.", index);
}
