using System.Collections.Concurrent;
using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Functions;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Evaluation;

namespace Fixer.Iac.Terraform.Schema;

/// <summary>
/// What a provider says about a resource, or a block in it: without it nobody can tell <c>"300"</c> from 300, a list from a set, or in JSON a
/// block from an argument. Of the AWS provider those resources are known that a fix is about; nothing is changed of the others.
/// </summary>
sealed class BlockSchema
{
    static readonly Lazy<HclFile> Aws = new(ReadAws);

    /// <summary>Those that were asked for: the same few are, of every instance.</summary>
    static readonly ConcurrentDictionary<string, BlockSchema> Known = new(StringComparer.Ordinal);

    readonly Dictionary<string, TypeConstraint> arguments;
    readonly Dictionary<string, BlockSchema> blocks;
    readonly ImmutableArray<string> required;
    readonly string path;

    BlockSchema(HclBody body, string path)
    {
        this.path = path;
        arguments = body.Attributes.ToDictionary(a => a.Name, a => TypeConstraint.Read(a.Value) ?? TypeConstraint.Any, StringComparer.Ordinal);
        blocks = body.Blocks.ToDictionary(b => b.Type, b => new BlockSchema(b.Body, $"{path}.{b.Type}"), StringComparer.Ordinal);
        required = [.. body.Blocks.Where(b => !b.Labels.IsEmpty).Select(b => b.Type)];
    }

    /// <summary>
    /// What the provider itself makes of some arguments, before it shows them in a plan: names of domains are in lower case and have no dot at
    /// the end, and policies are JSON without spaces. The schema does not say so.
    /// </summary>
    static readonly Dictionary<string, HclFragment> NormalForms = new(StringComparer.Ordinal)
    {
        ["aws_route53_record.name"] = Domain,
        ["aws_route53_zone.name"] = Domain,
        ["aws_iam_group_policy.policy"] = Inline,
        ["aws_iam_policy.policy"] = Json,
        ["aws_iam_role.assume_role_policy"] = Json,
        ["aws_iam_role_policy.policy"] = Inline,
        ["aws_iam_user_policy.policy"] = Inline,
        ["aws_s3_bucket_policy.policy"] = Json,
    };

    static HclFragment Domain => Form("lower(trimsuffix(x, \".\"))");

    static HclFragment Json => Form("jsonencode(jsondecode(x))");

    /// <summary>Of policies that are part of something else, the version comes first.</summary>
    static HclFragment Inline => Form("""replace(jsonencode(jsondecode(x)), "/^{(.*),(\"Version\":\"2012-10-17\")}$/", "{$2,$1}")""");

    /// <summary>The schema of a type of resource; null if it is not known.</summary>
    public static BlockSchema? Of(string resourceType) => Known.TryGetValue(resourceType, out var known) ? known : Find(resourceType);

    /// <summary>All arguments and attributes, with their types.</summary>
    public IEnumerable<(string Name, HclType Type)> Attributes => arguments.Select(a => (a.Key, a.Value.Type));

    /// <summary>The types of the blocks in it.</summary>
    public IEnumerable<string> BlockTypes => blocks.Keys;

    /// <summary>The types of the blocks in it of which there must be one at least.</summary>
    public IEnumerable<string> RequiredBlocks => required;

    /// <summary>The schema of a block in it; null if it is not known.</summary>
    public BlockSchema? Block(string type) => blocks.GetValueOrDefault(type);

    /// <summary>Names that are in no schema are not kept: there is no end of them.</summary>
    static BlockSchema? Find(string resourceType) =>
        Aws.Value.Body.BlocksOfType(resourceType).FirstOrDefault() is { } block ? Known.GetOrAdd(resourceType, new BlockSchema(block.Body, resourceType)) : null;

    /// <summary>What the provider takes the value of an argument for: the value itself if it cannot be told, or does not suit.</summary>
    public HclValue Convert(string argument, HclValue value)
    {
        if (!arguments.TryGetValue(argument, out var constraint) || constraint.Convert(value, out _) is not { } converted)
            return value;
        if (converted.IsUnknown || converted.IsNull || !NormalForms.TryGetValue($"{path}.{argument}", out var form))
            return converted;
        var normal = new HclEvaluator(HclScope.Of(new Dictionary<string, HclValue> { ["x"] = converted }), StandardFunctions.All).Evaluate(form);
        return normal.Diagnostics.IsEmpty ? normal.Value.From(converted.Origin) : converted;
    }

    static HclFragment Form(string expression) => HclFragment.ParseExpression(System.Text.Encoding.UTF8.GetBytes(expression), "normal form");

    static HclFile ReadAws()
    {
        using var stream = typeof(BlockSchema).Assembly.GetManifestResourceStream("schema/aws.hcl")!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return HclFile.Parse(content.ToArray(), "aws.hcl");
    }
}
