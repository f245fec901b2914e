using System.Text.Json.Nodes;

namespace Fixer.Iac.Terraform.Changing;

/// <summary>
/// A change inside one instance of a resource. Paths are written as HCL writes references: <c>acl</c>, <c>tags["team"]</c>,
/// <c>versioning_configuration[0].status</c>; and <c>jsondecode(policy).Statement[0].Action</c> within an argument that is a JSON document.
/// </summary>
/// <param name="Address">The instance, as Terraform writes it.</param>
/// <param name="Path">The path.</param>
public abstract record AttributeChange(string Address, string Path);

/// <summary>Gives an argument, an item or an element a value. Arguments, items and blocks that are not there yet are added.</summary>
/// <param name="Address">The instance.</param>
/// <param name="Path">What is set.</param>
/// <param name="Value">The value it is to have; never null, which to Terraform means that it is not set.</param>
public sealed record SetAttribute(string Address, string Path, JsonNode Value) : AttributeChange(Address, Path);

/// <summary>Removes an argument, an item, or all blocks of a type.</summary>
/// <param name="Address">The instance.</param>
/// <param name="Path">What is removed; its last step is a name. Elements have numbers that change: see <see cref="RemoveElements"/>.</param>
public sealed record RemoveAttribute(string Address, string Path) : AttributeChange(Address, Path);

/// <summary>Removes elements of a list or set, or blocks of a type.</summary>
/// <param name="Address">The instance.</param>
/// <param name="Path">The list, the set, or the type of the blocks.</param>
/// <param name="Like">What is removed: elements that are equal to it, or objects and blocks that have all its properties.</param>
public sealed record RemoveElements(string Address, string Path, JsonNode Like) : AttributeChange(Address, Path);
