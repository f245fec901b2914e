namespace Fixer.Hcl.Values;

/// <summary>Search in what is sorted by names in the order of code points.</summary>
static class Sorted
{
    /// <summary>Index of the item of this name; negative if there is none.</summary>
    public static int IndexOf<T>(ReadOnlySpan<T> items, string name, Func<T, string> nameOf)
    {
        var (low, high) = (0, items.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = CodePointOrder.Compare(nameOf(items[middle]), name);
            if (order == 0)
                return middle;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
