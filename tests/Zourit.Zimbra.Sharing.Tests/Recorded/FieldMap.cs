using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Tests.Recorded;

/// <summary>Where the fields of one element of a reply are found again in what the library read from it.</summary>
internal sealed class FieldMap
{
    private readonly Dictionary<string, Func<object, object?>> _values = [];
    private readonly Dictionary<string, (Func<object, IEnumerable<object>> Items, Func<FieldMap> Map)> _children = [];
    private readonly HashSet<string> _undocumented = [];
    private Func<object, object?>? _text;
    private Func<object, IEnumerable<string>> _hidden = _ => [];

    /// <summary>An attribute, or a child with text only.</summary>
    public FieldMap Value<T>(string name, Func<T, object?> accessor)
    {
        _values.Add(name, read => accessor((T)read));
        return this;
    }

    /// <summary>The element's own text.</summary>
    public FieldMap Text<T>(Func<T, object?> accessor)
    {
        _text = read => accessor((T)read);
        return this;
    }

    /// <summary>Children of one name, in order, each with its counterpart.</summary>
    public FieldMap Children<T>(string name, Func<T, IEnumerable<object?>> items, Func<FieldMap> map)
    {
        _children.Add(name, (read => items((T)read).OfType<object>(), map));
        return this;
    }

    /// <summary>Names of the attributes that the administrator may not see (<c>pd="1"</c>).</summary>
    public FieldMap Hidden<T>(Func<T, IEnumerable<string>> names)
    {
        _hidden = read => names((T)read);
        return this;
    }

    /// <summary>Names that the recordings hold and docs/protocol.md does not tell of.</summary>
    /// <param name="reason">What they are; for the reader.</param>
    /// <param name="names">Attributes and children.</param>
    public FieldMap Undocumented(string reason, params string[] names)
    {
        Assert.NotEmpty(reason);
        _undocumented.UnionWith(names);
        return this;
    }

    /// <summary>Every field of the element that is lost or changed in what was read, or that nobody knows of.</summary>
    public IEnumerable<string> Losses(XElement element, object read)
    {
        foreach (XAttribute attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            if (Loss(attribute.Name.LocalName, attribute.Value, read) is { } loss)
            {
                yield return $"{element.Name.LocalName}@{loss}";
            }
        }

        string text = string.Concat(element.Nodes().OfType<XText>().Select(node => node.Value));
        if (_text is not null ? !WireText.Equals(text, _text(read)) : text.Trim().Length > 0)
        {
            yield return $"{element.Name.LocalName}: its text";
        }

        var hidden = element.Elements().Where(IsHidden).ToList();
        if (!hidden.Select(child => (string?)child.Attribute("n")).SequenceEqual(_hidden(read)))
        {
            yield return $"{element.Name.LocalName}: which attributes are hidden";
        }

        foreach (IGrouping<string, XElement> children in element.Elements().Except(hidden).GroupBy(child => child.Name.LocalName))
        {
            foreach (string loss in ChildLosses(children.Key, [.. children], read))
            {
                yield return $"{element.Name.LocalName}/{loss}";
            }
        }
    }

    private static bool IsHidden(XElement child) => (string?)child.Attribute("pd") == "1";

    private IEnumerable<string> ChildLosses(string name, List<XElement> children, object read)
    {
        if (_children.TryGetValue(name, out (Func<object, IEnumerable<object>> Items, Func<FieldMap> Map) known))
        {
            var items = known.Items(read).ToList();
            return items.Count == children.Count
                ? children.Zip(items).SelectMany(pair => known.Map().Losses(pair.First, pair.Second))
                : [$"{name}: {children.Count} sent, {items.Count} read"];
        }

        return children.Select(child => Loss(name, child.HasElements || child.HasAttributes ? null : child.Value, read)).OfType<string>();
    }

    private string? Loss(string name, string? value, object read)
    {
        if (_values.TryGetValue(name, out Func<object, object?>? accessor))
        {
            object? found = accessor(read);
            return value is not null && WireText.Equals(value, found) ? null : $"{name}: '{value}' sent, '{found ?? "nothing"}' read";
        }

        return _undocumented.Contains(name) ? null : $"{name} is known to nobody";
    }
}
