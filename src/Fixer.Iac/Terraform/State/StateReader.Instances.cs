using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Fixer.Iac.Terraform.State;

ref partial struct StateReader
{
    const int MostDependencies = 256;
    const int MostIdentity = 32;
    const int LongestAttribute = 4096;

    void Instances(StateResource resource)
    {
        if (!Enter(JsonTokenType.StartArray, "instances", "a list"))
            return;
        var objects = new HashSet<(object?, string?)>();
        while (json.ReadUnless(JsonTokenType.EndArray))
        {
            var instance = Instance(resource);
            if (!objects.Add((instance.IndexKey, instance.Deposed)))
                throw StateFault.DuplicateResource(instance.ToString(), json.Offset);
            if (instances.Count == MostInstances)
                throw StateFault.TooMuch(json.Offset);
            instances.Add(instance);
        }
    }

    StateInstance Instance(StateResource resource)
    {
        Expect(JsonTokenType.StartObject, "An instance", "an object");
        object? key = null;
        string? deposed = null;
        bool isTainted = false, hasMore = false;
        ImmutableArray<string> dependencies = [];
        ImmutableArray<KeyValuePair<string, string>> identity = [];
        var attributes = new Attributes();
        var seen = new Members();
        while (json.ReadUnless(JsonTokenType.EndObject))
        {
            if (json.Is("index_key"u8) && seen.Add(ref json, 0, "index_key"))
                key = Key();
            else if (json.Is("deposed"u8) && seen.Add(ref json, 1, "deposed"))
                deposed = OptionalText("deposed") is { Length: > 0 } text ? text : null;
            else if (json.Is("status"u8) && seen.Add(ref json, 2, "status"))
                isTainted = IsTainted();
            else if (json.Is("attributes"u8) && seen.Add(ref json, 3, "attributes"))
                ReadAttributes(resource.Type, ref attributes);
            else if (json.Is("attributes_flat"u8) && seen.Add(ref json, 4, "attributes_flat"))
                ReadAttributes(resource.Type, ref attributes);
            else if (json.Is("identity"u8) && seen.Add(ref json, 5, "identity"))
                identity = Identity();
            else if (json.Is("dependencies"u8) && seen.Add(ref json, 6, "dependencies"))
                dependencies = Dependencies(out hasMore);
            else
            {
                json.Read();
                json.Skip();
            }
        }

        return new StateInstance(resource, attributes.Record(), attributes.Bucket)
        {
            IndexKey = key,
            Deposed = deposed,
            IsTainted = isTainted,
            Id = attributes.Id,
            Arn = attributes.Arn ?? identity.FirstOrDefault(i => i.Key == "arn").Value,
            Name = attributes.Name,
            Identity = identity,
            Dependencies = dependencies,
            HasMoreDependencies = hasMore,
        };
    }

    object? Key()
    {
        json.Read();
        if (json.Token == JsonTokenType.Null)
            return null;
        if (json.Token == JsonTokenType.String)
            return texts.Own(ref json);
        return json.TryNumber(out var number) ? number : throw StateFault.Shape("index_key", "a string or a whole number", json.Offset);
    }

    bool IsTainted()
    {
        json.Read();
        if (json.Token == JsonTokenType.Null || (json.Token == JsonTokenType.String && json.Is(""u8)))
            return false;
        return json.Token == JsonTokenType.String && json.Is("tainted"u8) ? true : throw StateFault.Shape("status", "\"tainted\"", json.Offset);
    }

    /// <summary>Those that are kept. Where the type follows behind, as it does in a state with sorted members, any that may be of use.</summary>
    void ReadAttributes(string type, ref Attributes attributes)
    {
        if (!Enter(JsonTokenType.StartObject, "attributes", "an object"))
            return;
        var isRecord = type is "" or StateRecord.ResourceType;
        var isBucket = type is "" or "aws_s3_bucket";
        var seen = new Members();
        while (json.ReadUnless(JsonTokenType.EndObject))
        {
            if (json.Is("id"u8) && seen.Add(ref json, 0, "id"))
                attributes.Id = Attribute(attributes);
            else if (json.Is("arn"u8) && seen.Add(ref json, 1, "arn"))
                attributes.Arn = Attribute(attributes);
            else if (json.Is("name"u8) && seen.Add(ref json, 2, "name"))
                attributes.Name = Attribute(attributes);
            else if (isBucket && json.Is("bucket"u8) && seen.Add(ref json, 3, "bucket"))
                attributes.Bucket = Attribute(attributes);
            else if (isRecord && json.Is("fqdn"u8) && seen.Add(ref json, 4, "fqdn"))
                attributes.FullName = Attribute(attributes);
            else if (isRecord && json.Is("zone_id"u8) && seen.Add(ref json, 5, "zone_id"))
                attributes.ZoneId = SharedAttribute();
            else if (isRecord && json.Is("type"u8) && seen.Add(ref json, 6, "type"))
                attributes.Type = SharedAttribute();
            else if (isRecord && json.Is("set_identifier"u8) && seen.Add(ref json, 7, "set_identifier"))
                attributes.SetIdentifier = SharedAttribute();
            else
            {
                json.Read();
                json.Skip();
            }
        }
    }

    /// <summary>The value that follows if it is text; the same object as another attribute that says the same, as <c>id</c> and <c>bucket</c> do.</summary>
    string? Attribute(in Attributes others)
    {
        if (!IsShortText())
            return null;
        var characters = json.Characters();
        foreach (var other in (ReadOnlySpan<string?>)[others.Id, others.Name, others.FullName, others.Bucket])
        {
            if (other is not null && characters.SequenceEqual(other))
                return other;
        }

        return texts.Own(ref json);
    }

    string? SharedAttribute() => IsShortText() ? texts.Shared(ref json) : null;

    bool IsShortText()
    {
        json.Read();
        json.Skip();
        return json.Token == JsonTokenType.String && json.Length <= LongestAttribute;
    }

    ImmutableArray<KeyValuePair<string, string>> Identity()
    {
        if (!Enter(JsonTokenType.StartObject, "identity", "an object"))
            return [];
        var identity = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        while (json.ReadUnless(JsonTokenType.EndObject))
        {
            var name = json.Length <= LongestAttribute && identity.Count < MostIdentity ? texts.Shared(ref json) : null;
            json.Read();
            json.Skip();
            if (name is null || json.Length > LongestAttribute)
                continue;
            if (json.Token == JsonTokenType.String)
                identity.Add(new(name, texts.Shared(ref json)));
            else if (json.TryNumber(out var number))
                identity.Add(new(name, number.ToString(CultureInfo.InvariantCulture)));
            else if (json.Token is JsonTokenType.True or JsonTokenType.False)
                identity.Add(new(name, json.Token == JsonTokenType.True ? "true" : "false"));
        }

        return identity.ToImmutable();
    }

    ImmutableArray<string> Dependencies(out bool hasMore)
    {
        hasMore = false;
        if (!Enter(JsonTokenType.StartArray, "dependencies", "a list"))
            return [];
        var names = ImmutableArray.CreateBuilder<string>();
        while (json.ReadUnless(JsonTokenType.EndArray))
        {
            Expect(JsonTokenType.String, "A dependency", "a string");
            if (names.Count == MostDependencies)
                hasMore = true;
            else
                names.Add(texts.Shared(ref json));
        }

        // All instances of a resource have the same ones.
        return names.SequenceEqual(lastDependencies, StringComparer.Ordinal) ? lastDependencies : lastDependencies = names.ToImmutable();
    }

    /// <summary>What is kept of the attributes of an instance.</summary>
    struct Attributes
    {
        public string? Id;
        public string? Arn;
        public string? Name;
        public string? Bucket;
        public string? FullName;
        public string? ZoneId;
        public string? Type;
        public string? SetIdentifier;

        /// <summary><c>name</c> may be relative to the zone; <c>fqdn</c> is what the provider made of it.</summary>
        public readonly StateRecord? Record() => ZoneId is null || Type is null || (NonEmpty(FullName) ?? Name) is not { } name
            ? null
            : StateRecord.Of(ZoneId, name, Type, SetIdentifier);

        static string? NonEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
    }
}
