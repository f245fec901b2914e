using System.Text;
using System.Text.Json;
using Spectre.Console;

namespace Fixer.Cli;

/// <summary>
/// What people see: results on standard output, everything else on standard error. Text from outside passes <see cref="Safe"/>, because an escape sequence
/// in a DNS record or a tag must not reach a terminal.
/// </summary>
internal sealed class Terminal
{
    private readonly TextWriter output;

    public Terminal(TextWriter output, TextWriter error, bool interactive)
    {
        this.output = output;
        IsInteractive = interactive;
        Out = Create(output, interactive);
        Error = Create(error, interactive);
    }

    /// <summary>Results.</summary>
    public IAnsiConsole Out { get; }

    /// <summary>Progress and errors.</summary>
    public IAnsiConsole Error { get; }

    /// <summary>Whether a person sits in front of it.</summary>
    public bool IsInteractive { get; }

    /// <summary>The process's own streams.</summary>
#pragma warning disable RS0030 // the one place that may
    public static Terminal OfProcess() => new(Console.Out, Console.Error, !Console.IsOutputRedirected && !Console.IsErrorRedirected && !Console.IsInputRedirected);
#pragma warning restore RS0030

    /// <summary>What is piped in.</summary>
#pragma warning disable RS0030 // the one place that may
    public static Stream Input() => Console.OpenStandardInput();
#pragma warning restore RS0030

    /// <summary>Text from outside: control characters made visible, markup disarmed.</summary>
    public static string Safe(string? text)
    {
        var visible = new StringBuilder(text?.Length ?? 0);
        foreach (var c in text ?? "")
            visible.Append(char.IsControl(c) && c != '\n' ? $"\\x{(int)c:x2}" : c.ToString());
        return Markup.Escape(visible.ToString());
    }

    /// <summary>A line of results, in Spectre markup.</summary>
    public void Line(string markup = "")
    {
        var text = markup.TrimStart(' ');
        if (IsInteractive && text.Length > 0 && text.Length < markup.Length)
            Out.Write(new Padder(new Markup(text), new Padding(markup.Length - text.Length, 0, 0, 0))); // what is wrapped keeps the indent
        else
            Out.MarkupLine(markup);
    }

    /// <summary>A line of progress, in Spectre markup.</summary>
    public void Note(string markup) => Error.MarkupLine(markup);

    /// <summary>An error.</summary>
    public void Fail(string message) => Error.MarkupLine($"[red]error:[/] {Safe(message)}");

    /// <summary>JSON, alone on standard output.</summary>
    public void Json<T>(T value) => output.WriteLine(JsonSerializer.Serialize(value, Fixer.Json.Indented));

    /// <summary>Text as it is, such as JSON made elsewhere.</summary>
    public void Raw(string text) => output.Write(text);

    /// <summary>Shows that something is going on while <paramref name="work"/> runs; only to a person.</summary>
    public async Task<T> Progress<T>(string what, Func<Task<T>> work)
    {
        if (!IsInteractive)
            return await work();
        return await Error.Status().Spinner(Spinner.Known.Dots).StartAsync(what, _ => work());
    }

    private static IAnsiConsole Create(TextWriter writer, bool interactive)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = interactive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = interactive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = interactive ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!interactive)
            console.Profile.Width = 4096; // in a pipe nothing is wrapped: lines are for grep
        return console;
    }
}
