using System.Numerics;

namespace Fixer.Iac.Terraform.State;

/// <summary>
/// A hash table from hash codes to indexes, with any number of them for each. It does not know the keys: whoever asks must compare. A dictionary of lists
/// would take several times the memory for what has one hit nearly always.
/// </summary>
sealed class HitTable
{
    readonly int[] newest;
    readonly (int Hash, int Index, int Older)[] entries;
    int count;

    /// <param name="capacity">How many there will be.</param>
    public HitTable(int capacity)
    {
        newest = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, capacity))];
        Array.Fill(newest, -1);
        entries = new (int, int, int)[capacity];
    }

    public void Add(int hash, int index)
    {
        ref var slot = ref newest[hash & (newest.Length - 1)];
        entries[count] = (hash, index, slot);
        slot = count++;
    }

    /// <summary>What was added under the hash code, in the order it was.</summary>
    public IEnumerable<int> Find(int hash)
    {
        var found = new Stack<int>();
        for (var at = newest[hash & (newest.Length - 1)]; at >= 0; at = entries[at].Older)
        {
            if (entries[at].Hash == hash)
                found.Push(entries[at].Index);
        }

        return found;
    }
}
