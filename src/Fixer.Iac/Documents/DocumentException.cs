namespace Fixer.Iac.Documents;

/// <summary>What can be wrong with a document.</summary>
enum DocumentFault
{
    /// <summary>The text is neither YAML nor JSON.</summary>
    Syntax,

    /// <summary>Values are nested deeper than <see cref="DocumentNode.MaxDepth"/>.</summary>
    TooDeep,

    /// <summary>A mapping has a key twice.</summary>
    DuplicateKey,

    /// <summary>The file holds more than one YAML document.</summary>
    SeveralDocuments,

    /// <summary>A mapping's key is not plain text.</summary>
    ComplexKey,
}

/// <summary>Ends the reading of a document; caught where the reading began and turned into a problem.</summary>
/// <param name="fault">What kind of fault.</param>
/// <param name="offset">Offset in bytes.</param>
/// <param name="message">What is wrong.</param>
sealed class DocumentException(DocumentFault fault, int offset, string message) : Exception(message)
{
    public DocumentFault Fault { get; } = fault;

    public int Offset { get; } = offset;

    public static DocumentException TooDeep(int offset) =>
        new(DocumentFault.TooDeep, offset, $"Values are nested deeper than {DocumentNode.MaxDepth} levels.");

    public static DocumentException Duplicate(string key, int offset) =>
        new(DocumentFault.DuplicateKey, offset, $"The key '{Shown(key)}' occurs twice in one mapping.");

    static string Shown(string key) => key.Length <= 100 ? key : key[..100] + "…";
}
