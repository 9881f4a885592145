using Zourit.Zimbra.Sharing.Plans.Documents;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Shapes;

/// <summary>Compares a document with its shape, and reports everything that differs.</summary>
internal sealed class ShapeCheck(ErrorList errors)
{
    /// <summary>Whether the value is of the shape.</summary>
    public bool IsOfShape(Node node, Shape shape)
    {
        int before = errors.Count;
        Check(node, shape);
        return errors.Count == before;
    }

    private void Check(Node node, Shape shape)
    {
        switch (shape, node)
        {
            case (ChoiceShape choice, MapNode map):
                CheckMap(map, map[choice.Key] is null ? choice.Without : choice.With);
                break;
            case (MapShape form, MapNode map):
                CheckMap(map, form);
                break;
            case (NamedShape named, MapNode map):
                foreach (MapEntry entry in map.Entries)
                {
                    Check(entry.Value, named.Value);
                }

                break;
            case (ListShape list, ListNode items):
                foreach (Node item in items.Items)
                {
                    Check(item, list.Item);
                }

                break;
            case (TextShape or AmountShape or BooleanShape, ScalarNode { IsNull: true }):
                errors.Add(ManifestErrorCode.Missing, node.At, ShapeTexts.NoValue);
                break;
            case (TextShape text, ScalarNode scalar):
                if (text.Values is { } values && !values.Contains(scalar.Text))
                {
                    Invalid(node.At, ShapeTexts.NoneOf(scalar.Text, values, NearestName.Of(scalar.Text, values)));
                }

                break;
            case (AmountShape, ScalarNode scalar):
                if (Amount.TryParse(scalar.Text) is null)
                {
                    Invalid(node.At, ShapeTexts.NoAmount(scalar.Text));
                }

                break;
            case (BooleanShape truth, ScalarNode scalar):
                if (scalar.IsQuoted || scalar.Text is not ("true" or "false") || (truth.Only is { } only && scalar.Text == "true" != only))
                {
                    Invalid(node.At, ShapeTexts.NoTruth(scalar.Text, truth.Only));
                }

                break;
            default:
                Invalid(node.At, ShapeTexts.WrongForm(shape));
                break;
        }
    }

    private void CheckMap(MapNode map, MapShape shape)
    {
        foreach (MapEntry entry in map.Entries)
        {
            if (shape.Keys.FirstOrDefault(key => key.Name == entry.Key) is { } known)
            {
                Check(entry.Value, known.Value);
            }
            else
            {
                string[] names = [.. shape.Keys.Select(key => key.Name)];
                errors.Add(
                    ManifestErrorCode.UnknownKey,
                    entry.At,
                    DocumentTexts.UnknownKey(entry.Key, NearestName.Of(entry.Key, names), names)
                );
            }
        }

        foreach (KeyShape key in shape.Keys.Where(key => key.IsRequired && map[key.Name] is null))
        {
            errors.Add(ManifestErrorCode.Missing, map.At, ShapeTexts.MissingKey(key.Name));
        }

        foreach (IReadOnlyList<string> group in shape.OneOf.Concat(shape.AtMostOneOf))
        {
            CheckGroup(map, group, isNeeded: shape.OneOf.Contains(group));
        }
    }

    private void CheckGroup(MapNode map, IReadOnlyList<string> group, bool isNeeded)
    {
        MapEntry[] present = [.. map.Entries.Where(entry => group.Contains(entry.Key))];
        if (present.Length > 1)
        {
            errors.Add(
                ManifestErrorCode.Contradiction,
                present[1].At,
                ShapeTexts.NotBoth(present[0].Key, present[0].At, present[1].Key),
                present[0].At
            );
        }
        else if (present.Length == 0 && isNeeded)
        {
            errors.Add(ManifestErrorCode.Missing, map.At, ShapeTexts.MissingOneOf(group));
        }
    }

    private void Invalid(SourceLocation at, LocalizedText text) => errors.Add(ManifestErrorCode.InvalidValue, at, text);
}
