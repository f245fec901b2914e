using System.Text;

namespace Fixer.Hcl.Values;

/// <summary>Which elements a set has, and in which order: strings, numbers and bools by their values, all others by text that is made of them; null last.</summary>
static class SetElements
{
    /// <summary>Null if the set cannot be known.</summary>
    public static HclElement[]? Distinct(HclType elementType, IEnumerable<HclElement> elements)
    {
        var distinct = new Dictionary<object, HclElement>();
        foreach (var element in elements)
        {
            if (!element.Value.IsWhollyKnown)
                return null;
            var key = Key(elementType, element.Value);
            distinct[key] = distinct.TryGetValue(key, out var same) ? Merged(same, element) : element with { Key = null };
        }

        return [.. distinct.OrderBy(e => e.Key, KeyOrder).Select(e => e.Value)];
    }

    /// <summary>An element that is there twice: the first value, yielded by either.</summary>
    public static HclElement Merged(HclElement first, HclElement second) =>
        new(null, first.Value.From(Origin.Either(first.Value.Origin, second.Value.Origin)), Origin.Either(first.YieldedBy, second.YieldedBy));

    /// <summary>What is the same for equal values of a type, and different for others. The value must be wholly known.</summary>
    public static object Key(HclType type, HclValue value)
    {
        if (value.IsNull)
            return DBNull.Value;
        if (type == HclType.String)
            return value.AsString();
        if (type == HclType.Number)
            return value.AsNumber();
        if (type == HclType.Bool)
            return value.AsBool();
        var (text, rest) = (new StringBuilder(), new StringBuilder());
        Append(text, rest, value);
        return text.Append(rest).ToString();
    }

    static readonly Comparer<object> KeyOrder = Comparer<object>.Create((left, right) => (left, right) switch
    {
        (string a, string b) => CodePointOrder.Compare(a, b),
        (HclNumber a, HclNumber b) => a.CompareTo(b),
        (bool a, bool b) => a.CompareTo(b),
        (DBNull, DBNull) => 0,
        (DBNull, _) => 1,
        _ => -1,
    });

    /// <summary>
    /// The text that elements are ordered by; the same as in HashiCorp's implementation, so that instances come in the same order.
    /// Each kind of value has delimiters of its own, and what is in quotes is escaped, so that different values have different texts;
    /// but numbers of more than ten digits may share one, and are written in full in <paramref name="rest"/>, which goes behind it.
    /// </summary>
    static void Append(StringBuilder text, StringBuilder rest, HclValue value)
    {
        if (value.IsNull)
            text.Append('~');
        else if (value.Type == HclType.Number)
            AppendNumber(text, rest, value.AsNumber());
        else if (value.Type == HclType.Bool)
            text.Append(value.AsBool() ? 'T' : 'F');
        else if (value.Type == HclType.String)
            QuotedText.Append(text, value.AsString());
        else
        {
            var (open, close) = value.Type is MapType ? ('{', '}') : value.Type.IsCollection ? ('[', ']') : ('<', '>');
            text.Append(open);
            foreach (var element in value.Elements)
            {
                if (value.Type is MapType)
                {
                    QuotedText.Append(text, element.Key!);
                    text.Append(':');
                }

                Append(text, rest, element.Value);
                text.Append(';');
            }

            text.Append(close);
        }
    }

    static void AppendNumber(StringBuilder text, StringBuilder rest, HclNumber number)
    {
        var general = number.ToGeneralString(10);
        text.Append(general);
        if (HclNumber.Parse(general)?.Equals(number) != true)
            rest.Append(number).Append(';');
    }
}
