using System.Collections.Immutable;
using Fixer.Findings;
using Fixer.Iac;
using Fixer.Inventory;

namespace Fixer.Ownership;

/// <summary>
/// Decides who owns a record set from the evidence: a stack, source code, or CloudTrail. Two owners are a conflict; no proof is <see cref="OwnerKind.Unknown"/>.
/// Pure: everything it knows is in its arguments.
/// </summary>
public static class OwnerDecision
{
    /// <summary>The owner of <paramref name="record"/>, with the whole chain of evidence.</summary>
    public static Owner Of(RecordSet record, OrganizationInventory inventory, Sources sources, TrailAnswer trail, ImmutableArray<string> employeeDomains)
    {
        var key = Sources.KeyOf(record, inventory);
        var stacks = StackEvidence.Of(record, inventory);
        var matches = sources.Indexes.SelectMany(i => i.Find(key).Select(m => (Index: i, Match: m))).ToArray();
        var terraform = matches.Where(m => m.Match is { Certainty: MatchCertainty.Certain, Declaration.Kind: SourceKind.Terraform }).ToArray();

        var chain = ImmutableArray.CreateBuilder<Evidence>();
        chain.AddRange(stacks.Select(s => new Evidence(EvidenceKind.CloudFormationStack, $"Stack {s.Stack.Name} manages it as {s.LogicalId}.", s.Stack.Arn)));
        chain.AddRange(terraform.Select(t => new Evidence(
            EvidenceKind.Source,
            $"{t.Match.Declaration.Address} declares exactly {record.Name} {record.Type} in zone {record.ZoneName}.",
            Where(t.Index, t.Match.Declaration.Location))));
        chain.AddRange(TrailEvidence.Of(trail, employeeDomains));

        return (stacks.Length + terraform.Length) switch
        {
            > 1 => new Owner(OwnerKind.Conflict, "", null, chain.ToImmutable(), new Refusal(
                RefusalCode.ConflictingOwners,
                $"{stacks.Length + terraform.Length} owners claim {record.Name} {record.Type}: {string.Join("; ", chain.Where(e => e.Kind != EvidenceKind.TrailActor).Select(e => e.Where))}. Ask them which is right.")),
            1 when stacks.Length == 1 => ByStack(stacks[0], record, inventory, sources, chain),
            1 => ByTerraform(terraform[0].Index, terraform[0].Match.Declaration, record, chain),
            _ => WithoutCode(record, key, inventory, sources, matches, trail, employeeDomains, chain),
        };
    }

    private static Owner ByTerraform(SourceIndex index, DeclaredRecord declared, RecordSet record, ImmutableArray<Evidence>.Builder chain) => new(
        OwnerKind.Terraform,
        index.Tree.Repository,
        new OwningSource(index.Tree.Repository, index.Tree.Commit, declared),
        chain.ToImmutable(),
        Drift(declared, record, Where(index, declared.Location)));

    private static Owner ByStack(StackHit hit, RecordSet record, OrganizationInventory inventory, Sources sources, ImmutableArray<Evidence>.Builder chain)
    {
        if (hit.Doubt is { } doubt)
        {
            var message = $"Stack {hit.Stack.Name} lists a record {record.Name} as {hit.LogicalId}, but {doubt}.";
            return new Owner(OwnerKind.CloudFormation, hit.Stack.Name, null, chain.ToImmutable(), new Refusal(RefusalCode.SourcesIncomplete, message));
        }

        var found = StackEvidence.SourcesOf(hit, sources);
        if (found is [var source])
        {
            var where = $"{source.Repository} {source.Declaration.Location}";
            chain.Insert(1, new Evidence(EvidenceKind.Source, $"The file is the template that {hit.Stack.Name} was deployed from.", where));
            var sharing = StackEvidence.Sharing(hit.Stack, inventory).Select(s => s.Name).ToArray();
            var obstacle = sharing.Length > 1
                ? new Refusal(RefusalCode.SharedByManyInstances, $"{where} is the template of {sharing.Length} stacks ({string.Join(", ", sharing)}); removing the record would change all of them.")
                : Drift(source.Declaration, record, where);
            return new Owner(OwnerKind.CloudFormation, source.Repository, source, chain.ToImmutable(), obstacle);
        }

        var refusal = found.Length > 1
            ? new Refusal(RefusalCode.ConflictingOwners, $"The template of stack {hit.Stack.Name} is in several places: {string.Join(", ", found.Select(f => $"{f.Repository} {f.Declaration.Location}"))}.")
            : NotFound($"Stack {hit.Stack.Name} manages it, but no repository holds the template it was deployed from", sources);
        AddFailures(chain, sources);
        return new Owner(OwnerKind.CloudFormation, hit.Stack.Name, null, chain.ToImmutable(), refusal);
    }

    private static Owner WithoutCode(
        RecordSet record,
        RecordKey key,
        OrganizationInventory inventory,
        Sources sources,
        IEnumerable<(SourceIndex Index, SourceMatch Match)> matches,
        TrailAnswer trail,
        ImmutableArray<string> employeeDomains,
        ImmutableArray<Evidence>.Builder chain)
    {
        var possible = matches.Select(m => new Evidence(
                EvidenceKind.PossibleSource,
                m.Match.Doubts.Count > 0
                    ? $"{m.Match.Declaration.Address} may declare it; not known from the source: {string.Join(", ", m.Match.Doubts)}."
                    : $"{m.Match.Declaration.Address} declares such a record, but no stack lists it.",
                Where(m.Index, m.Match.Declaration.Location)))
            .Concat(sources.Indexes.SelectMany(i => Mentions.Of(i.Tree, key).Select(l => new Evidence(EvidenceKind.PossibleSource, "Infrastructure code mentions its name.", Where(i, l)))))
            .Concat(StackEvidence.Hidden(record, inventory))
            .DistinctBy(e => e.Where).ToArray();
        var gaps = inventory.Gaps.Where(g => g.AccountId == record.AccountId && (g.Service is "cloudformation" or "*"))
            .Select(g => new Evidence(EvidenceKind.Gap, "Stacks of the account could not be read.", g.ToString()))
            .Concat(sources.Indexes.SelectMany(i => i.Tree.LeftOut.Select(f => new Evidence(EvidenceKind.Gap, "The file was not read.", $"{i.Tree.Repository} {f}")))).ToArray();
        chain.AddRange(possible);
        chain.AddRange(gaps);
        AddFailures(chain, sources);

        var (person, automated) = TrailEvidence.Judge(trail, employeeDomains);
        if (automated)
            return new Owner(OwnerKind.Unknown, "", null, chain.ToImmutable(), NotFound("An infrastructure tool wrote it, but no repository was found to declare it", sources));
        if (person is null)
        {
            var message = $"No stack, no source and no CloudTrail event of a person says who owns {record.Name} {record.Type}. The admin of account {record.AccountId} is asked.";
            return new Owner(OwnerKind.Unknown, "", null, Filled(chain), new Refusal(RefusalCode.UnknownOwner, message));
        }

        // A person wrote it. That makes it hand-made only if nothing that could hold code was left unread.
        var unread = possible.Length + gaps.Length + sources.Failures.Length;
        var obstacle = unread == 0 ? null : new Refusal(
            RefusalCode.SourcesIncomplete,
            $"{person} wrote it by hand, but code may declare it as well: {string.Join("; ", chain.Where(e => e.Kind is EvidenceKind.PossibleSource or EvidenceKind.Gap).Take(3).Select(e => $"{e.Where} ({e.Statement.TrimEnd('.')})"))}.");
        return new Owner(OwnerKind.Person, person, null, chain.ToImmutable(), obstacle);
    }

    private static Refusal? Drift(DeclaredRecord declared, RecordSet live, string where)
    {
        if (declared.Unknown.Contains("targets") || declared.Targets.ToHashSet(StringComparer.Ordinal).SetEquals(live.Targets))
            return null;
        return new Refusal(
            RefusalCode.SourceDiffers,
            $"{where} declares {string.Join(", ", declared.Targets)}, but {string.Join(", ", live.Targets)} is live: the next apply changes the record. Apply the code first.");
    }

    private static Refusal NotFound(string what, Sources sources) => sources.Failures.IsEmpty
        ? new Refusal(RefusalCode.SourceNotFound, $"{what}.")
        : new Refusal(RefusalCode.RepositoryUnavailable, $"{what}; could not be read: {string.Join(", ", sources.Failures.Select(f => $"{f.Repository} ({f.Reason})"))}.");

    private static void AddFailures(ImmutableArray<Evidence>.Builder chain, Sources sources) =>
        chain.AddRange(sources.Failures.Select(f => new Evidence(EvidenceKind.Gap, $"The repository could not be read: {f.Reason}", f.Repository)));

    private static ImmutableArray<Evidence> Filled(ImmutableArray<Evidence>.Builder chain)
    {
        if (chain.Count == 0)
            chain.Add(new Evidence(EvidenceKind.Gap, "There is no evidence at all.", "-"));
        return chain.ToImmutable();
    }

    private static string Where(SourceIndex index, SourceLocation location) => $"{index.Tree.Repository} {location}";
}
