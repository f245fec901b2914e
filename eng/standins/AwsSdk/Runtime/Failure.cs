using System.Net;
using System.Text.Json;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Fixer.AwsSdk;

/// <summary>What an error response says.</summary>
internal sealed class Failure
{
    /// <summary>More of an error response is not read.</summary>
    const int Limit = 1 << 20;

    readonly byte[] body;
    readonly IWebResponseData http;

    Failure(Stream stream, IWebResponseData http, Exception cause, HttpStatusCode status)
    {
        this.http = http;
        body = Bytes(stream);
        Cause = cause;
        Status = status;
        RequestId = RequestIdOf(http);
        Type = (int)status < 500 ? ErrorType.Sender : ErrorType.Receiver;
        Code = status.ToString();
        Message = $"The service answered {(int)status} without saying why.";
    }

    public string Code { get; private set; }

    public string Message { get; private set; }

    public ErrorType Type { get; private set; }

    public string? RequestId { get; private set; }

    public HttpStatusCode Status { get; }

    public Exception Cause { get; }

    public static Failure OfXml(Stream stream, IWebResponseData http, Exception cause, HttpStatusCode status)
    {
        var failure = new Failure(stream, http, cause, status);
        try
        {
            failure.ReadXml();
        }
        catch (XmlException)
        {
            // A proxy's page: the status says enough.
        }
        return failure;
    }

    public static Failure OfJson(Stream stream, IWebResponseData http, Exception cause, HttpStatusCode status)
    {
        var failure = new Failure(stream, http, cause, status);
        try
        {
            failure.ReadJson();
        }
        catch (JsonException)
        {
            // A proxy's page, or nothing: header and status say enough.
        }
        if (failure.Header("x-amzn-ErrorType") is { Length: > 0 } type)
            failure.Code = CodeOf(type);
        return failure;
    }

    public static ResponseMetadata Metadata(IWebResponseData http) => new() { RequestId = RequestIdOf(http) };

    public static AmazonUnmarshallingException Unreadable(UnmarshallerContext context, Exception problem) =>
        new(RequestIdOf(context.ResponseData), context.CurrentPath, context.ResponseBody, $"The response cannot be read: {problem.Message}", problem);

    public string? Header(string name) => http.IsHeaderPresent(name) ? http.GetHeaderValue(name) : null;

    /// <summary>The body, at the element that holds the error's members.</summary>
    public XmlCursor Xml()
    {
        var xml = new XmlCursor(new MemoryStream(body));
        return (xml.Name is "ErrorResponse" or "Response" ? Inner(xml) : null) ?? new XmlCursor(new MemoryStream(body));
    }

    /// <summary>The body, at the object that holds the error's members.</summary>
    public JsonCursor Json() => new(new MemoryStream(body));

    static XmlCursor? Inner(XmlCursor xml)
    {
        for (var at = xml.Enter(); xml.Next(at);)
            if (xml.Name == "Error")
                return xml;
            else
                xml.Skip();
        return null;
    }

    void ReadXml()
    {
        var xml = new XmlCursor(new MemoryStream(body));
        if (xml.Name is not ("ErrorResponse" or "Response" or "Error"))
            Code = xml.Name; // Route 53 names some errors by the root
        ReadXml(xml, depth: 0);
    }

    void ReadXml(XmlCursor xml, int depth)
    {
        for (var at = xml.Enter(); xml.Next(at);)
            switch (xml.Name)
            {
                case "Error" or "Errors" when depth < 2: ReadXml(xml, depth + 1); break;
                case "Code": Code = xml.Text(); break;
                case "Message" or "message": Message = xml.Text(); break;
                case "Type": Type = xml.Text() == "Sender" ? ErrorType.Sender : ErrorType.Receiver; break;
                case "RequestId" or "RequestID": RequestId = xml.Text(); break;
                default: xml.Skip(); break;
            }
    }

    void ReadJson()
    {
        var json = Json();
        json.Enter();
        while (json.Next())
            switch (json.Name)
            {
                case "__type": Code = CodeOf(json.Text()); break;
                case "code" or "Code" when Code == Status.ToString(): Code = CodeOf(json.Text()); break;
                case "message" or "Message" or "errorMessage": Message = json.Text(); break;
                default: json.Skip(); break;
            }
    }

    /// <summary>The name between a namespace and what some services write behind it: <c>aws.protocol#Name:http://…</c>.</summary>
    static string CodeOf(string type)
    {
        var end = type.IndexOf(':', StringComparison.Ordinal);
        var name = end < 0 ? type : type[..end];
        return name[(name.IndexOf('#', StringComparison.Ordinal) + 1)..];
    }

    static string? RequestIdOf(IWebResponseData http) =>
        http.IsHeaderPresent("x-amzn-RequestId") ? http.GetHeaderValue("x-amzn-RequestId")
        : http.IsHeaderPresent("x-amz-request-id") ? http.GetHeaderValue("x-amz-request-id")
        : null;

    static byte[] Bytes(Stream stream)
    {
        var read = new MemoryStream();
        var buffer = new byte[4096];
        for (var n = stream.Read(buffer); n > 0 && read.Length < Limit; n = stream.Read(buffer))
            read.Write(buffer, 0, n);
        return read.ToArray();
    }
}
