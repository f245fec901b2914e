using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Fixer.Iac.Terraform.State;

/// <summary>Reads a state. A member that has no meaning here is passed over, whatever it is.</summary>
ref partial struct StateReader
{
    public const int MostInstances = 1_000_000;

    readonly ImmutableArray<StateInstance>.Builder instances = ImmutableArray.CreateBuilder<StateInstance>();
    readonly HashSet<string> resources = new(StringComparer.Ordinal);
    JsonCursor json;
    StateTexts texts = new();
    string? lineage;
    string? terraformVersion;
    long serial;
    ImmutableArray<string> lastDependencies = [];

    public StateReader(Stream stream) => json = new JsonCursor(stream);

    public readonly TerraformState ToState(string origin, StateDiagnostic? fault) => new(origin)
    {
        Lineage = lineage,
        Serial = serial,
        TerraformVersion = terraformVersion,
        Instances = instances.DrainToImmutable(),
        Fault = fault,
    };

    public void Read()
    {
        json.Read();
        Expect(JsonTokenType.StartObject, "A state", "an object");
        bool hasVersion = false, isEncrypted = false;
        var seen = new Members();
        while (json.ReadUnless(JsonTokenType.EndObject))
        {
            if (json.Is("version"u8))
            {
                hasVersion = seen.Add(ref json, 0, "version");
                Version();
            }
            else if (json.Is("terraform_version"u8))
                terraformVersion = seen.Add(ref json, 1, "terraform_version") ? OptionalText("terraform_version") : null;
            else if (json.Is("lineage"u8))
                lineage = seen.Add(ref json, 2, "lineage") ? OptionalText("lineage") : null;
            else if (json.Is("serial"u8))
                serial = seen.Add(ref json, 3, "serial") ? Number("serial") : 0;
            else if (json.Is("resources"u8) && seen.Add(ref json, 4, "resources"))
                Resources();
            else
            {
                isEncrypted |= json.Is("encrypted_data"u8);
                json.Read();
                json.Skip();
            }
        }

        if (!hasVersion)
            throw isEncrypted ? StateFault.Encrypted(json.Offset) : StateFault.NoVersion(json.Offset);
        json.ReadEnd();
    }

    void Version()
    {
        var version = Number("version");
        if (version == 4)
            return;
        instances.Clear();
        throw StateFault.Version(version.ToString(CultureInfo.InvariantCulture), json.Offset);
    }

    void Resources()
    {
        if (!Enter(JsonTokenType.StartArray, "resources", "a list"))
            return;
        while (json.ReadUnless(JsonTokenType.EndArray))
            Resource();
    }

    void Resource()
    {
        Expect(JsonTokenType.StartObject, "A resource", "an object");
        var resource = new StateResource();
        var seen = new Members();
        var hasMode = false;
        while (json.ReadUnless(JsonTokenType.EndObject))
        {
            if (json.Is("module"u8) && seen.Add(ref json, 0, "module"))
                resource.Module = OptionalText("module") is { Length: > 0 } module ? module : null;
            else if (json.Is("mode"u8) && seen.Add(ref json, 1, "mode"))
            {
                hasMode = true;
                resource.IsData = IsData();
            }
            else if (json.Is("type"u8) && seen.Add(ref json, 2, "type"))
                resource.Type = OptionalText("type") ?? "";
            else if (json.Is("name"u8) && seen.Add(ref json, 3, "name"))
                resource.Name = OptionalText("name") ?? "";
            else if (json.Is("provider"u8) && seen.Add(ref json, 4, "provider"))
                resource.Provider = OptionalText("provider");
            else if (json.Is("instances"u8) && seen.Add(ref json, 5, "instances"))
                Instances(resource);
            else
            {
                json.Read();
                json.Skip();
            }
        }

        var missing = !hasMode ? "mode" : resource.Type.Length == 0 ? "type" : resource.Name.Length == 0 ? "name" : null;
        if (missing is not null)
            throw Incomplete(resource, StateFault.Missing(missing, json.Offset));
        var address = resource.Address;
        if (resources.Count == MostInstances || !texts.CanKeep(address.Length))
            throw Incomplete(resource, StateFault.TooMuch(json.Offset));
        if (!resources.Add(address))
            throw Incomplete(resource, StateFault.DuplicateResource(address, json.Offset));
    }

    /// <summary>Instances whose address cannot be told, or is taken, are none that could be looked up.</summary>
    readonly StateFault Incomplete(StateResource resource, StateFault fault)
    {
        while (instances is [.., var last] && last.Resource == resource)
            instances.RemoveAt(instances.Count - 1);
        return fault;
    }

    bool IsData()
    {
        json.Read();
        if (json.Token == JsonTokenType.String && json.Is("data"u8))
            return true;
        if (json.Token == JsonTokenType.String && json.Is("managed"u8))
            return false;
        throw StateFault.Shape("mode", "\"managed\" or \"data\"", json.Offset);
    }

    long Number(string what)
    {
        json.Read();
        return json.TryNumber(out var number) ? number : throw StateFault.Shape(what, "a whole number", json.Offset);
    }

    /// <summary>The text that follows, whole; null for null.</summary>
    string? OptionalText(string what)
    {
        json.Read();
        if (json.Token == JsonTokenType.Null)
            return null;
        Expect(JsonTokenType.String, what, "a string");
        return texts.Shared(ref json);
    }

    /// <summary>Whether a list or object follows and is entered; null is as good as an empty one.</summary>
    bool Enter(JsonTokenType start, string what, string expected)
    {
        json.Read();
        if (json.Token == JsonTokenType.Null)
            return false;
        Expect(start, what, expected);
        return true;
    }

    readonly void Expect(JsonTokenType token, string what, string expected)
    {
        if (json.Token != token)
            throw StateFault.Shape(what, expected, json.Offset);
    }

    /// <summary>The members that an object has had: of two with the same name, which one counts is anyone's guess.</summary>
    struct Members
    {
        int seen;

        public bool Add(ref JsonCursor json, int member, string name)
        {
            if ((seen & (1 << member)) != 0)
                throw StateFault.DuplicateMember(name, json.Offset);
            seen |= 1 << member;
            return true;
        }
    }
}
