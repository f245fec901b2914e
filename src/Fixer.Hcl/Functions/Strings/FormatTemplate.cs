using System.Collections.Immutable;
using System.Text;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Functions.Strings;

/// <summary>The first argument of <c>format</c>: text with verbs in it.</summary>
sealed class FormatTemplate
{
    /// <summary>Wider than any that is meant; Go does not format such numbers either.</summary>
    const int MaxWidth = 1_000_000;

    readonly string source;
    readonly ImmutableArray<(string Text, FormatVerb? Verb)>.Builder parts = ImmutableArray.CreateBuilder<(string, FormatVerb?)>();
    int at;

    FormatTemplate(string source) => this.source = source;

    /// <exception cref="HclFunctionException">A percent sign begins no verb.</exception>
    public static FormatTemplate Parse(string source)
    {
        var template = new FormatTemplate(source);
        while (template.at < source.Length)
            template.ParsePart();
        return template;
    }

    /// <summary>The text with arguments put in.</summary>
    /// <exception cref="HclFunctionException">Arguments are missing, left over, or of the wrong type.</exception>
    public string Format(ReadOnlySpan<HclValue> arguments, EvaluationBudget budget)
    {
        var result = new StringBuilder();
        var (next, used) = (1, 0);
        foreach (var (text, verb) in parts)
        {
            budget.SpendText(text.Length);
            result.Append(text);
            if (verb is not { } format)
                continue;
            var number = format.Argument ?? next;
            if (number > arguments.Length)
                throw new HclFunctionException($"There is no argument {number} for %{format.Mode}.", 0);
            (next, used) = (number + 1, Math.Max(used, number));
            format.Append(result, arguments[number - 1], number, budget);
        }

        return used == arguments.Length ? result.ToString() : throw new HclFunctionException("The format does not use this argument.", used + 1);
    }

    void ParsePart()
    {
        var percent = source.IndexOf('%', at);
        if (percent < 0 || (percent + 1 < source.Length && source[percent + 1] == '%'))
        {
            var end = percent < 0 ? source.Length : percent + 1;
            parts.Add((source[at..end], null));
            at = percent < 0 ? end : end + 1;
            return;
        }

        var text = source[at..percent];
        at = percent + 1;
        parts.Add((text, Verb()));
    }

    FormatVerb Verb()
    {
        var flags = FormatFlags.None;
        while (Flag() is var flag && flag != FormatFlags.None)
        {
            flags |= flag;
            at++;
        }

        var width = Number();
        int? precision = null;
        if (Take('.'))
            precision = Number() ?? 0;
        int? argument = null;
        if (Take('['))
        {
            argument = Peek != '0' ? Number() : null;
            if (argument is null || !Take(']'))
                throw Invalid();
        }

        if (!char.IsAsciiLetter(Peek))
            throw Invalid();
        if (width > MaxWidth || precision > MaxWidth)
            throw new HclFunctionException($"More than {MaxWidth} characters cannot be formatted.", 0);
        return new(source[at++], flags, width, precision, argument);
    }

    char Peek => at < source.Length ? source[at] : '\0';

    FormatFlags Flag() => Peek switch
    {
        '0' => FormatFlags.Zero,
        '#' => FormatFlags.Sharp,
        '-' => FormatFlags.Minus,
        '+' => FormatFlags.Plus,
        ' ' => FormatFlags.Space,
        _ => FormatFlags.None,
    };

    bool Take(char c)
    {
        if (Peek != c)
            return false;
        at++;
        return true;
    }

    /// <summary>Digits; null if there are none. What is out of bounds stays so.</summary>
    int? Number()
    {
        var start = at;
        var value = 0;
        for (; char.IsAsciiDigit(Peek); at++)
            value = Math.Min((value * 10) + Peek - '0', 100_000_000);
        return at > start ? value : null;
    }

    HclFunctionException Invalid() => new(at < source.Length ? $"The format has {source[at]} where a verb goes on." : "The format ends within a verb.", 0);
}
