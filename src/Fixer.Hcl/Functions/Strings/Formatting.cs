using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Strings;

/// <summary><c>format</c> and <c>formatlist</c>.</summary>
static class Formatting
{
    public static HclFunction Format { get; } = Function(HclType.String, [Text("format")], Anything("args"), call => call.Arguments.All(a => a.IsWhollyKnown && !IsUntypedNull(a))
        ? call.Result(FormatTemplate.Parse(call.Text(0)).Format(call.Arguments.AsSpan()[1..], call.Budget))
        : call.Unknown(HclType.String));

    /// <summary>Lists are gone through together and must be of the same length; other arguments are the same every time.</summary>
    public static HclFunction FormatList { get; } = Function(ListOfString, [Text("format")], Anything("args"), call =>
    {
        int? length = null;
        for (var i = 1; i < call.Arguments.Length; i++)
        {
            if (!IsGoneThrough(call.Arguments[i]))
                continue;
            if (Length(call.Arguments[i]) is not { } count)
                return call.Unknown(ListOfString);
            if (length is not null && length != count)
                throw new HclFunctionException($"The list has {count} elements and another one {length}.", i);
            length = count;
        }

        if (call.Arguments.Any(a => IsUntypedNull(a) || (a.IsUnknown && (IsGoneThrough(a) || a.Type.IsDynamic))))
            return call.Unknown(ListOfString);
        call.Budget.Spend((long)(length ?? 1) * call.Arguments.Length);
        var template = FormatTemplate.Parse(call.Text(0));
        return HclValue.List(HclType.String, Rows(call, template, length ?? 1), call.Origin);
    });

    /// <summary>A null that is written out: Terraform never gets to know what it formats then.</summary>
    static bool IsUntypedNull(HclValue argument) => argument.IsNull && argument.Type.IsDynamic;

    static bool IsGoneThrough(HclValue argument) => argument.Type.IsSequence && !argument.IsNull;

    static int? Length(HclValue argument) => argument.Type is TupleType tuple ? tuple.Elements.Length : argument.IsUnknown ? null : argument.Elements.Length;

    /// <summary>Each row is there because of the elements that are in it.</summary>
    static List<HclElement> Rows(in HclCall call, FormatTemplate template, int count)
    {
        var (rows, arguments) = (new List<HclElement>(count), new HclValue[call.Arguments.Length - 1]);
        for (var row = 0; row < count; row++)
        {
            var yieldedBy = new List<Origin>();
            for (var i = 0; i < arguments.Length; i++)
            {
                var argument = call.Arguments[i + 1];
                if (IsGoneThrough(argument))
                    yieldedBy.Add(argument.Elements[row].YieldedBy);
                arguments[i] = IsGoneThrough(argument) ? argument.Elements[row].Value : argument;
            }

            var value = Array.TrueForAll(arguments, a => a.IsWhollyKnown) ? call.Result(template.Format(arguments, call.Budget)) : call.Unknown(HclType.String);
            rows.Add(new(null, value, yieldedBy.Count == 0 ? call.Origin : Origin.Joint([.. yieldedBy])));
        }

        return rows;
    }
}
