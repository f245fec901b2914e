using System.Collections.Concurrent;
using Fluid;
using Fluid.Values;

namespace Fixer.Adapters.Templates;

/// <summary>Renders the Liquid templates that are embedded from the templates folder. A variable or filter that does not exist is a defect.</summary>
internal sealed class LiquidRenderer
{
    private static readonly FluidParser Parser = new();

    private readonly ConcurrentDictionary<string, IFluidTemplate> parsed = new(StringComparer.Ordinal);
    private readonly TemplateOptions options = new() { StrictVariables = true, StrictFilters = true };

    public LiquidRenderer()
    {
        Filter("md", (text, _) => MarkdownText.Escape(text));
        Filter("code", (text, _) => MarkdownText.Code(text));
        Filter("fence", (text, arguments) => MarkdownText.Fence(text, arguments.At(0).ToStringValue()));
        Filter("marker", (text, arguments) => MarkdownText.Marker(text, arguments.At(0).ToStringValue(), arguments.At(1).ToStringValue()));
        Filter("line", (text, _) => PlainText.Line(text));
        Filter("quiet", (text, _) => PlainText.Quiet(text));
        Filter("subject", (text, _) => PlainText.Subject(text));
        Filter("wrap", (text, arguments) => PlainText.Wrap(text, arguments.Count == 0 ? 0 : (int)arguments.At(0).ToNumberValue()));
    }

    /// <summary>Renders a template by its path under the templates folder; lines end in LF, the text in exactly one.</summary>
    public string Render(string template, IReadOnlyDictionary<string, object> values)
    {
        var context = new TemplateContext(options);
        foreach (var (name, value) in values)
            context.SetValue(name, value);
        return parsed.GetOrAdd(template, Parse).Render(context).ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    /// <summary>The text of a template.</summary>
    public static string Source(string template)
    {
        var name = "templates/" + template;
        using var stream = typeof(LiquidRenderer).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no template {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static IFluidTemplate Parse(string template) => Parser.TryParse(Source(template), out var parsed, out var error)
        ? parsed
        : throw new InvalidOperationException($"Template {template} does not parse: {error}");

    private void Filter(string name, Func<string, FilterArguments, string> filter) =>
        options.Filters.AddFilter(name, (input, arguments, _) => new StringValue(filter(input.ToStringValue(), arguments)));
}
