using System.Text;

namespace Fixer.Iac.Terraform.State;

/// <summary>A resource in a state: what its instances have in common.</summary>
public sealed class StateResource
{
    internal StateResource()
    {
    }

    /// <summary>The module instance it is in, as Terraform writes it: <c>module.a["x"].module.b</c>; null in the root module.</summary>
    public string? Module { get; internal set; }

    /// <summary>Whether it is a data source: something looked up, which this state does not own.</summary>
    public bool IsData { get; internal set; }

    /// <summary>The type: <c>aws_route53_record</c>.</summary>
    public string Type { get; internal set; } = "";

    /// <summary>The name: <c>this</c> of <c>aws_route53_record.this</c>.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The provider's address as Terraform writes it: <c>provider["registry.terraform.io/hashicorp/aws"].west</c>; null if there is none.</summary>
    public string? Provider { get; internal set; }

    /// <summary>The address without instance key, as Terraform writes it.</summary>
    public string Address => Append(new StringBuilder()).ToString();

    internal StringBuilder Append(StringBuilder text)
    {
        if (Module is not null)
            text.Append(Module).Append('.');
        if (IsData)
            text.Append("data.");
        return text.Append(Type).Append('.').Append(Name);
    }

    /// <inheritdoc/>
    public override string ToString() => Address;
}
