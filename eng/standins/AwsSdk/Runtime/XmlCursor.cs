using System.Globalization;
using System.Xml;

namespace Fixer.AwsSdk;

/// <summary>Reads XML elements one after the other. Each method that reads an element leaves the cursor behind it.</summary>
internal sealed class XmlCursor
{
    static readonly XmlReaderSettings settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    readonly XmlReader reader;

    /// <exception cref="XmlException">The stream holds no XML.</exception>
    public XmlCursor(Stream stream)
    {
        reader = XmlReader.Create(stream, settings);
        reader.MoveToContent();
    }

    /// <summary>The name of the element that the cursor is at, without its namespace.</summary>
    public string Name => reader.LocalName;

    /// <summary>Goes into the element, and returns what <see cref="Next"/> is asked with.</summary>
    public int Enter()
    {
        if (reader.NodeType != XmlNodeType.Element)
            throw new XmlException($"An element was expected, not {reader.NodeType}.");
        var isEmpty = reader.IsEmptyElement;
        var depth = reader.Depth;
        reader.Read();
        return isEmpty ? -1 : depth;
    }

    /// <summary>Goes to the next element within the one entered, or behind its end.</summary>
    public bool Next(int entered)
    {
        if (entered < 0)
            return false;
        while (reader.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement))
            if (!reader.Read())
                throw new XmlException("The document ends within an element.");
        if (reader.NodeType == XmlNodeType.Element)
            return true;
        reader.Read();
        return false;
    }

    public void Skip() => reader.Skip();

    public string Text() => reader.ReadElementContentAsString();

    public bool Bool() => bool.Parse(Text());

    public int Int() => int.Parse(Text(), NumberStyles.Integer, CultureInfo.InvariantCulture);

    public long Long() => long.Parse(Text(), NumberStyles.Integer, CultureInfo.InvariantCulture);

    public float Float() => float.Parse(Text(), NumberStyles.Float, CultureInfo.InvariantCulture);

    public double Double() => double.Parse(Text(), NumberStyles.Float, CultureInfo.InvariantCulture);

    public DateTime Timestamp() => AwsSdk.Text.Timestamp(Text());

    public MemoryStream Blob() => new(Convert.FromBase64String(Text()));

    /// <summary>The items of a list that has an element of its own; null when there are none, as in the official packages.</summary>
    public List<T>? List<T>(string item, Func<XmlCursor, T> read)
    {
        List<T>? items = null;
        for (var at = Enter(); Next(at);)
            if (Name == item)
                (items ??= []).Add(read(this));
            else
                Skip();
        return items;
    }

    /// <summary>The entries of a map that has an element of its own; null when there are none.</summary>
    public Dictionary<string, T>? Map<T>(string key, string value, Func<XmlCursor, T> read)
    {
        Dictionary<string, T>? entries = null;
        for (var at = Enter(); Next(at);)
            Entry(key, value, read, entries ??= []);
        return entries;
    }

    void Entry<T>(string key, string value, Func<XmlCursor, T> read, Dictionary<string, T> entries)
    {
        string? name = null;
        T? held = default;
        for (var at = Enter(); Next(at);)
            if (Name == key)
                name = Text();
            else if (Name == value)
                held = read(this);
            else
                Skip();
        if (name is not null)
            entries[name] = held!;
    }
}
