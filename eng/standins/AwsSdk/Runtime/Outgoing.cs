using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Fixer.AwsSdk;

/// <summary>Turns requests into HTTP requests.</summary>
internal sealed class Marshaller<TRequest>(string service, Action<TRequest, Outgoing> write) : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var outgoing = new Outgoing(new DefaultRequest(input, service));
        write((TRequest)input, outgoing);
        return outgoing.Request;
    }
}

/// <summary>An HTTP request in the making.</summary>
internal sealed class Outgoing(DefaultRequest request)
{
    /// <summary>Prefixes of ids that Route 53 returns and that its paths already have.</summary>
    static readonly string[] idPrefixes = ["/hostedzone/", "/change/", "/delegationset/"];

    public DefaultRequest Request => request;

    /// <summary>Begins a form (query and EC2).</summary>
    public Form Form(string action, string version)
    {
        request.Parameters.Add("Action", action);
        request.Parameters.Add("Version", version);
        return new(request.Parameters, "");
    }

    /// <summary>Begins the body of a JSON protocol, which names the operation in a header.</summary>
    public JsonBody Json(string target, string version)
    {
        Rest("POST", "/");
        request.Headers["X-Amz-Target"] = target;
        request.Headers["Content-Type"] = "application/x-amz-json-" + version;
        return new(this);
    }

    /// <summary>Sets method and path of a REST request; the path has placeholders such as <c>{Id}</c>.</summary>
    public void Rest(string method, string path)
    {
        request.HttpMethod = method;
        request.ResourcePath = path;
    }

    /// <exception cref="AmazonClientException">The member has no value: there is no such path.</exception>
    public void Path(string placeholder, string member, string? value)
    {
        if (string.IsNullOrEmpty(value))
            throw new AmazonClientException($"{request.RequestName}: {member} is not set, and the path needs it.");
        foreach (var prefix in idPrefixes)
            if (value.StartsWith(prefix, StringComparison.Ordinal) && request.ResourcePath.Contains(prefix + placeholder, StringComparison.Ordinal))
                value = value[prefix.Length..];
        request.AddPathResource(placeholder, value);
    }

    public void Query(string name, string? value)
    {
        request.UseQueryString = true;
        if (value is not null)
            request.Parameters.Add(name, value);
    }

    public void Query(string name, List<string>? values)
    {
        request.UseQueryString = true;
        if (values is not null)
            request.ParameterCollection.Add(name, values);
    }

    public void Header(string name, string? value)
    {
        if (value is not null)
            request.Headers[name] = value;
    }

    /// <summary>Begins a JSON body of a REST request.</summary>
    public JsonBody Json()
    {
        request.Headers["Content-Type"] = "application/json";
        return new(this);
    }

    /// <summary>A JSON body that is one member.</summary>
    public void Json<T>(T? value, Action<JsonBody, T> write) where T : class
    {
        if (value is null)
            return;
        using var json = Json();
        write(json, value);
    }

    /// <summary>Begins an XML body.</summary>
    public XmlBody Xml(string element, string? xmlNamespace)
    {
        request.Headers["Content-Type"] = "application/xml";
        return new(this, element, xmlNamespace);
    }

    /// <summary>An XML body that is one member.</summary>
    public void Xml<T>(string element, string? xmlNamespace, T? value, Action<XmlBody, T> write) where T : class
    {
        if (value is null)
            return;
        using var xml = Xml(element, xmlNamespace);
        write(xml, value);
    }
}
