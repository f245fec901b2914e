using System.Globalization;
using System.Text;

namespace Fixer.Hcl.Tests;

/// <summary>
/// A valid file written by following choices. Everything that can be removed has a number, and comments name the number of what they
/// belong to, or say that they are nobody's.
/// </summary>
sealed class GeneratedSource
{
    const int MaxDepth = 3;

    readonly StringBuilder text = new();
    readonly byte[] choices;
    readonly string newline;
    readonly List<(int Number, int Start)> starts = [];
    int next;
    int number;

    public GeneratedSource(byte[] choices, string newline = "\n")
    {
        (this.choices, this.newline) = (choices, newline);
        Body(0);
        Text = text.ToString();
    }

    public string Text { get; }

    /// <summary>Number of everything that can be removed, by the offset it starts at; the outermost, if several start there.</summary>
    public ILookup<int, int> NumberAt => starts.ToLookup(s => s.Start, s => s.Number);

    int Choose(int count) => choices[next++ % choices.Length] % count;

    bool Maybe(int oneIn = 3) => Choose(oneIn) == 0;

    void Write(string piece) => text.Append(piece.Replace("\n", newline, StringComparison.Ordinal));

    void Write(FormattableString piece) => Write(piece.ToString(CultureInfo.InvariantCulture));

    int Start()
    {
        starts.Add((++number, text.Length));
        return number;
    }

    void Body(int depth)
    {
        for (var items = Choose(4) + 1; items > 0; items--)
        {
            if (Maybe(6))
                Write($"\n# nobody's {++number}\n\n");
            var item = number + 1;
            if (Maybe())
                Write($"# above, of {item}\n");
            Start();
            if (depth < MaxDepth && Maybe())
                Block(item, depth);
            else
                Attribute(item, depth);
            if (Maybe())
                Write($"{Blanks()}\n");
        }
    }

    void Block(int item, int depth)
    {
        if (Maybe(4))
        {
            Write($"block \"n{item}\" {{ ");
            Write($"a{Start()} = ");
            Write($"{item} }}");
        }
        else
        {
            Write($"block \"n{item}\" {{\n");
            Body(depth + 1);
            Write("}");
        }

        EndOfLine(item);
    }

    void Attribute(int item, int depth)
    {
        Write($"a{new string('x', Choose(6))}{item} = ");
        if (Maybe(8))
        {
            Write($"<<EOT\ntext {item} # = 1 [\nEOT\n");
            return;
        }

        Value(item, depth);
        EndOfLine(item);
    }

    void EndOfLine(int item)
    {
        if (Maybe())
            Write($" # end, of {item}");
        Write("\n");
    }

    void Value(int item, int depth)
    {
        switch (depth >= MaxDepth ? Choose(3) : Choose(8))
        {
            case 0:
                Write($"{item}");
                break;
            case 1:
                Write($"\"s{item}, $\"");
                break;
            case 2:
                Write($"a.b{item}[0]");
                break;
            case 3:
                Write($"f({item}, ");
                Value(item, depth + 1);
                Write(")");
                break;
            case 4 or 5:
                Object(depth);
                break;
            default:
                Tuple(depth);
                break;
        }
    }

    void Tuple(int depth)
    {
        Write("[");
        var startsLine = Opened();
        var count = Choose(4);
        for (var i = 0; i < count; i++)
        {
            var element = Leading(startsLine);
            Start();
            Value(element, depth + 1);
            if (Maybe(5))
                Write($" /* behind, of {element} */");
            var hasComma = i + 1 < count || Maybe();
            startsLine = Separated(element, hasComma ? "," : "", canContinue: true);
        }

        Write("]");
    }

    void Object(int depth)
    {
        Write("{");
        var startsLine = Opened();
        var count = Choose(4);
        for (var i = 0; i < count; i++)
        {
            var item = Leading(startsLine);
            Start();
            Write(Choose(4) switch { 0 => $"\"k {item}\" = ", 1 => $"(k{item}) = ", 2 => $"k{item} : ", _ => $"k{new string('x', Choose(6))}{item} = " });
            if (Maybe(8))
            {
                Write($"<<EOT\ntext {item}\nEOT\n");
                startsLine = true;
                continue;
            }

            Value(item, depth + 1);
            var hasComma = Maybe(2);
            startsLine = Separated(item, hasComma ? "," : "", canContinue: hasComma || i + 1 == count);
        }

        Write("}");
    }

    bool Opened()
    {
        switch (Choose(4))
        {
            case 0:
                return false;
            case 1:
                Write(" ");
                return false;
            case 2:
                Write($" # nobody's {++number}\n");
                return true;
            default:
                Write("\n");
                return true;
        }
    }

    /// <summary>Comments before an entry; returns its number.</summary>
    int Leading(bool startsLine)
    {
        if (startsLine && Maybe(5))
            Write($"\n# nobody's {++number}\n\n");
        var entry = number + 1;
        if (startsLine && Maybe(4))
            Write($"# above, of {entry}\n");
        if (Maybe(6))
            Write($"/* before, of {entry} */ ");
        return entry;
    }

    /// <summary>What follows an entry; returns whether a new line does.</summary>
    bool Separated(int entry, string comma, bool canContinue)
    {
        Write(comma);
        if (canContinue && Maybe(2))
        {
            Write(" ");
            return false;
        }

        if (Maybe())
            Write($" # end, of {entry}");
        Write($"{Blanks()}\n");
        return true;
    }

    string Blanks() => Choose(5) switch { 0 => "\n", 1 => "\n \n", _ => "" };
}
