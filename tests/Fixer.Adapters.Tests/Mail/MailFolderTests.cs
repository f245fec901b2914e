using System.Text;
using Fixer.Adapters.Mail;
using Fixer.Changes;
using Fixer.Testing;
using MimeKit;

namespace Fixer.Adapters.Tests.Mail;

/// <summary>Mail in a folder: whole, once, and without room for a second header.</summary>
sealed class MailFolderTests
{
    private TemporaryFolder folder = null!;
    private MailFolder mail = null!;

    [SetUp]
    public void GivenAFolder()
    {
        folder = new TemporaryFolder();
        mail = new MailFolder(folder.File("mails"), "Fixer <fixer@example.com>", FixedClock.AtStory());
    }

    [TearDown]
    public void Clean() => folder.Dispose();

    [Test]
    public async Task Send_Message_ReadsBackAsItWas()
    {
        await mail.Send(new Message("handoff-1", "alice@example.com", "Größe – 12 findings", "Grüße\nfrom Fixer\n.\nFrom here\n"), default);

        var read = Read("handoff-1");
        Assert.Multiple(() =>
        {
            Assert.That(read.Subject, Is.EqualTo("Größe – 12 findings"));
            Assert.That(read.To.ToString(), Is.EqualTo("alice@example.com"));
            Assert.That(read.From.ToString(), Is.EqualTo("\"Fixer\" <fixer@example.com>").Or.EqualTo("Fixer <fixer@example.com>"));
            Assert.That(read.Date, Is.EqualTo(FixedClock.AtStory().GetUtcNow()));
            Assert.That(read.MessageId, Is.EqualTo("handoff-1@example.com"));
            Assert.That(read.TextBody!.ReplaceLineEndings("\n"), Is.EqualTo("Grüße\nfrom Fixer\n.\nFrom here\n"));
            var raw = File.ReadAllBytes(folder.File("mails/handoff-1.eml"));
            Assert.That(Encoding.Latin1.GetString(raw).Split("\r\n"), Has.All.Not.Contains("\n").And.All.Length.LessThanOrEqualTo(998));
            Assert.That(raw, Has.All.LessThan(128));
        });
    }

    [Test]
    public async Task Send_SameIdAgain_IsNotSentAgain()
    {
        await mail.Send(new Message("digest-1", "alice@example.com", "first", "first"), default);
        await mail.Send(new Message("digest-1", "alice@example.com", "second", "second"), default);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => mail.Send(new Message("digest-2", "alice@example.com", $"s{i}", "b"), default))));

        Assert.Multiple(() =>
        {
            Assert.That(Read("digest-1").Subject, Is.EqualTo("first"));
            Assert.That(Directory.GetFiles(folder.File("mails")).Select(Path.GetFileName).Order(), Is.EqualTo(new[] { "digest-1.eml", "digest-2.eml" }));
        });
    }

    [TestCase("a\r\nBcc: mallory@example.com")]
    [TestCase("a\nBcc: mallory@example.com")]
    [TestCase("a\rBcc: mallory@example.com")]
    [TestCase("a\0b")]
    public void Send_ControlCharacterInAHeader_IsRefused(string text)
    {
        Assert.That(() => mail.Send(new Message("m", "alice@example.com", text, "b"), default), Throws.ArgumentException);
        Assert.That(() => mail.Send(new Message("m", text + "@example.com", "s", "b"), default), Throws.ArgumentException);
        Assert.That(() => mail.Send(new Message("m", "alice@example.com" + text, "s", "b"), default), Throws.ArgumentException);
        Assert.That(Directory.Exists(folder.File("mails")) && Directory.GetFiles(folder.File("mails")).Length > 0, Is.False);
    }

    [Test]
    public async Task Send_BlankLineAndHeadersInTheBody_StayInTheBody()
    {
        await mail.Send(new Message("m", "alice@example.com", "s", "\n\nBcc: mallory@example.com\n"), default);

        Assert.That(Read("m").Bcc, Is.Empty);
    }

    [TestCase("")]
    [TestCase("../m")]
    [TestCase("a/b")]
    [TestCase("a\\b")]
    [TestCase(".hidden")]
    [TestCase("a b")]
    public void Send_IdThatIsNoFileName_IsRefused(string id) =>
        Assert.That(() => mail.Send(new Message(id, "alice@example.com", "s", "b"), default), Throws.ArgumentException);

    [TestCase("")]
    [TestCase("alice")]
    [TestCase("alice@example.com, mallory@example.com")]
    [TestCase("alice@")]
    public void Send_NotOneAddress_IsRefused(string to) =>
        Assert.That(() => mail.Send(new Message("m", to, "s", "b"), default), Throws.ArgumentException);

    private MimeMessage Read(string id) => MimeMessage.Load(folder.File($"mails/{id}.eml"));
}
