using System.Collections;

namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>The values of a directory attribute: in JSON a text, or an array of texts when there are several.</summary>
/// <param name="values">The values, in order.</param>
public sealed class AttributeValues(IReadOnlyList<string> values) : IReadOnlyList<string>
{
    /// <inheritdoc/>
    public int Count => values.Count;

    /// <inheritdoc/>
    public string this[int index] => values[index];

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
