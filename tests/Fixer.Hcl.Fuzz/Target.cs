namespace Fixer.Hcl.Fuzz;

/// <summary>What must hold for any bytes; throws if it does not.</summary>
static class Target
{
    public static void Check(byte[] bytes)
    {
        var file = HclFile.Parse(bytes);
        Require(file.ToBytes().AsSpan().SequenceEqual(bytes), "the bytes written are those read");
        CheckTokens(file.Text, file.Tokens, file.Diagnostics);
        var end = 0;
        foreach (var item in file.Body.Items)
        {
            Require(item.Span.Start >= end, "definitions are in the order of the source");
            end = item.Span.End;
            CheckTree(item);
        }

        var expression = HclFragment.ParseExpression(bytes);
        CheckTokens(expression.Text, expression.Tokens, expression.Diagnostics);
        CheckTree(expression.Expression);
        var template = HclFragment.ParseTemplate(bytes);
        CheckTokens(template.Text, template.Tokens, template.Diagnostics);
        CheckTree(template.Expression);
    }

    static void CheckTokens(SourceText text, TokenList tokens, IEnumerable<HclDiagnostic> diagnostics)
    {
        var at = 0;
        foreach (var token in tokens)
        {
            Require(token.Span.Start == at && token.Span.Length > 0, "tokens lie end to end");
            at = token.Span.End;
        }

        Require(at == text.Length, "tokens cover the file");
        foreach (var diagnostic in diagnostics)
            Require(diagnostic.Span.Start <= diagnostic.Span.End && diagnostic.Span.End <= text.Length, "diagnostics are about bytes of the file");
    }

    static void CheckTree(HclNode root)
    {
        foreach (var node in root.DescendantsAndSelf())
        {
            var end = node.Span.Start;
            foreach (var child in node.Children)
            {
                if (child.Span.Start < end || child.Span.End > node.Span.End)
                    throw new InvalidDataException($"{child.GetType().Name} {child.Span} is not behind {end} and in {node.GetType().Name} {node.Span}.");
                end = child.Span.End;
            }

            Read(node);
        }
    }

    /// <summary>Reads what nodes work out when they are asked.</summary>
    static void Read(HclNode node)
    {
        _ = node switch
        {
            StringLiteral literal => literal.Value.Length,
            NumberLiteral literal => literal.Digits.Length,
            TemplateText text => text.Value.Length,
            ObjectItem item => item.ConstantKey?.Length ?? 0,
            HclBodyItem item => item.LeadingComments.Count() + item.TrailingComments.Count(),
            _ => 0,
        };
    }

    static void Require(bool holds, string what)
    {
        if (!holds)
            throw new InvalidDataException($"It does not hold that {what}.");
    }
}
