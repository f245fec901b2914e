using System.Text;
using Fixer.Hcl.Json;

namespace Fixer.Hcl.Tests.Json;

public class JsonParserTests
{
    [TestCase("{}", "{}")]
    [TestCase(" [ ] \r\n", "[]")]
    [TestCase("{\"a\": 1, \"b\" : [true, false, null, -1.50e+3], \"a\": {}}", "{'a':1,'b':[true,false,null,-1.50e+3],'a':{}}", TestName = "a name that occurs twice stays twice, in order")]
    [TestCase("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\"]", "['\"\\/\b\f\n\r\té😀']")]
    [TestCase("[\"n\\u0303\", \"n\u0303\"]", "['ñ','ñ']", TestName = "strings are normalized")]
    [TestCase("[\"\\ud800\", \"\\ud800\\u0041\", \"\\udc00\\ud800\"]", "['\ufffd','\ufffdA','\ufffd\ufffd']", TestName = "half a surrogate pair is a replacement character")]
    [TestCase("[0, -0, 0.0, 1E5, 1e-05, 12345678901234567890.1]", "[0,-0,0.0,1E5,1e-05,12345678901234567890.1]")]
    [TestCase("{\"//\": \"no comment here\"}", "{'//':'no comment here'}")]
    public void Parse_ValidSource_HasThisData(string source, string expected)
    {
        var file = Js.Parse(source);
        Assert.That(file.Diagnoses(), Is.Empty);
        Assert.That(Js.Data(file.Root, new HashSet<JsonNode>()), Is.EqualTo(expected));
    }

    [TestCase("", "HCL110 1:1")]
    [TestCase("  \n", "HCL110 2:1")]
    [TestCase("\ufeff{}", "HCL101 1:1")]
    [TestCase("\"a\"", "HCL118 1:1")]
    [TestCase("{} {}", "HCL117 1:4")]
    [TestCase("{}}", "HCL117 1:3")]
    [TestCase("[1,]", "HCL114 1:3")]
    [TestCase("{\"a\": 1,}", "HCL114 1:8")]
    [TestCase("[,]", "HCL110 1:2")]
    [TestCase("[1,,2]", "HCL110 1:4")]
    [TestCase("[1 2]", "HCL113 1:4")]
    [TestCase("[1: 2]", "HCL113 1:3")]
    [TestCase("[:]", "HCL110 1:2")]
    [TestCase("{\"a\": 1 \"b\": 2}", "HCL113 1:9")]
    [TestCase("{\"a\"}", "HCL112 1:5")]
    [TestCase("{\"a\" 1}", "HCL112 1:6")]
    [TestCase("{\"a\" = 1}", "HCL112 1:6")]
    [TestCase("{\"a\" \"b\": 1}", "HCL112 1:6")]
    [TestCase("{\"a\":}", "HCL110 1:6")]
    [TestCase("{\"a\":, \"b\": 1}", "HCL110 1:6")]
    [TestCase("{a: 1}", "HCL108 1:2")]
    [TestCase("{1: 1}", "HCL111 1:2")]
    [TestCase("{[1]: 1}", "HCL111 1:2")]
    [TestCase("{: 1}", "HCL111 1:2")]
    [TestCase("{'a': 1}", "HCL102 1:2")]
    [TestCase("[True]", "HCL108 1:2")]
    [TestCase("[aws_x.y]", "HCL108 1:2")]
    [TestCase("[undefined]", "HCL108 1:2")]
    [TestCase("[01]", "HCL107 1:2")]
    [TestCase("[+1]", "HCL107 1:2")]
    [TestCase("[.5]", "HCL107 1:2")]
    [TestCase("[1.]", "HCL107 1:2")]
    [TestCase("[1e]", "HCL107 1:2")]
    [TestCase("[-]", "HCL107 1:2")]
    [TestCase("[1-2]", "HCL107 1:2")]
    [TestCase("[\"a]", "HCL115 1:1", "HCL104 1:2")]
    [TestCase("[\"a\tb\"]", "HCL105 1:4")]
    [TestCase("[\"a\\xb\"]", "HCL106 1:4")]
    [TestCase("[\"\\u12\"]", "HCL106 1:3")]
    [TestCase("[\"\\\n\"]", "HCL115 1:1", "HCL104 1:2", "HCL106 1:3", "HCL104 2:1")]
    [TestCase("[1] // c", "HCL103 1:5")]
    [TestCase("# c\n[/* d */1]", "HCL103 1:1", "HCL103 2:2")]
    [TestCase("[/*", "HCL115 1:1", "HCL103 1:2")]
    [TestCase("{\"a\": [1}", "HCL115 1:7", TestName = "a bracket of the other kind closes what it can close")]
    [TestCase("[1}]", "HCL115 1:3")]
    [TestCase("[1", "HCL115 1:1")]
    [TestCase("{\"é\": @}", "HCL102 1:7", TestName = "columns are characters")]
    public void Diagnostics_OfBrokenSource_HaveCodeAndPosition(string source, params string[] expected) =>
        Assert.That(Js.Parse(source).Diagnoses(), Is.EqualTo(expected));

    [TestCase("{\"a\": 01, \"z\": 1}")]
    [TestCase("{\"a\": \"\\x\", \"z\": 1}")]
    [TestCase("{\"a\" 1, \"z\": 1}")]
    [TestCase("{\"a\" = {\"b\" = 1}, \"z\": 1}")]
    [TestCase("{\"a\", \"z\": 1}")]
    [TestCase("{\"a\": , \"z\": 1}")]
    [TestCase("{\"a\": 1 2 3, \"z\": 1}")]
    [TestCase("{\"a\": 1 \"z\": 1}")]
    [TestCase("{a: {b: 1}, \"z\": 1}")]
    [TestCase("{'a': 1, \"z\": 1}")]
    [TestCase("{\"a: 1,\n\"z\": 1}")]
    [TestCase("{\"a\": \"1,\n\"z\": 1}")]
    [TestCase("{\"a\": {\"b\": [1}, \"z\": 1}")]
    [TestCase("{\"a\": 1], \"z\": 1}")]
    [TestCase("{\"a\": undefined # comment\n, \"z\": 1}")]
    public void Members_BehindABrokenOne_AreStillThere(string source)
    {
        var file = Js.Parse(source);
        Assert.Multiple(() =>
        {
            Assert.That(file.Diagnostics, Is.Not.Empty);
            Assert.That(((JsonObject)file.Root).Member("z")?.Value.ToString(), Is.EqualTo("1"));
        });
    }

    [Test]
    public void Parse_InvalidUtf8InAString_IsAReplacementCharacterForEachByte()
    {
        var file = JsonFile.Parse(Encoding.Latin1.GetBytes("[\"a\xff\xe2\x82z\"]"));
        Assert.That(file.Diagnoses(), Is.Empty, "Terraform reads it too");
        Assert.That(((JsonString)((JsonArray)file.Root).Elements[0]).Value, Is.EqualTo("a\ufffd\ufffd\ufffdz"));
    }

    [Test]
    public void Nodes_HaveSpansAndParents()
    {
        var file = Js.Parse("{ \"a\" : [ {\"b\": null} ] }");
        var member = ((JsonObject)file.Root).Members[0];
        var array = (JsonArray)member.Value;
        Assert.Multiple(() =>
        {
            Assert.That(member.ToString(), Is.EqualTo("\"a\" : [ {\"b\": null} ]"));
            Assert.That(array.Elements[0].ToString(), Is.EqualTo("{\"b\": null}"));
            Assert.That(array.Elements[0].Parent, Is.SameAs(array));
            Assert.That(array.Parent, Is.SameAs(member));
            Assert.That(member.Name.Parent, Is.SameAs(member));
            Assert.That(member.Parent, Is.SameAs(file.Root));
            Assert.That(file.Root.Parent, Is.Null);
        });
    }
}
