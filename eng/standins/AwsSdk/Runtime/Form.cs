using System.Globalization;

namespace Fixer.AwsSdk;

/// <summary>Form fields below a prefix such as <c>Tags.member.1.</c>.</summary>
internal readonly struct Form(IDictionary<string, string> fields, string prefix)
{
    public void Text(string name, string? value)
    {
        if (value is not null)
            fields.Add(prefix + name, value);
    }

    public void Structure<T>(string name, T? value, Action<Form, T> write) where T : class
    {
        if (value is not null)
            write(new(fields, prefix + name + "."), value);
    }

    /// <summary>Structures, numbered from one.</summary>
    public void List<T>(string name, List<T>? values, Action<Form, T> write)
    {
        for (var n = 0; n < values?.Count; n++)
            write(new(fields, $"{prefix}{name}.{(n + 1).ToString(CultureInfo.InvariantCulture)}."), values[n]);
    }

    /// <summary>Scalars, numbered from one.</summary>
    public void List<T>(string name, List<T>? values, Func<T, string?> text)
    {
        for (var n = 0; n < values?.Count; n++)
            Text($"{name}.{(n + 1).ToString(CultureInfo.InvariantCulture)}", text(values[n]));
    }
}
