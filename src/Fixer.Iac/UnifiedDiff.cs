using System.Collections.Immutable;
using System.Text;
using DiffPlex.Renderer;
using Fixer.Hcl;

namespace Fixer.Iac;

/// <summary>Shows edits as people review them.</summary>
public static class UnifiedDiff
{
    /// <summary>A unified diff with three lines of context, in the order of <paramref name="edits"/>.</summary>
    public static string Of(SourceTree tree, ImmutableArray<FileEdit> edits)
    {
        var text = new StringBuilder();
        foreach (var edit in edits)
        {
            var before = tree.Files[edit.Path].ToArray();
            var after = TextEdits.Apply(before, edit.Edits);
            text.Append(UnidiffRenderer.GenerateUnidiff(Lines(before), Lines(after), "a/" + edit.Path, "b/" + edit.Path).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    private static string Lines(byte[] content) => Encoding.UTF8.GetString(content).Replace("\r\n", "\n", StringComparison.Ordinal);
}
