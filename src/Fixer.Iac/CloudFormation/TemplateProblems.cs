using Fixer.Iac.Documents;

namespace Fixer.Iac.CloudFormation;

/// <summary>Codes of what can be wrong with a template, and the words for it.</summary>
public static class TemplateProblems
{
    /// <summary>The bytes are not UTF-8.</summary>
    public const string NotUtf8 = "CFN001";

    /// <summary>The file is larger than <see cref="CloudFormationTemplate.MaxBytes"/>.</summary>
    public const string TooLarge = "CFN002";

    /// <summary>The text is neither YAML nor JSON.</summary>
    public const string Syntax = "CFN003";

    /// <summary>Values are nested deeper than <see cref="CloudFormationTemplate.MaxDepth"/>.</summary>
    public const string TooDeep = "CFN004";

    /// <summary>A mapping has a key twice: which one counts is not defined.</summary>
    public const string DuplicateKey = "CFN005";

    /// <summary>The file holds more than one YAML document.</summary>
    public const string SeveralDocuments = "CFN006";

    /// <summary>A mapping's key is not plain text.</summary>
    public const string ComplexKey = "CFN007";

    /// <summary>Resources come from an alias or a merge key.</summary>
    public const string AliasedResources = "CFN010";

    /// <summary>Resources come from an include or a macro call.</summary>
    public const string IncludedResources = "CFN011";

    /// <summary>An entry of <c>Resources</c> is not a resource that can be understood.</summary>
    public const string UnclearResource = "CFN012";

    /// <summary>A record set stands in a file that is not a plain template (Serverless Framework, fragments, embedded templates).</summary>
    public const string RecordOutsideTemplate = "CFN013";

    /// <summary>A resource makes record sets that the source does not show (a module, a SAM domain).</summary>
    public const string HiddenRecords = "CFN014";

    internal static string CodeOf(DocumentFault fault) => fault switch
    {
        DocumentFault.Syntax => Syntax,
        DocumentFault.TooDeep => TooDeep,
        DocumentFault.DuplicateKey => DuplicateKey,
        DocumentFault.SeveralDocuments => SeveralDocuments,
        _ => ComplexKey,
    };

    internal static SourceProblem At(string path, DocumentText text, int offset, string code, string message) =>
        new(path, text.LineOf(offset) + 1, text.ColumnOf(offset), code, message);

    internal static SourceProblem OfFile(string path, string code, string message) => new(path, 1, 1, code, message);
}
