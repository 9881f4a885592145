using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Zourit.Zimbra.Sharing.Values;

[JsonConverter(typeof(ParsableJsonConverter<CalDavAddress>))]
[TypeConverter(typeof(ParsableTypeConverter<CalDavAddress>))]
public sealed partial record CalDavAddress : ISpanParsable<CalDavAddress>
{
    // The servlet's own address, and the shorter one that the front rewrites to it.
    private static readonly string[][] Roots =
    [
        ["dav"],
        ["service", "dav", "home"],
        ["service", "dav"],
    ];

    /// <summary>
    /// Reads the address of one calendar as people pass it on, e.g. <c>https://mail1.example.net/dav/owner@asso.org/my-events/</c>: with or
    /// without its last slash, or at <c>/service/dav/home/</c>. A query is left out.
    /// </summary>
    /// <param name="text">The address.</param>
    /// <exception cref="ArgumentException">It is no CalDAV address of a Zimbra calendar.</exception>
    public static CalDavAddress Parse(string text)
    {
        Argument.NotNull(text);
        return TryParse(text, out CalDavAddress? address)
            ? address
            : throw Argument.Invalid(
                LocalizedText.Format(
                    $"'{Quoted.Of(text)}' is no CalDAV address of a Zimbra calendar: it must be like "
                        + $"'https://mail1.example.net/dav/owner@asso.org/my-events/', without credentials.",
                    $"« {Quoted.Of(text)} » n'est pas l'adresse CalDAV d'un agenda Zimbra : il la faut comme "
                        + $"« https://mail1.example.net/dav/owner@asso.org/my-events/ », sans identifiants."
                ),
                nameof(text)
            );
    }

    /// <summary>Reads an address, as <see cref="Parse"/> does.</summary>
    /// <param name="text">The address.</param>
    /// <param name="address">The address; null when the answer is false.</param>
    /// <returns>Whether it is the CalDAV address of a Zimbra calendar.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out CalDavAddress? address)
    {
        address = null;
        if (
            !AbsoluteUri.TryRead(text?.Trim(), out Uri? uri)
            || uri.Scheme is not ("https" or "http")
            || uri.UserInfo.Length > 0
            || uri.Host.Length == 0
        )
        {
            return false;
        }

        string[] segments = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (
            Array.Find(Roots, root => segments.Length >= root.Length + 2 && segments.Take(root.Length).SequenceEqual(root)) is not { } found
        )
        {
            return false;
        }

        string account = Uri.UnescapeDataString(segments[found.Length]);
        string folder = Uri.UnescapeDataString(string.Join('/', segments[(found.Length + 1)..]));
        if (
            account.Contains('/', StringComparison.Ordinal)
            || !FolderPath.TryParse("/" + folder, out FolderPath path)
            || path.IsRoot
            || UnfitCharacter(path) is not null
        )
        {
            return false;
        }

        address = new CalDavAddress(uri.GetLeftPart(UriPartial.Authority), account, path);
        return true;
    }

    static CalDavAddress IParsable<CalDavAddress>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<CalDavAddress>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out CalDavAddress result
    ) => TryParse(s, out result);

    static CalDavAddress ISpanParsable<CalDavAddress>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    static bool ISpanParsable<CalDavAddress>.TryParse(
        ReadOnlySpan<char> s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out CalDavAddress result
    ) => TryParse(s.ToString(), out result);
}
