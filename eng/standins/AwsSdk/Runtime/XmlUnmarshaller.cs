using System.Net;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Fixer.AwsSdk;

/// <summary>Reads responses of services that answer in XML.</summary>
internal sealed class XmlUnmarshaller<TResponse>(Action<TResponse, XmlIncoming> read, Func<Failure, AmazonServiceException> fail) : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        var response = new TResponse { ResponseMetadata = Failure.Metadata(input.ResponseData) };
        try
        {
            read(response, new(input));
        }
        catch (Exception problem) when (problem is XmlException or FormatException or OverflowException)
        {
            throw Failure.Unreadable(input, problem);
        }
        return response;
    }

    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        fail(Failure.OfXml(input.Stream, input.ResponseData, innerException, statusCode));
}

/// <summary>A response in XML.</summary>
internal readonly struct XmlIncoming(XmlUnmarshallerContext context)
{
    public string? Header(string name) => context.ResponseData.IsHeaderPresent(name) ? context.ResponseData.GetHeaderValue(name) : null;

    /// <summary>The document, at its root.</summary>
    public XmlCursor Root() => new(context.Stream);

    /// <summary>The document, at the element within the root that holds the result.</summary>
    public XmlCursor Result(string wrapper)
    {
        var xml = Root();
        for (var at = xml.Enter(); xml.Next(at);)
            if (xml.Name == wrapper)
                return xml;
            else
                xml.Skip();
        throw new XmlException($"The response has no {wrapper}.");
    }
}
