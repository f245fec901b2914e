namespace Fixer.Iac.CloudFormation;

/// <summary>Ends the reading of a template; caught where the reading began and turned into a problem.</summary>
/// <param name="code">From <see cref="TemplateProblems"/>.</param>
/// <param name="offset">Offset in bytes.</param>
/// <param name="message">What is wrong.</param>
sealed class TemplateSyntaxException(string code, int offset, string message) : Exception(message)
{
    public string Code { get; } = code;

    public int Offset { get; } = offset;

    public static TemplateSyntaxException TooDeep(int offset) =>
        new(TemplateProblems.TooDeep, offset, $"Values are nested deeper than {CloudFormationTemplate.MaxDepth} levels.");

    public static TemplateSyntaxException Duplicate(string key, int offset) =>
        new(TemplateProblems.DuplicateKey, offset, $"The key '{Shown(key)}' occurs twice in one mapping.");

    static string Shown(string key) => key.Length <= 100 ? key : key[..100] + "…";
}
