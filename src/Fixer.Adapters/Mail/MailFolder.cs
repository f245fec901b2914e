using System.Buffers;
using Fixer.Adapters.Files;
using Fixer.Changes;
using MimeKit;
using MimeKit.Text;

namespace Fixer.Adapters.Mail;

/// <summary>Sends mail into a folder: one RFC 5322 file <c>id.eml</c> a message, written once. A file that is there is a message that was sent.</summary>
/// <param name="folder">The folder; made when it is not there.</param>
/// <param name="sender">The From address, such as <c>Fixer &lt;fixer@example.com&gt;</c>.</param>
/// <param name="clock">The messages' date.</param>
public sealed class MailFolder(string folder, string sender, TimeProvider clock) : IMail
{
    private const int MaxId = 200;

    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    private readonly MailboxAddress from = Address(sender);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The id is no file name, the address no address, or a header has a control character in it.</exception>
    public Task Send(Message message, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (message.Id.Length is 0 or > MaxId || message.Id[0] == '.' || message.Id.AsSpan().ContainsAnyExcept(IdCharacters))
            throw new ArgumentException($"'{message.Id}' is not a message id.", nameof(message));
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, message.Id + ".eml");
        if (!File.Exists(path))
            AtomicFile.Create(path, Bytes(message));
        return Task.CompletedTask;
    }

    private byte[] Bytes(Message message)
    {
        // A line break in a header would start another one: refused rather than repaired, since nothing honest puts one there.
        if (message.Subject.Any(char.IsControl))
            throw new ArgumentException("The subject has a control character in it.", nameof(message));
        using var mime = new MimeMessage
        {
            Subject = message.Subject,
            Date = clock.GetUtcNow(),
            // From the id, so that even a mail system that sees it twice can tell.
            MessageId = $"{message.Id}@{from.Domain}",
            Body = new TextPart(TextFormat.Plain) { Text = message.Body },
        };
        mime.From.Add(from);
        mime.To.Add(Address(message.To));
        mime.Headers.Add("Auto-Submitted", "auto-generated");
        // Seven bits pass every mail system.
        mime.Prepare(EncodingConstraint.SevenBit);
        using var stream = new MemoryStream();
        mime.WriteTo(new FormatOptions { NewLineFormat = NewLineFormat.Dos }, stream, CancellationToken.None);
        return stream.ToArray();
    }

    private static MailboxAddress Address(string text) =>
        !text.Any(char.IsControl) && MailboxAddress.TryParse(text, out var address) && address.Domain.Length > 0
            ? address
            : throw new ArgumentException("Not a mail address.", nameof(text));
}
