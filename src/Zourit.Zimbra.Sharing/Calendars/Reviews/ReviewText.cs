using System.Globalization;
using Zourit.Zimbra.Sharing.Feeds;

namespace Zourit.Zimbra.Sharing.Calendars.Reviews;

/// <summary>The words of one kind of finding; <c>{0}</c>… stand for what it is about.</summary>
/// <param name="Sentence">What was found.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record ReviewText(BilingualText Sentence, BilingualText Remedy)
{
    /// <summary>Fills in what differs between the languages: <c>{0}</c> is the grantee.</summary>
    public BilingualText Fill(BilingualText whom, params IEnumerable<string?> values)
    {
        string?[] rest = [.. values];
        return new(Fill(Sentence.English, [whom.English, .. rest]), Fill(Sentence.French, [whom.French, .. rest]));
    }

    private static string Fill(string text, object?[] values) => string.Format(CultureInfo.InvariantCulture, text, values);
}
