using System.Text;
using System.Xml;

namespace Fixer.AwsSdk;

/// <summary>An XML body, which is the request's when this is disposed.</summary>
internal sealed class XmlBody : IDisposable
{
    static readonly XmlWriterSettings settings = new() { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true };

    readonly Outgoing outgoing;
    readonly string? xmlNamespace;
    readonly MemoryStream bytes = new();
    readonly XmlWriter writer;

    public XmlBody(Outgoing outgoing, string element, string? xmlNamespace)
    {
        this.outgoing = outgoing;
        this.xmlNamespace = xmlNamespace;
        writer = XmlWriter.Create(bytes, settings);
        writer.WriteStartElement(element, xmlNamespace);
    }

    public void Text(string name, string? value)
    {
        if (value is not null)
            writer.WriteElementString(name, xmlNamespace, value);
    }

    public void Structure<T>(string name, T? value, Action<XmlBody, T> write) where T : class
    {
        if (value is null)
            return;
        writer.WriteStartElement(name, xmlNamespace);
        write(this, value);
        writer.WriteEndElement();
    }

    /// <summary>Structures, each in an element of its own.</summary>
    public void List<T>(string name, string item, List<T>? values, Action<XmlBody, T> write) where T : class
    {
        if (values is null)
            return;
        writer.WriteStartElement(name, xmlNamespace);
        foreach (var value in values)
            Structure(item, value, write);
        writer.WriteEndElement();
    }

    /// <summary>Scalars, each in an element of its own.</summary>
    public void List<T>(string name, string item, List<T>? values, Func<T, string?> text)
    {
        if (values is null)
            return;
        writer.WriteStartElement(name, xmlNamespace);
        foreach (var value in values)
            Text(item, text(value));
        writer.WriteEndElement();
    }

    public void Dispose()
    {
        writer.Dispose();
        outgoing.Request.Content = bytes.ToArray();
    }
}
