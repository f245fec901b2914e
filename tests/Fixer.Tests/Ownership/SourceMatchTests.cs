using Fixer.Iac;

namespace Fixer.Tests.Ownership;

/// <summary>What is known must agree, what is not known is a doubt: the table in full, one difference at a time.</summary>
public sealed class SourceMatchTests
{
    private static readonly RecordKey Key = new("example.com", "Z1", false, true, true, "www.example.com", "CNAME", null);

    private static readonly DeclaredRecord Same = new(
        SourceKind.Terraform, "aws_route53_record.www", new SourceLocation("main.tf", 1, 7), "example.com", null, null, "www.example.com", "CNAME", null, ["t"], []);

    private static readonly (string Why, DeclaredRecord Declared, RecordKey Key, string Expected)[] Table =
    [
        ("everything agrees", Same, Key, "Certain"),
        ("the zone by its id", Same with { ZoneName = null, ZoneId = "Z1" }, Key, "Certain"),
        ("the zone's id decides, whatever its name", Same with { ZoneName = "other.org", ZoneId = "Z1" }, Key, "Certain"),
        ("another zone's id", Same with { ZoneName = null, ZoneId = "Z2" }, Key, "No"),
        ("another zone's id, the right name", Same with { ZoneId = "Z2" }, Key, "No"),
        ("another zone's name", Same with { ZoneName = "example.org" }, Key, "No"),
        ("another type", Same with { Type = "A" }, Key, "No"),
        ("no type at all", Same with { Type = null }, Key, "No"),
        ("another name", Same with { Name = "api.example.com" }, Key, "No"),
        ("no name at all", Same with { Name = null }, Key, "No"),
        ("a set identifier where none is live", Same with { SetIdentifier = "blue" }, Key, "No"),
        ("no set identifier where one is live", Same, Key with { SetIdentifier = "blue" }, "No"),
        ("another set identifier", Same with { SetIdentifier = "green" }, Key with { SetIdentifier = "blue" }, "No"),
        ("the same set identifier", Same with { SetIdentifier = "blue" }, Key with { SetIdentifier = "blue" }, "Certain"),
        ("the private zone of that name", Same with { PrivateZone = true }, Key, "No"),
        ("the public zone of that name", Same with { PrivateZone = false }, Key, "Certain"),

        ("a label, which Terraform's provider completes", Same with { Name = "www" }, Key, "Certain"),
        ("a label, which CloudFormation does not complete", Same with { Kind = SourceKind.CloudFormation, Name = "www" }, Key, "No"),
        ("an empty name is the apex", Same with { Name = "" }, Key with { Name = "example.com" }, "Certain"),
        ("an empty name is no other record", Same with { Name = "" }, Key, "No"),
        ("a whole name is no label", Same, Key with { Name = "www.example.com.example.com" }, "No"),

        ("a zone that cannot be told", Same with { ZoneName = null, Unknown = ["zone"] }, Key, "Possible zone"),
        ("a zone that is not written", Same with { ZoneName = null }, Key, "Possible zone"),
        ("a zone's name beside an id that cannot be told", Same with { Unknown = ["zone"] }, Key, "Possible zone"),
        ("another zone's name beside an id that cannot be told", Same with { ZoneName = "example.org", Unknown = ["zone"] }, Key, "Possible zone"),
        ("a zone's name that two zones have", Same, Key with { ZoneNameIsUniqueOfAnyKind = false }, "Possible zone"),
        ("a zone's name that two public zones have", Same with { PrivateZone = false }, Key with { ZoneNameIsUnique = false, ZoneNameIsUniqueOfAnyKind = false }, "Possible zone"),
        ("a zone's name that a public and a private zone have, told apart", Same with { PrivateZone = false }, Key with { ZoneNameIsUniqueOfAnyKind = false }, "Certain"),
        ("a zone's id needs no unique name", Same with { ZoneId = "Z1" }, Key with { ZoneNameIsUnique = false, ZoneNameIsUniqueOfAnyKind = false }, "Certain"),
        ("a name that cannot be told", Same with { Name = null, Unknown = ["name"] }, Key, "Possible name"),
        ("a type that cannot be told", Same with { Type = null, Unknown = ["type"] }, Key, "Possible type"),
        ("a set identifier that cannot be told", Same with { Unknown = ["set_identifier"] }, Key, "Possible set_identifier"),
        ("targets do not identify", Same with { Targets = [], Unknown = ["targets"] }, Key, "Certain"),
        ("neither zone nor name", Same with { ZoneName = null, Name = null, Unknown = ["zone", "name"] }, Key, "Possible zone, name"),
        ("what is known still rules it out", Same with { ZoneName = null, Name = null, Type = "A", Unknown = ["zone", "name"] }, Key, "No"),
    ];

    [TestCaseSource(nameof(Rows))]
    public string Of(DeclaredRecord declared, RecordKey key)
    {
        var match = SourceMatch.Of(declared, key);
        return $"{match.Certainty} {string.Join(", ", match.Doubts)}".TrimEnd();
    }

    private static IEnumerable<TestCaseData> Rows() => Table.Select(row => new TestCaseData(row.Declared, row.Key).Returns(row.Expected).SetName($"{row.Why} → {row.Expected}"));
}
