namespace Zourit.Zimbra.Sharing.Plans.Documents;

/// <summary>Takes values out of a map. What is of another form was reported when the shape was checked, and is as if it were not
/// there.</summary>
internal static class MapAccess
{
    public static TextAt? Text(this MapNode map, string key) => AsText(map[key]);

    public static IEnumerable<TextAt> Texts(this MapNode map, string key) =>
        map[key] is ListNode list ? list.Items.Select(AsText).OfType<TextAt>() : [];

    /// <summary>The text of one key and the list of another, which mean the same.</summary>
    public static IEnumerable<TextAt> Texts(this MapNode map, string one, string several) =>
        map.Text(one) is { } text ? [text] : map.Texts(several);

    public static bool IsTrue(this MapNode map, string key) => map.Text(key)?.Text == "true";

    public static MapNode? Map(this MapNode map, string key) => map[key] as MapNode;

    private static TextAt? AsText(Node? node) => node is ScalarNode { IsNull: false } scalar ? new(scalar.Text, scalar.At) : null;
}
