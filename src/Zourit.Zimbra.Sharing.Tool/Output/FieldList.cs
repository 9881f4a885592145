namespace Zourit.Zimbra.Sharing.Tool.Output;

/// <summary>Fields one below the other, each whole: a terminal that breaks a line leaves an address that can be copied.</summary>
internal static class FieldList
{
    public static void Write(OutputStream output, IEnumerable<(string Label, string Text)> fields)
    {
        (string Label, string Text)[] filled = [.. fields.Where(field => field.Text.Length > 0)];
        int width = filled.Length == 0 ? 0 : filled.Max(field => field.Label.Length);
        foreach ((string label, string text) in filled)
        {
            output.WriteLine($"{label.PadRight(width)}  {text}");
        }
    }
}
