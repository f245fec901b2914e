using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Fixer.AwsSdk;

/// <summary>Reads responses of services that answer in JSON.</summary>
internal sealed class JsonUnmarshaller<TResponse>(Action<TResponse, JsonIncoming> read, Func<Failure, AmazonServiceException> fail) : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        var response = new TResponse { ResponseMetadata = Failure.Metadata(input.ResponseData) };
        try
        {
            read(response, new(input));
        }
        catch (Exception problem) when (problem is JsonException or FormatException or OverflowException or InvalidOperationException)
        {
            throw Failure.Unreadable(input, problem);
        }
        return response;
    }

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        fail(Failure.OfJson(input.Stream, input.ResponseData, innerException, statusCode));
}

/// <summary>A response in JSON.</summary>
internal readonly struct JsonIncoming(JsonUnmarshallerContext context)
{
    public string? Header(string name) => context.ResponseData.IsHeaderPresent(name) ? context.ResponseData.GetHeaderValue(name) : null;

    /// <summary>The document, at its root.</summary>
    public JsonCursor Root() => new(context.Stream);
}
