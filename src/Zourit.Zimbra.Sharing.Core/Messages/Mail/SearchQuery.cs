using System.Globalization;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>Builds the text of a <see cref="SearchRequest"/>; values are quoted, so that none can change the query's meaning.</summary>
public static class SearchQuery
{
    /// <summary>Messages in a folder (<c>in:"…"</c>), e.g. <c>sent</c>.</summary>
    public static string InFolder(string folder) => $"in:{Quote(folder)}";

    /// <summary>Messages to an address (<c>to:"…"</c>); the whole address, letter case ignored.</summary>
    public static string To(string address) => $"to:{Quote(address)}";

    /// <summary>Messages after a time (<c>after:</c>, milliseconds), the bound excluded. Mail dates have whole seconds.</summary>
    public static string After(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"after:{time.ToUnixTimeMilliseconds()}");

    /// <summary>Messages that satisfy all conditions.</summary>
    public static string All(params IEnumerable<string> conditions)
    {
        Argument.NotNull(conditions);
        return string.Join(' ', conditions);
    }

    private static string Quote(string value)
    {
        Argument.NotEmpty(value);

        // The query grammar has no escape for a quote inside quotes.
        return value.Contains('"', StringComparison.Ordinal)
            ? throw Argument.Invalid(
                new LocalizedText("A search value cannot hold a double quote.", "Une valeur cherchée ne peut contenir de guillemet droit."),
                nameof(value)
            )
            : $"\"{value}\"";
    }
}
