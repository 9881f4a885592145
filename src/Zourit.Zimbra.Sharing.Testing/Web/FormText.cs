namespace Zourit.Zimbra.Sharing.Testing.Web;

/// <summary>Reads <c>application/x-www-form-urlencoded</c> text.</summary>
internal static class FormText
{
    public static Dictionary<string, string> Parse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            values.TryAdd(Decode(parts[0]), parts.Length == 2 ? Decode(parts[1]) : "");
        }

        return values;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
