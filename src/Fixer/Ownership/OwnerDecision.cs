using System.Collections.Immutable;
using Fixer.Findings;
using Fixer.Iac;
using Fixer.Inventory;

namespace Fixer.Ownership;

/// <summary>
/// Decides who owns a record set from the evidence: a stack, a Terraform state, source code, or CloudTrail. Two owners are a conflict; no proof is <see cref="OwnerKind.Unknown"/>.
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
        var claims = Claims.On(record, key, sources, matches);

        var chain = ImmutableArray.CreateBuilder<Evidence>();
        chain.AddRange(stacks.Select(s => new Evidence(EvidenceKind.CloudFormationStack, $"Stack {s.Stack.Name} manages it as {s.LogicalId}.", s.Stack.Arn)));
        chain.AddRange(claims.Where(c => c.State is not null).Select(c => new Evidence(EvidenceKind.TerraformState, $"A Terraform state holds it as {c.State!.Address}.", c.State.Origin)));
        chain.AddRange(claims.Where(c => c.Declaration is not null).Select(c => new Evidence(EvidenceKind.Source, Statement(c.Declaration!, record, key), Where(c.Index!, c.Declaration!.Place))));
        chain.AddRange(TrailEvidence.Of(trail, employeeDomains));

        return (stacks.Length + claims.Length) switch
        {
            > 1 when stacks.Length == 0 && IsOneRoot(claims) => Twice(claims, record, chain),
            > 1 => new Owner(OwnerKind.Conflict, "", null, chain.ToImmutable(), new Refusal(
                RefusalCode.ConflictingOwners,
                $"{stacks.Length + claims.Length} owners claim {record.Name} {record.Type}: {string.Join("; ", chain.Where(e => e.Kind != EvidenceKind.TrailActor).Select(e => e.Where))}. Ask them which is right.")),
            1 when stacks.Length == 1 => ByStack(stacks[0], record, inventory, sources, chain),
            1 => claims[0].Declaration is null ? ByState(claims[0].State!, sources, chain) : ByTerraform(claims[0].Index!, claims[0].Declaration!, record, chain),
            _ => WithoutCode(record, key, inventory, sources, matches, trail, employeeDomains, chain),
        };
    }

    /// <summary>What a declaration leaves open, the state that is the reason to name it has settled.</summary>
    private static string Statement(DeclaredRecord declared, RecordSet record, RecordKey key)
    {
        var doubts = SourceMatch.Of(declared, key).Doubts;
        return doubts.Count == 0
            ? $"{declared.Address} declares exactly {record.Name} {record.Type} in zone {record.ZoneName}."
            : $"{declared.Address} declares it; the source alone does not tell {string.Join(", ", doubts)}.";
    }

    private static Owner ByTerraform(SourceIndex index, DeclaredRecord declared, RecordSet record, ImmutableArray<Evidence>.Builder chain) => new(
        OwnerKind.Terraform,
        index.Tree.Repository,
        new OwningSource(index.Tree.Repository, index.Tree.Commit, declared),
        chain.ToImmutable(),
        Drift(declared, record, Where(index, declared.Place)));

    private static bool IsOneRoot(ImmutableArray<Claim> claims) =>
        claims.All(c => c.Declaration is not null) && claims.Select(c => (c.Index!.Tree.Repository, c.Declaration!.Deployment!.Home)).Distinct().Count() == 1;

    /// <summary>One root module declares it under several addresses: whose it is is clear, which of them has it is not.</summary>
    private static Owner Twice(ImmutableArray<Claim> claims, RecordSet record, ImmutableArray<Evidence>.Builder chain) =>
        ByTerraform(claims[0].Index!, claims[0].Declaration!, record, chain) with
        {
            Obstacle = new Refusal(
                RefusalCode.SharedByManyInstances,
                $"{string.Join(" and ", claims.Select(c => $"{c.Declaration!.Address} ({Where(c.Index!, c.Declaration.Place)})"))} are the same record set. Decide which of them is to go."),
        };

    /// <summary>Terraform has it, so the API would only revert; but where is the code?</summary>
    private static Owner ByState(HeldResource held, Sources sources, ImmutableArray<Evidence>.Builder chain)
    {
        AddFailures(chain, sources);
        var what = held.Homes.IsEmpty
            ? $"State {held.Origin} holds it as {held.Address}, and no repository is known to keep its state there"
            : $"State {held.Origin} holds it as {held.Address}, which {string.Join(", ", held.Homes.Select(Place))} does not declare, or not in a way that can be evaluated: the next apply may destroy it";
        return new Owner(OwnerKind.Terraform, held.Homes is [var only] ? only.Repository : held.Origin, null, chain.ToImmutable(), NotFound(what, sources));
    }

    private static string Place(StateHome home) =>
        $"{home.Repository}{(home.Folder.Length == 0 ? "" : " " + home.Folder)}{(home.Workspace == "default" ? "" : $" (workspace {home.Workspace})")}";

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
                Where(m.Index, m.Match.Declaration.Place)))
            .Concat(sources.Indexes.SelectMany(i => Mentions.Of(i.Tree, key).Select(l => new Evidence(EvidenceKind.PossibleSource, "Infrastructure code mentions its name.", Where(i, l)))))
            .Concat(sources.Indexes.SelectMany(i => Mentions.Unread(i.Tree).Select(p => new Evidence(EvidenceKind.PossibleSource, "A code file that was not read: too large, a link, or not text.", $"{i.Tree.Repository} {p}"))))
            .Concat(StackEvidence.Hidden(record, inventory))
            .DistinctBy(e => e.Where).ToArray();
        var gaps = inventory.Gaps.Where(g => g.AccountId == record.AccountId && (g.Service is "cloudformation" or "*"))
            .Select(g => new Evidence(EvidenceKind.Gap, "Stacks of the account could not be read.", g.ToString())).ToArray();
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
        var unread = possible.Length + gaps.Length + sources.Failures.Length + sources.States.Failures.Length;
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

    private static void AddFailures(ImmutableArray<Evidence>.Builder chain, Sources sources)
    {
        chain.AddRange(sources.Failures.Select(f => new Evidence(EvidenceKind.Gap, $"The repository could not be read: {f.Reason}", f.Repository)));
        chain.AddRange(sources.States.Failures.Select(f => new Evidence(EvidenceKind.Gap, $"The Terraform state could not be read: {f.Reason}", f.Location)));
    }

    private static ImmutableArray<Evidence> Filled(ImmutableArray<Evidence>.Builder chain)
    {
        if (chain.Count == 0)
            chain.Add(new Evidence(EvidenceKind.Gap, "There is no evidence at all.", "-"));
        return chain.ToImmutable();
    }

    private static string Where(SourceIndex index, SourceLocation location) => $"{index.Tree.Repository} {location}";
}
