using System;
using System.IO;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using System.Text;

namespace AwsSdk.Generator;

/// <summary>Makes a typed client of each service model among the project's additional files.</summary>
[Generator]
public sealed class ClientGenerator : IIncrementalGenerator
{
    static readonly DiagnosticDescriptor Ungenerated = new(
        "AWSSDK001", "A service model cannot be generated", "{0}: {1}", "AwsSdk", DiagnosticSeverity.Error, isEnabledByDefault: true);

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var models = context.AdditionalTextsProvider
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file.Path)) == "models" && Path.GetExtension(file.Path) == ".json")
            .Select((file, cancellation) => (File: Path.GetFileName(file.Path), Text: Read(file, cancellation)));
        context.RegisterSourceOutput(models, (output, model) => Generate(output, model.File, model.Text));
    }

    static string Read(AdditionalText file, CancellationToken cancellation) => file.GetText(cancellation)?.ToString() ?? "";

    static void Generate(SourceProductionContext output, string file, string text)
    {
        try
        {
            var model = new Model(Json.Parse(text));
            void Add(string part, Source source) => output.AddSource($"{model.Client}.{part}.g.cs", SourceText.From(source.ToString(), Encoding.UTF8));
            Add("Client", ClientEmitter.Emit(model));
            Add("Enumerations", EnumerationEmitter.Emit(model));
            Add("Model", TypeEmitter.Emit(model));
            if (PaginatorEmitter.IsNeeded(model))
                Add("Paginators", PaginatorEmitter.Emit(model));
            Add("Endpoints", EndpointEmitter.Emit(model));
            Add("Wire", WireEmitter.Emit(model));
        }
        catch (Exception problem) when (problem is FormatException or NotSupportedException or InvalidOperationException)
        {
            output.ReportDiagnostic(Diagnostic.Create(Ungenerated, Location.None, file, problem.Message));
        }
    }
}
