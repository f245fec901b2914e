using System.Collections.Immutable;
using System.Text;

namespace Fixer.Iac.Terraform.State;

/// <summary>An instance of a resource in a state: no more of it than it can be looked up by.</summary>
public sealed class StateInstance
{
    readonly StateRecord? record;
    readonly string? bucket;

    internal StateInstance(StateResource resource, StateRecord? record, string? bucket) => (Resource, this.record, this.bucket) = (resource, record, bucket);

    /// <summary>The resource.</summary>
    public StateResource Resource { get; }

    /// <summary><c>index_key</c>: a string for <c>for_each</c>, a <see cref="long"/> for <c>count</c>, null for neither.</summary>
    public object? IndexKey { get; internal init; }

    /// <summary>The key of a deposed object: one that was replaced and is still to be destroyed. Null for a current one.</summary>
    public string? Deposed { get; internal init; }

    /// <summary>Whether the next apply replaces it.</summary>
    public bool IsTainted { get; internal init; }

    /// <summary>The attribute <c>id</c>.</summary>
    public string? Id { get; internal init; }

    /// <summary>The attribute <c>arn</c>, or that of the identity.</summary>
    public string? Arn { get; internal init; }

    /// <summary>The attribute <c>name</c>.</summary>
    public string? Name { get; internal init; }

    /// <summary>Which record set it is, of an <c>aws_route53_record</c> whose attributes say so.</summary>
    public StateRecord? Record => Resource.Type == StateRecord.ResourceType ? record : null;

    /// <summary>The name of the bucket, of an <c>aws_s3_bucket</c>.</summary>
    public string? Bucket => Resource.Type == "aws_s3_bucket" ? bucket : null;

    /// <summary>The resource identity that Terraform 1.12 and later write: texts, numbers and flags by name; at most 32.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Identity { get; internal init; } = [];

    /// <summary>Addresses of the resources it was made after, without instance keys; at most 256.</summary>
    public ImmutableArray<string> Dependencies { get; internal init; } = [];

    /// <summary>Whether it has more of them.</summary>
    public bool HasMoreDependencies { get; internal init; }

    /// <summary>The address as Terraform writes it: <c>module.a["x"].aws_route53_record.this["www_CNAME"]</c>. Made anew each time.</summary>
    public string Address
    {
        get
        {
            var text = Resource.Append(new StringBuilder());
            InstanceKeyText.Append(text, IndexKey);
            return text.ToString();
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Deposed is null ? Address : $"{Address} (deposed object {Deposed})";
}
