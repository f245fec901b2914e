namespace Fixer.Hcl.Tests;

/// <summary>Writes a syntax tree out with all its brackets.</summary>
static class Shapes
{
    public static string Of(HclNode node) => node switch
    {
        StringLiteral s => $"'{s.Value}'",
        NumberLiteral n => n.Digits,
        BooleanLiteral b => b.Value ? "true" : "false",
        NullLiteral => "null",
        ParenthesizedExpression p => $"({Of(p.Inner)})",
        TupleExpression t => $"[{Join(t.Elements)}]",
        ObjectExpression o => $"{{{Join(o.Items)}}}",
        ObjectItem i => $"{Of(i.Key)} = {Of(i.Value)}",
        TraversalExpression t => t.Root + string.Concat(t.Steps.Select(Of)),
        RelativeTraversalExpression t => $"({Of(t.Operand)}){string.Concat(t.Steps.Select(Of))}",
        AttributeStep a => $".{a.Name}",
        IndexStep i => i.IsLegacy ? $".{Of(i.Key)}" : $"[{Of(i.Key)}]",
        FullSplatStep => "[*]",
        AttributeSplatStep => ".*",
        UnaryExpression u => $"{u.Operator} {Of(u.Operand)}",
        BinaryExpression b => $"({Of(b.Left)} {b.Operator} {Of(b.Right)})",
        ConditionalExpression c => $"({Of(c.Condition)} ? {Of(c.Then)} : {Of(c.Else)})",
        FunctionCallExpression f => $"{f.Name}({Join(f.Arguments)}{(f.ExpandsLast ? "..." : "")})",
        ForExpression { KeyResult: null } f => $"[for {Names(f.KeyName, f.ValueName)} in {Of(f.Collection)} : {Of(f.Result)}{Condition(f)}]",
        ForExpression f => $"{{for {Names(f.KeyName, f.ValueName)} in {Of(f.Collection)} : {Of(f.KeyResult!)} => {Of(f.Result)}{(f.IsGrouped ? "..." : "")}{Condition(f)}}}",
        TemplateExpression t => $"<{string.Concat(t.Parts.Select(Of))}>",
        TemplateText t => $"'{t.Value}'",
        TemplateInterpolation i => $"${{{Of(i.Expression)}}}",
        TemplateIf i => $"%{{if {Of(i.Condition)}}}{string.Concat(i.Then.Select(Of))}%{{else}}{string.Concat(i.Else.Select(Of))}%{{endif}}",
        TemplateFor f => $"%{{for {Names(f.KeyName, f.ValueName)} in {Of(f.Collection)}}}{string.Concat(f.Body.Select(Of))}%{{endfor}}",
        _ => $"?{node.GetType().Name}?",
    };

    static string Join(IEnumerable<HclNode> nodes) => string.Join(", ", nodes.Select(Of));

    static string Names(string? key, string value) => key is null ? value : $"{key}, {value}";

    static string Condition(ForExpression f) => f.Condition is null ? "" : $" if {Of(f.Condition)}";
}
