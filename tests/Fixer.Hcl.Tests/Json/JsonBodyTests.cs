namespace Fixer.Hcl.Tests.Json;

public class JsonBodyTests
{
    [TestCase("{\"t\": {}}", 0, "t={}")]
    [TestCase("{\"t\": [{\"a\": 1}, {\"a\": 2}]}", 0, "t={\"a\": 1} t={\"a\": 2}")]
    [TestCase("{\"t\": []}", 0, "")]
    [TestCase("{\"t\": null}", 0, "")]
    [TestCase("{\"t\": {}, \"u\": {}, \"t\": {\"a\": 1}}", 0, "t={} t={\"a\": 1}")]
    [TestCase("[{\"t\": {}}, {\"t\": {\"a\": 1}}]", 0, "t={} t={\"a\": 1}", TestName = "a body that is an array of objects")]
    [TestCase("{\"t\": {\"x\": {\"y\": {}, \"z\": {}}, \"w\": {\"y\": {}}}}", 2, "t.x.y={} t.x.z={} t.w.y={}")]
    [TestCase("{\"t\": {\"x\": {\"y\": [{\"a\": 1}, {\"a\": 2}]}}}", 2, "t.x.y={\"a\": 1} t.x.y={\"a\": 2}")]
    [TestCase("{\"t\": [{\"x\": {\"y\": {}}}, {\"x\": [{\"y\": {}}, {\"z\": {}}]}]}", 2, "t.x.y={} t.x.y={} t.x.z={}", TestName = "arrays at label levels")]
    [TestCase("{\"t\": {\"x\": {\"y\": {}}, \"x\": {\"y\": {\"a\": 1}}}}", 2, "t.x.y={} t.x.y={\"a\": 1}", TestName = "labels that occur twice")]
    [TestCase("{\"t\": {\"//\": {}}}", 1, "t.//={}", TestName = "a comment's name is a label among labels")]
    [TestCase("{\"//\": {}}", 0, "")]
    [TestCase("{\"t\": {\"x\": null}}", 1, "")]
    public void Blocks_OfType_AreThese(string source, int labelCount, string expected)
    {
        var content = Js.Parse(source).Body.Blocks("t", labelCount);
        Assert.That(content.Diagnostics, Is.Empty);
        Assert.That(string.Join(' ', content.Items.Select(b => $"{string.Join('.', b.Labels.Select(l => l.Value).Prepend(b.Type))}={b.Body.Value}")), Is.EqualTo(expected));
    }

    [TestCase("{\"t\": 1}", 0, "HCL123 1:7")]
    [TestCase("{\"t\": \"x\"}", 1, "HCL121 1:7")]
    [TestCase("{\"t\": [{\"x\": {}}, 1, null]}", 1, "HCL121 1:19", "HCL121 1:22")]
    [TestCase("{\"t\": {}}", 1, "HCL122 1:7")]
    [TestCase("{\"t\": []}", 1, "HCL122 1:7")]
    [TestCase("{\"t\": [{}]}", 1, "HCL122 1:7")]
    [TestCase("{\"t\": null}", 1, "HCL122 1:7")]
    [TestCase("{\"t\": {\"x\": {}}}", 2, "HCL122 1:13")]
    [TestCase("{\"t\": {\"x\": true}}", 1, "HCL123 1:13")]
    public void Blocks_OfWrongShape_AreDiagnosed(string source, int labelCount, params string[] expected) =>
        Assert.That(Hcl.Diagnoses(Js.Parse(source).Body.Blocks("t", labelCount).Diagnostics), Is.EqualTo(expected));

    [Test]
    public void Members_OfValuesThatAreNoObject_AreDiagnosed()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Hcl.Diagnoses(Js.Parse("[{\"a\": 1}, 2, [], {\"b\": 3}]").Body.Members.Diagnostics), Is.EqualTo(new[] { "HCL120 1:12", "HCL120 1:15" }));
            Assert.That(Js.Parse("[{\"a\": 1}, 2, {\"b\": 3, \"//\": 4}]").Body.Members.Items.Select(m => m.Name.Value), Is.EqualTo(new[] { "a", "b" }));
            Assert.That(Js.Parse("{\"t\": [null, 1]}").Body.Blocks("t", 0).Items.Select(b => b.Body.Members.Diagnostics.Length), Is.EqualTo(new[] { 0, 1 }));
        });
    }

    [Test]
    public void Attributes_SetTwice_AreTheFirstAndADiagnostic()
    {
        var body = Js.Parse("{\"a\": 1, \"b\": {}, \"a\": 2, \"//\": 3, \"c\": 4}").Body;
        var content = body.Attributes("a", "c", "d");
        Assert.Multiple(() =>
        {
            Assert.That(content.Items.Select(a => a.ToString()), Is.EqualTo(new[] { "\"a\": 1", "\"c\": 4" }));
            Assert.That(Hcl.Diagnoses(content.Diagnostics), Is.EqualTo(new[] { "HCL124 1:19" }));
            Assert.That(body.Attribute("c")?.Value.ToString(), Is.EqualTo("4"));
            Assert.That(body.Attribute("//"), Is.Null);
        });
    }

    [Test]
    public void DynamicAttributes_OfAnArray_AreADiagnostic()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Js.Parse("{\"a\": 1, \"b\": {}, \"//\": 2}").Body.DynamicAttributes().Items.Select(a => a.Name.Value), Is.EqualTo(new[] { "a", "b" }));
            Assert.That(Hcl.Diagnoses(Js.Parse("[{\"a\": 1}]").Body.DynamicAttributes().Diagnostics), Is.EqualTo(new[] { "HCL120 1:1" }));
        });
    }

    [Test]
    public void Declaration_OfBlock_IsThePropertyOrTheElement()
    {
        var blocks = Js.Parse("{\"t\": {\"x\": {\"a\": 1}, \"y\": [{\"a\": 2}]}}").Body.Blocks("t", 1).Items;
        Assert.Multiple(() =>
        {
            Assert.That(blocks.Select(b => b.Declaration.ToString()), Is.EqualTo(new[] { "\"x\": {\"a\": 1}", "{\"a\": 2}" }));
            Assert.That(blocks[0].Is("t", "x"));
            Assert.That(blocks[0].Is("t", "y"), Is.False);
            Assert.That(blocks[0].Labels[0].ToString(), Is.EqualTo("\"x\""));
        });
    }
}
