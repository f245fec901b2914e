using System.Collections.Immutable;

namespace Fixer.Hcl;

public static partial class HclEdits
{
    /// <summary>Inserts an element into a tuple: on a line of its own if the element it goes before, or behind, has one.</summary>
    /// <param name="file">The file.</param>
    /// <param name="tuple">A tuple of it.</param>
    /// <param name="index">The index that the element will have, from 0 to the number of elements.</param>
    /// <param name="value">Source of the element.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such index.</exception>
    /// <exception cref="ArgumentException">The value is no expression, or the tuple is of another file.</exception>
    public static ImmutableArray<TextEdit> InsertElement(HclFile file, TupleExpression tuple, int index, string value)
    {
        var element = NewSource.Expression(value, nameof(value));
        return Insert(file, tuple, index, (indentation, endsLine) => element.For(tuple.Source, indentation, endsLine));
    }

    /// <summary>Inserts an item into an object: on a line of its own if the item it goes before, or behind, has one. It gets commas if the others have them.</summary>
    /// <param name="file">The file.</param>
    /// <param name="obj">An object of it.</param>
    /// <param name="index">The place among the items, from 0 to their number.</param>
    /// <param name="key">Source of the key: a name, a quoted string, or an expression in parentheses.</param>
    /// <param name="value">Source of the value.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    /// <exception cref="ArgumentException">Key or value is no expression, or the object is of another file.</exception>
    public static ImmutableArray<TextEdit> InsertItem(HclFile file, ObjectExpression obj, int index, string key, string value)
    {
        var (name, content) = (NewSource.Expression(key, nameof(key)), NewSource.Expression(value, nameof(value)));
        var separator = obj.Items.IsEmpty || obj.Items.Any(i => i.IsAssigned) ? "=" : ":";
        return Insert(file, obj, index, (indentation, endsLine) =>
            $"{name.For(obj.Source, indentation, endsLine: false)} {separator} {content.For(obj.Source, indentation, endsLine)}");
    }

    /// <summary>Sets the item of a key in an object; of several, the last, which counts. A new item is put at the end, its key quoted if it is no name or if all other keys are quoted.</summary>
    /// <param name="file">The file.</param>
    /// <param name="obj">An object of it.</param>
    /// <param name="key">The key itself, not its source.</param>
    /// <param name="value">Source of the value.</param>
    /// <exception cref="ArgumentException">The value is no expression, or the object is of another file.</exception>
    public static ImmutableArray<TextEdit> SetItem(HclFile file, ObjectExpression obj, string key, string value)
    {
        if (obj.Items.LastOrDefault(i => i.ConstantKey == key) is { } item)
            return SetValue(file, item.Value, value);
        var areQuoted = !obj.Items.IsEmpty && obj.Items.All(i => i.Key is StringLiteral);
        return InsertItem(file, obj, obj.Items.Length, areQuoted || key == "for" || !NewSource.IsName(key) ? NewSource.Quoted(key) : key, value);
    }

    static ImmutableArray<TextEdit> Insert(HclFile file, HclExpression node, int index, Func<string, bool, string> entry)
    {
        MustBeOf(file, node, nameof(node));
        var list = BracketedList.Of(node);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, list.Entries.Length);
        return Aligned(file, new ListInsertion(list, entry).At(index));
    }
}
