using System;
using System.Collections.Generic;
using System.Linq;

namespace AwsSdk.Generator;

/// <summary>One service as <c>models/</c> has it, with the names that the official packages give its parts.</summary>
internal sealed class Model
{
    readonly Json json;
    readonly Dictionary<string, Shape> shapes;

    public Model(Json json)
    {
        this.json = json;
        shapes = json["shapes"].Members.ToDictionary(shape => shape.Key, shape => new Shape(this, shape.Key, shape.Value));
        Operations = [.. json["operations"].Members.Select(operation => new Operation(this, operation.Key, operation.Value))];
    }

    /// <summary>Such as <c>Amazon.Route53</c>.</summary>
    public string Namespace => "Amazon." + json["service"]["namespace"].Text;

    /// <summary>What comes after <c>Amazon</c> in the client's name, such as <c>Route53</c>.</summary>
    public string Client => this["client"]!;

    public string Protocol => this["protocol"]!;

    public IReadOnlyList<Operation> Operations { get; }

    public Json Endpoints => json["endpoints"];

    /// <summary>Headers that every request carries.</summary>
    public IEnumerable<KeyValuePair<string, Json>> Headers => json["names"]["headers"].Members;

    public IEnumerable<Shape> Shapes => shapes.Values;

    /// <summary>A fact about the service, such as its <c>serviceId</c>.</summary>
    public string? this[string fact] => json["service"][fact].Text;

    public Shape Shape(string name) => shapes.TryGetValue(name, out var shape) ? shape : throw new InvalidOperationException($"The model has no shape {name}.");

    public Json Pages(string operation) => json["pages"][operation];

    public string? Renamed(string kind, string name) => json["names"][kind][name].Text;
}

/// <summary>An operation. Its request and response classes are named after it, whatever its shapes are called.</summary>
internal sealed class Operation(Model model, string name, Json json)
{
    public string Name => name;

    public string Method => json["http"]["method"].Text!;

    public string Path => json["http"]["requestUri"].Text!;

    public bool IsDeprecated => json["deprecated"].IsTrue;

    public Json Pages => model.Pages(name);

    public Json InputReference => json["input"];

    /// <summary>The element that holds a query response's members.</summary>
    public string? ResultWrapper => json["output"]["resultWrapper"].Text;

    public Shape? Input => json["input"].IsSet ? model.Shape(json["input"]["shape"].Text!) : null;

    public Shape? Output => json["output"].IsSet ? model.Shape(json["output"]["shape"].Text!) : null;

    public IEnumerable<Shape> Errors => json["errors"].Items.Select(error => model.Shape(error["shape"].Text!));
}
