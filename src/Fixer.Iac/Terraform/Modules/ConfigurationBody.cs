using System.Collections.Immutable;
using Fixer.Hcl;

namespace Fixer.Iac.Terraform.Modules;

/// <summary>An argument, in either syntax.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">An <see cref="HclExpression"/> or a <see cref="Hcl.Json.JsonValue"/>.</param>
/// <param name="Node">The argument itself.</param>
sealed record ConfigurationArgument(string Name, SyntaxNode Value, SyntaxNode Node);

/// <summary>A block, in either syntax, with what override files make of it.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Body">What is in it.</param>
/// <param name="Node">The block itself; where override files add to it, that of the first file.</param>
sealed record ConfigurationBlock(string Type, ImmutableArray<string> Labels, ConfigurationBody Body, SyntaxNode Node)
{
    /// <summary>Where it stands.</summary>
    public SourceLocation Location => SourceLocation.Of(Node);

    /// <summary>Whether override files add to it, so that no piece of source is all of it.</summary>
    public bool IsOverridden => Body is OverriddenBody;
}

/// <summary>Arguments and blocks, in either syntax: what is asked for says which a name in JSON is.</summary>
abstract class ConfigurationBody
{
    /// <summary>The arguments; in JSON, blocks as well.</summary>
    public abstract IEnumerable<ConfigurationArgument> Arguments { get; }

    /// <summary>The argument of this name; null if it is not set.</summary>
    public virtual ConfigurationArgument? Argument(string name) => Arguments.FirstOrDefault(a => a.Name == name);

    /// <summary>The blocks of a type that has so many labels.</summary>
    public abstract IEnumerable<ConfigurationBlock> Blocks(string type, int labelCount);

    /// <summary>The types of blocks that can be told from arguments; empty in JSON.</summary>
    public abstract IEnumerable<string> BlockTypes { get; }
}
