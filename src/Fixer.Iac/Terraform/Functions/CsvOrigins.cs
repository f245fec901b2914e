using Fixer.Hcl;
using Fixer.Hcl.Values;

namespace Fixer.Iac.Terraform.Functions;

/// <summary>Gives the rows that were decoded from a CSV file the lines of the file as origins.</summary>
static class CsvOrigins
{
    public static HclValue Of(SourceText text, HclValue rows)
    {
        var spans = Records(text.Bytes).Skip(1).ToArray();
        return rows.Elements.Length == spans.Length && rows.Type is ListType { Element: var type }
            ? HclValue.List(type, spans.Zip(rows.Elements, (span, row) => Row(new CsvRow(text, span), row.Value)), Origin.Of(new DataNode(text, new TextSpan(0, text.Length))))
            : rows;
    }

    static HclElement Row(DataNode node, HclValue row)
    {
        var origin = Origin.Of(node);
        var field = Origin.Computed(null, origin);
        return new HclElement(null, HclValue.Object(row.Elements.Select(f => new HclElement(f.Key, f.Value.From(field), field)), origin), origin);
    }

    /// <summary>The records of RFC 4180 without the ends of their lines. In text that could be decoded, quotes come in pairs.</summary>
    static List<TextSpan> Records(ReadOnlySpan<byte> bytes)
    {
        var records = new List<TextSpan>();
        var (start, isQuoted) = (0, false);
        for (var i = 0; i <= bytes.Length; i++)
        {
            if (i < bytes.Length && bytes[i] == '"')
                isQuoted = !isQuoted;
            if (i < bytes.Length && (bytes[i] != '\n' || isQuoted))
                continue;
            var end = i > start && bytes[i - 1] == '\r' ? i - 1 : i;
            if (end > start)
                records.Add(new TextSpan(start, end));
            start = i + 1;
        }

        return records;
    }
}
