using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Fixer.Hcl;

/// <summary>
/// Reads arguments and blocks: HCL specification, "Structural Elements". After an error it goes on with the next line, so that
/// one broken definition hides no other.
/// </summary>
ref partial struct Parser
{
    /// <summary>Blocks in blocks, or expressions in expressions. Bounds recursion.</summary>
    const int MaxDepth = 500;

    public Parser(TokenSource source, DiagnosticBag diagnostics, bool resumesAtMargin = false)
    {
        this.source = source;
        this.diagnostics = diagnostics;
        this.resumesAtMargin = resumesAtMargin;
        kinds = source.Tokens.Kinds;
        starts = source.Tokens.Starts;
        bytes = source.Text.Bytes;
    }

    /// <summary>Whether the end of the file came before everything was closed.</summary>
    public readonly bool RanIntoEnd => ranIntoEnd;

    public HclBody ParseFile() => ParseBody(0, oneLine: false);

    /// <summary>Reads up to the closing brace, which is left, or the end.</summary>
    HclBody ParseBody(int blocks, bool oneLine)
    {
        var (mark, beganOnOneLine) = (scratch.Count, oneLine);
        for (SkipLines(ref oneLine); Kind != TokenList.EndOfFile; SkipLines(ref oneLine))
        {
            if (Kind == TokenKind.CloseBrace && blocks > 0)
                break;
            if (Kind == TokenKind.Identifier)
            {
                if (blocks > 0 && resumesAtMargin && IsHeaderAtMargin(at))
                    break;
                ParseItem(mark, blocks, oneLine, beganOnOneLine);
                continue;
            }

            if (kinds[at] != TokenKind.Invalid)
                Report(Kind == TokenKind.CloseBrace ? HclDiagnostics.UnbalancedBracket : HclDiagnostics.ExpectedDefinition, at);
            if (Kind == TokenKind.CloseBrace)
                at++;
            else
                SkipExpression();
        }

        return new HclBody(Take<HclBodyItem>(mark));
    }

    /// <summary>Moves to the next definition. Says what a newline in a block on one line is: an error, and then it is a block as any.</summary>
    void SkipLines(ref bool oneLine)
    {
        for (; Kind < TokenKind.Invalid; at++)
        {
            if (Kind != TokenKind.Newline || !oneLine)
                continue;
            Report(HclDiagnostics.InvalidOneLineBlock, at);
            oneLine = false;
        }
    }

    void ParseItem(int mark, int blocks, bool oneLine, bool beganOnOneLine)
    {
        var first = at;
        Advance();
        switch (Kind)
        {
            case TokenKind.Assign:
                Advance();
                var attribute = ParseAttribute(first);
                if (IsSet(attribute.Name, mark))
                    Report(HclDiagnostics.DuplicateAttribute, first);
                scratch.Add(attribute);
                ExpectEndOfLine(oneLine, beganOnOneLine);
                break;
            case TokenKind.OpenQuote or TokenKind.Identifier or TokenKind.OpenBrace:
                if (oneLine)
                    Report(HclDiagnostics.InvalidOneLineBlock, first, at + 1);
                if (ParseBlock(first, blocks) is not { } block)
                    return;
                scratch.Add(block);
                hasFailed = false;
                ExpectEndOfLine(oneLine, beganOnOneLine);
                break;
            default:
                Report(HclDiagnostics.ExpectedDefinition, first);
                SkipExpression();
                break;
        }
    }

    HclAttribute ParseAttribute(int first)
    {
        var value = ParseValue();
        var isEmpty = value.Tokens.IsEmpty;
        if (isEmpty && !hasFailed)
            Report(HclDiagnostics.MissingValue, first);
        return new HclAttribute(source, From(first), Name(first), value);
    }

    /// <summary>An expression that its line ends. One that cannot be read is invalid up to where the next definition may start.</summary>
    HclExpression ParseValue()
    {
        var (first, outerEnd) = (at, end);
        (hasFailed, depth, ignoresNewlines) = (false, 0, false);
        if (Kind is TokenKind.Newline or TokenList.EndOfFile)
            return new InvalidExpression(source, new TokenRange(end, end));
        var mark = scratch.Count;
        if (ParseExpression() is { } expression)
            return expression;
        CollectionsMarshal.SetCount(scratch, mark);
        (at, end, ignoresNewlines) = (first, outerEnd, false);
        var range = SkipExpression();
        end = Math.Max(end, range.End);
        return new InvalidExpression(source, range);
    }

    /// <summary>Whether the body whose items are above the mark has an argument of this name. Few have more than a screenful, so that comparing is faster than hashing.</summary>
    bool IsSet(string name, int mark)
    {
        if (largeNames is not null)
            return !largeNames.Add(name);
        if (scratch.Count - mark > 64)
            largeNames = [.. scratch.Skip(mark).OfType<HclAttribute>().Select(a => a.Name), name];
        for (var i = mark; i < scratch.Count; i++)
        {
            if (scratch[i] is HclAttribute other && other.Name == name)
                return true;
        }

        return false;
    }

    HclBlock? ParseBlock(int first, int blocks)
    {
        if (ParseLabels() is not { IsDefault: false } labels)
        {
            SkipExpression();
            return null;
        }

        var open = at;
        if (blocks == MaxDepth)
        {
            Report(HclDiagnostics.NestedTooDeeply, open);
            var balanced = SkipBalanced();
            end = LastMeaningful();
            return new HclBlock(source, From(first), Name(first), labels, new HclBody([]), balanced);
        }

        Advance();
        var names = largeNames;
        largeNames = null;
        var body = ParseBody(blocks + 1, oneLine: Kind is not (TokenKind.Newline or TokenKind.CloseBrace or TokenList.EndOfFile));
        largeNames = names;
        var closed = Kind == TokenKind.CloseBrace;
        if (closed)
            Advance();
        else
        {
            ranIntoEnd |= Kind == TokenList.EndOfFile;
            Report(HclDiagnostics.UnclosedBlock, open);
            end = LastMeaningful();
        }

        return new HclBlock(source, From(first), Name(first), labels, body, closed);
    }

    /// <summary>Labels up to the brace; the default after an error.</summary>
    ImmutableArray<HclLabel> ParseLabels()
    {
        if (Kind == TokenKind.OpenBrace)
            return [];
        labels.Clear();
        while (Kind is TokenKind.OpenQuote or TokenKind.Identifier)
        {
            var first = at;
            if (Kind == TokenKind.Identifier)
            {
                labels.Add(new HclLabel(Name(first), source.Tokens[first].Span));
                Advance();
                continue;
            }

            var text = kinds[++at] == TokenKind.StringText ? Bytes(at++) : [];
            if (Kind != TokenKind.CloseQuote)
            {
                // A string that is not closed has been reported.
                if (Kind is TokenKind.TemplateStart or TokenKind.DirectiveStart)
                    Report(HclDiagnostics.TemplateLabel, at);
                return default;
            }

            Advance();
            labels.Add(new HclLabel(text.IndexOfAny("\\$%"u8) < 0 ? NameTable.Get(text) : StringDecoder.DecodeQuoted(text), source.SpanOf(From(first))));
        }

        if (Kind is not (TokenKind.OpenBrace or TokenKind.Invalid))
            Report(HclDiagnostics.InvalidBlockHeader, at);
        return Kind == TokenKind.OpenBrace || TakeLineBreakBeforeBrace() ? [.. labels] : default;
    }

    /// <summary>A brace on a line of its own is an error, and yet opens the block.</summary>
    bool TakeLineBreakBeforeBrace()
    {
        var lineEnd = at;
        if (Kind == TokenKind.Newline)
            SkipNewlines();
        if (Kind == TokenKind.OpenBrace)
            return true;
        at = lineEnd;
        return false;
    }

    void ExpectEndOfLine(bool oneLine, bool beganOnOneLine)
    {
        Skip();
        if (Kind is TokenKind.Newline or TokenList.EndOfFile || (Kind == TokenKind.CloseBrace && beganOnOneLine))
            return;

        // An expression with brackets left open has gone past its line.
        if (HasNewline(end, at))
            return;
        if (hasFailed || Kind == TokenKind.Invalid)
        {
            // That has been said.
        }
        else if (Kind is TokenKind.CloseBracket or TokenKind.CloseParenthesis)
            Report(HclDiagnostics.UnbalancedBracket, at);
        else
            Report(oneLine ? HclDiagnostics.InvalidOneLineBlock : HclDiagnostics.MissingNewline, at);
        if (Kind is not (TokenKind.Identifier or TokenKind.CloseBrace))
            SkipExpression();
    }
}
