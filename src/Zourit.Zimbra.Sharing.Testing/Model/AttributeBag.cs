namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>
/// Directory attributes of an entry: names ignore letter case, values keep their order. Booleans are <c>TRUE</c> and <c>FALSE</c>.
/// </summary>
public sealed class AttributeBag
{
    private readonly SortedDictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names that have at least one value.</summary>
    public IEnumerable<string> Names => _values.Keys;

    /// <summary>The first value, or null. Setting null or an empty text removes the attribute, as in ModifyAccountRequest.</summary>
    public string? this[string name]
    {
        get => _values.TryGetValue(name, out List<string>? values) ? values[0] : null;
        set => Set(name, string.IsNullOrEmpty(value) ? [] : [value]);
    }

    /// <summary>All values of an attribute, empty when it has none.</summary>
    public IReadOnlyList<string> Values(string name) => _values.TryGetValue(name, out List<string>? values) ? values : [];

    /// <summary>Replaces all values.</summary>
    public void Set(string name, IEnumerable<string> values)
    {
        List<string> kept = [.. values.Where(value => value.Length > 0)];
        if (kept.Count == 0)
        {
            _values.Remove(name);
        }
        else
        {
            _values[name] = kept;
        }
    }

    /// <summary>Adds one value (<c>+name</c>).</summary>
    public void Add(string name, string value) => Set(name, Values(name).Append(value).Distinct());

    /// <summary>Removes one value (<c>-name</c>).</summary>
    public void Remove(string name, string value) => Set(name, Values(name).Where(existing => existing != value));
}
