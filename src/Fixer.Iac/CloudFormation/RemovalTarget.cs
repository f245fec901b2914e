using Fixer.Iac.Documents;


namespace Fixer.Iac.CloudFormation;

/// <summary>What is to be taken out: an entry of <c>Resources</c>, or an item of a group's list.</summary>
/// <param name="Resource">The resource, or the group that has the item.</param>
/// <param name="Container">The mapping or list that loses an element.</param>
/// <param name="Index">Which of its elements.</param>
/// <param name="Item">Whether it is an item of a group.</param>
sealed record RemovalTarget(TemplateResource Resource, DocumentNode Container, int Index, bool Item)
{
    /// <summary>The element among those of the container.</summary>
    public ElementRun Run { get; } = new(Container, ElementRun.SpansOf(Container), Index, 1);

    /// <summary>The value that goes.</summary>
    public DocumentNode Node => Container is DocumentSequence list ? list.Items[Index] : Resource.Entry.Value;

    /// <summary>Finds the element by its address; null if there is none. Resources in loops are found in <paramref name="template"/> but have no container.</summary>
    public static RemovalTarget? Find(CloudFormationTemplate template, string address)
    {
        if (CloudFormationTemplate.FindResource(template, address) is { Type: RecordReading.RecordSet } resource)
        {
            var section = (DocumentMapping)template.Root.Find("Resources")!;
            return new RemovalTarget(resource, section, section.Entries.IndexOf(resource.Entry), false);
        }

        foreach (var group in template.Resources.Where(r => r.Type == RecordReading.RecordSetGroup))
        {
            if (RecordReading.Items(group) is not { } list)
                continue;
            for (var i = 0; i < list.Items.Length; i++)
            {
                if (RecordReading.AddressOf(group, i) == address)
                    return new RemovalTarget(group, list, i, true);
            }
        }

        return null;
    }
}
