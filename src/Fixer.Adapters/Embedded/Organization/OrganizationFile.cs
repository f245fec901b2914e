using System.Text.Json;
using Fixer.Inventory;

namespace Fixer.Adapters.Embedded.Organization;

/// <summary>Reads and writes an organization's file; a write is whole or not at all.</summary>
public sealed class OrganizationFile(string path)
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="OrganizationUnreadableException">It is missing or not an organization.</exception>
    public OrganizationDocument Read()
    {
        try
        {
            return JsonSerializer.Deserialize<OrganizationDocument>(File.ReadAllText(path), Json.Indented)
                ?? throw new OrganizationUnreadableException($"{path}: is empty.");
        }
        catch (JsonException error)
        {
            throw new OrganizationUnreadableException($"{path}:{error.LineNumber + 1}:{error.BytePositionInLine + 1}: {error.Message.Split(" Path:")[0]}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OrganizationUnreadableException($"{path}: {error.Message}", error);
        }
    }

    /// <summary>Replaces the file by <paramref name="document"/>.</summary>
    public void Write(OrganizationDocument document)
    {
        var temporary = path + ".new";
        File.WriteAllText(temporary, JsonSerializer.Serialize(document, Json.Indented) + "\n");
        File.Move(temporary, path, overwrite: true);
    }
}
