using System.Globalization;

namespace Fixer.Iac.Terraform.State;

/// <summary>Ends the reading of a state; it never leaves <see cref="TerraformState.Read"/>. Every reason to do so is named here.</summary>
sealed class StateFault(string code, string message, long offset) : Exception(message)
{
    public static StateFault Empty(long offset) => new("TFS001", "The file is empty: Terraform takes this as no state at all.", offset);

    public static StateFault Truncated(long offset) => new("TFS002", "The file ends in the middle of the state.", offset);

    public static StateFault Syntax(long offset) => new("TFS003", "This is not JSON.", offset);

    public static StateFault Version(string version, long offset) =>
        new("TFS004", $"The state is of version {version}; version 4 is read, which Terraform has written since 0.12.", offset);

    public static StateFault NoVersion(long offset) => new("TFS005", "The file does not say its version: it is no state.", offset);

    public static StateFault Encrypted(long offset) => new("TFS006", "The state is encrypted by OpenTofu.", offset);

    public static StateFault TooDeep(long offset) => new("TFS007", $"Values are nested more than {Number(JsonCursor.MaxDepth)} levels deep.", offset);

    public static StateFault TooLong(long offset) => new("TFS008", $"A string, a number or a gap is longer than {Number(JsonCursor.LongestToken)} bytes.", offset);

    public static StateFault TooMuch(long offset) =>
        new("TFS009", $"The state has more than {Number(StateReader.MostInstances)} instances or resources, or too much text that names them.", offset);

    public static StateFault NotUnicode(long offset) => new("TFS010", "A string is not valid Unicode.", offset);

    public static StateFault Shape(string what, string expected, long offset) => new("TFS011", $"{what} must be {expected}.", offset);

    public static StateFault Missing(string what, long offset) => new("TFS012", $"A resource has no {what}.", offset);

    public static StateFault DuplicateMember(string name, long offset) => new("TFS013", $"{name} is given twice.", offset);

    public static StateFault DuplicateResource(string address, long offset) => new("TFS014", $"{address} is listed twice.", offset);

    public StateDiagnostic Of(string origin) => new(origin, code, Message, offset);

    static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
