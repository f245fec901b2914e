using System.Linq;

namespace AwsSdk.Generator;

/// <summary>Enumerations: strings with names for the values that the model knows.</summary>
internal static class EnumerationEmitter
{
    public static Source Emit(Model model)
    {
        var source = new Source(model.Namespace, "Amazon.Runtime");
        foreach (var shape in model.Shapes.Where(shape => shape.IsEnum))
            source.Declaration($"public class {shape.Class} : ConstantClass", () =>
            {
                foreach (var value in shape.EnumValues)
                    source.Line($"public static readonly {shape.Class} {Names.Constant(value)} = new {shape.Class}({Names.Literal(value)});");
                source.Line($"public {shape.Class}(string value) : base(value) {{ }}");
                source.Line($"public static {shape.Class} FindValue(string value) => FindValue<{shape.Class}>(value);");
                source.Line($"public static implicit operator {shape.Class}(string value) => FindValue(value);");
            });
        return source;
    }
}
