using System.Collections.Immutable;

namespace Fixer.Hcl;

/// <summary>
/// Finds arguments and blocks among the tokens: HCL specification, "Structural Elements". Expressions are only delimited here.
/// After an error it goes on with the next line.
/// </summary>
/// <param name="source">The tokens.</param>
/// <param name="resumeAtMargin">Whether a block header in the first column ends every block that is still open.</param>
sealed partial class Parser(TokenSource source, bool resumeAtMargin)
{
    /// <summary>Blocks in blocks, or brackets in brackets. Bounds recursion.</summary>
    const int MaxDepth = 256;

    int at;

    public DiagnosticBag Diagnostics { get; } = new(source.Text);

    /// <summary>Whether the end of the file came before everything was closed.</summary>
    public bool RanIntoEnd { get; private set; }

    public HclBody ParseFile() => ParseBody(0);

    TokenKind? Kind => at < source.Tokens.Length ? source.Tokens[at].Kind : null;

    /// <summary>Reads up to the closing brace, which is left, or the end.</summary>
    HclBody ParseBody(int depth)
    {
        var items = ImmutableArray.CreateBuilder<HclBodyItem>();
        HashSet<string>? names = null;
        var oneLine = !SkipTrivia() && depth > 0;
        for (; ; SkipTrivia())
        {
            if (Kind is null || (Kind == TokenKind.CloseBrace && depth > 0))
                break;
            if (Kind == TokenKind.Identifier)
            {
                if (depth > 0 && resumeAtMargin && IsHeaderAtMargin(at))
                    break;
                if (ParseItem(depth) is not { } item)
                    continue;
                if (item is HclAttribute attribute && !(names ??= []).Add(attribute.Name))
                    Report(HclDiagnostics.DuplicateAttribute, attribute.Tokens.First);
                items.Add(item);
                ExpectEndOfLine(oneLine);
                continue;
            }

            Report(Kind == TokenKind.CloseBrace ? HclDiagnostics.UnbalancedBracket : HclDiagnostics.ExpectedDefinition, at);
            if (Kind is TokenKind.CloseBrace)
                at++;
            else
                SkipExpression();
        }

        return new HclBody(items.DrainToImmutable());
    }

    HclBodyItem? ParseItem(int depth)
    {
        var first = at++;
        SkipSpace();
        switch (Kind)
        {
            case TokenKind.Assign:
                at++;
                SkipSpace();
                var value = SkipExpression();
                if (value.IsEmpty)
                    Report(HclDiagnostics.MissingValue, first);
                return new HclAttribute(source, new TokenRange(first, value.IsEmpty ? LastMeaningful(first) : value.End), source.TextOf(first), value);
            case TokenKind.OpenQuote or TokenKind.Identifier or TokenKind.OpenBrace:
                return ParseBlock(first, depth);
            default:
                Report(HclDiagnostics.ExpectedDefinition, first);
                SkipExpression();
                return null;
        }
    }

    HclBlock? ParseBlock(int first, int depth)
    {
        var labels = ParseLabels();
        if (Kind != TokenKind.OpenBrace)
        {
            Report(HclDiagnostics.InvalidBlockHeader, first);
            SkipExpression();
            return null;
        }

        var open = at;
        var type = source.TextOf(first);
        if (depth == MaxDepth)
        {
            Report(HclDiagnostics.NestedTooDeeply, open);
            SkipBalanced();
            return new HclBlock(source, new TokenRange(first, at), type, labels, new HclBody([]), isClosed: true);
        }

        at++;
        var body = ParseBody(depth + 1);
        var closed = Kind == TokenKind.CloseBrace;
        if (closed)
        {
            at++;
            CheckOneLine(open, at - 1, body);
        }
        else
        {
            RanIntoEnd |= Kind is null;
            Report(HclDiagnostics.UnclosedBlock, first);
        }

        return new HclBlock(source, new TokenRange(first, closed ? at : LastMeaningful(open)), type, labels, body, closed);
    }

    ImmutableArray<HclLabel> ParseLabels()
    {
        var labels = ImmutableArray.CreateBuilder<HclLabel>(2);
        for (; Kind is TokenKind.OpenQuote or TokenKind.Identifier; SkipSpace())
        {
            var first = at++;
            if (source.Tokens[first].Kind == TokenKind.Identifier)
            {
                labels.Add(new HclLabel(source.TextOf(first), source.Tokens[first].Span));
                continue;
            }

            var text = Kind == TokenKind.StringText ? source.Text.Slice(source.Tokens[at++].Span) : [];
            if (Kind != TokenKind.CloseQuote)
            {
                if (Kind is TokenKind.TemplateStart or TokenKind.DirectiveStart)
                    Report(HclDiagnostics.TemplateLabel, first);
                break;
            }

            at++;
            labels.Add(new HclLabel(StringDecoder.DecodeQuoted(text), source.SpanOf(new TokenRange(first, at))));
        }

        return labels.DrainToImmutable();
    }

    /// <summary>"One-line block": an item on the line of the opening brace makes it one.</summary>
    void CheckOneLine(int open, int close, HclBody body)
    {
        if (body.Items.IsEmpty || HasNewline(open, body.Items[0].Tokens.First))
            return;
        if (body.Items.Length > 1 || body.Items[0] is HclBlock || HasNewline(body.Items[0].Tokens.End, close))
            Report(HclDiagnostics.InvalidOneLineBlock, open);
    }

    bool HasNewline(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (source.Tokens[i].Kind == TokenKind.Newline)
                return true;
        }

        return false;
    }

    void ExpectEndOfLine(bool oneLine)
    {
        SkipSpace();
        if (Kind is null or TokenKind.Newline || (Kind == TokenKind.CloseBrace && oneLine))
            return;

        // An expression with brackets left open has gone past its line.
        if (HasNewline(LastMeaningful(0), at))
            return;
        Report(HclDiagnostics.MissingNewline, at);
        if (Kind is not (TokenKind.Identifier or TokenKind.CloseBrace))
            SkipExpression();
    }

    void Report(DiagnosticKind kind, int token) => Diagnostics.Add(kind, source.Tokens[token].Span);
}
