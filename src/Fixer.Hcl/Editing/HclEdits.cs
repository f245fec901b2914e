using System.Collections.Immutable;

namespace Fixer.Hcl;

/// <summary>
/// Changes of a file of the native syntax, as text edits that leave every other byte alone. New source is given with line feeds and two
/// spaces a level, and gets the newlines and the indentation of the file. Lines, equals signs and comments that stood where
/// <c>terraform fmt</c> puts them still do so afterwards; others are not touched. The edits of one call belong together. Those of several calls
/// may overlap: make each call on the result of the one before, or remove together by <see cref="RemoveAll(HclFile, IEnumerable{HclNode})"/>.
/// </summary>
public static partial class HclEdits
{
    /// <summary>
    /// The file with the edits made, read again. Checks that the result is no more wrong than the file was, and that every byte outside
    /// the edits is the same.
    /// </summary>
    /// <param name="file">The file that all edits were made for.</param>
    /// <param name="edits">The edits, in any order.</param>
    /// <exception cref="ArgumentException">Two edits overlap, one reaches outside the file, or the result has diagnostics that the file has not.</exception>
    /// <exception cref="InvalidOperationException">A byte outside the edits has changed: a defect of this library.</exception>
    public static HclFile Apply(HclFile file, IEnumerable<TextEdit> edits)
    {
        var all = edits.ToArray();
        var result = HclFile.Parse(TextEdits.Apply(file.Text.Bytes, all), file.Text.Path);
        var known = file.Diagnostics.CountBy(d => d.Code).ToDictionary();
        foreach (var (code, count) in result.Diagnostics.CountBy(d => d.Code))
        {
            if (count > known.GetValueOrDefault(code))
                throw new ArgumentException($"The edits break the file: {result.Diagnostics.Last(d => d.Code == code)}", nameof(edits));
        }

        return TextEdits.IsIdenticalOutside(file.Text.Bytes, all, result.ToBytes())
            ? result
            : throw new InvalidOperationException("Bytes outside the edits have changed.");
    }

    static TokenSource SourceOf(HclFile file) => new(file.Text, file.Tokens);

    static void MustBeOf(HclFile file, HclNode node, string parameter)
    {
        if (node.Text != file.Text)
            throw new ArgumentException("The node is of another file.", parameter);
    }

    static ImmutableArray<TextEdit> Aligned(HclFile file, ImmutableArray<TextEdit> edits) => [.. CanonicalStyle.Keep(SourceOf(file), edits)];
}
