using System.Text;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Functions;
using Fixer.Hcl.Json;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Functions.Yaml;
using static Fixer.Iac.Terraform.Functions.FunctionDefinitions;

namespace Fixer.Iac.Terraform.Functions;

/// <summary>
/// <c>yamldecode</c>, <c>yamlencode</c>, <c>jsondecode</c> and <c>csvdecode</c>. What is decoded from the unchanged content of a file has its
/// origins in the file: an element can be found, and removed, there.
/// </summary>
sealed class DataDecoding(RepositoryFiles files)
{
    public IEnumerable<KeyValuePair<string, HclFunction>> All() =>
    [
        new("csvdecode", WithOrigins("csvdecode", (file, value) => CsvOrigins.Of(file.Source, value))),
        new("jsondecode", WithOrigins("jsondecode", (file, value) => JsonOrigins.Of(JsonFile.Parse(file.Bytes, file.Source.Path), value))),
        new("yamldecode", Function(HclType.Dynamic, [Text("src")], YamlDecode)),
        new("yamlencode", Function(HclType.String, [new("value", HclType.Dynamic, AllowsNull: true, AllowsUnknown: true)], YamlEncode)),
    ];

    HclValue YamlDecode(HclCall call) => files.ContentOf(call.Arguments[0]) is { } file
        ? call.Selected(file.Decoded("yamldecode", () => YamlDecoding.Decode(file.Bytes, call.Budget, call.Origin, file.Source)))
        : YamlDecoding.Decode(Encoding.UTF8.GetBytes(call.Arguments[0].AsString()), call.Budget, call.Origin, source: null);

    static HclValue YamlEncode(HclCall call) => call.Arguments[0].IsWhollyKnown && YamlEncoding.Encode(call.Arguments[0], call.Budget) is { } yaml
        ? HclValue.String(yaml, call.Origin)
        : HclValue.Unknown(HclType.String, call.Origin);

    HclFunction WithOrigins(string name, Func<DataFile, HclValue, HclValue> locate)
    {
        var standard = (HclValueFunction)StandardFunctions.All[name];
        return Function(standard.Result, standard.Parameters, call => files.ContentOf(call.Arguments[0]) is { } file
            ? call.Selected(file.Decoded(name, () => locate(file, standard.Body(call))))
            : standard.Body(call));
    }
}
