using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// Where a calendar program reads and writes a shared calendar by CalDAV. It needs an account of the server, a guest's external virtual
/// account included, and Basic credentials: nobody is let in without, and a grant's own password is refused. What is allowed there are the
/// grant's rights.
/// </summary>
/// <remarks>
/// Programs that look for calendars themselves (Thunderbird, Apple, DAVx⁵) are given <see cref="ServerRoot"/> and the user name, and find
/// every calendar of which the account has a mountpoint. <see cref="Uri"/> is for those that want one calendar's address.
/// </remarks>
public sealed partial record CalDavAddress
{
    private readonly string _base;

    private CalDavAddress(string baseAddress, string account, FolderPath path)
    {
        _base = baseAddress;
        Account = account;
        Path = path;
        Uri = new Uri($"{baseAddress}/dav/{PathEscaping.Escape(account)}{PathEscaping.Escape(path.Value)}/");
    }

    /// <summary>The address of the one calendar, e.g. <c>https://mail1.example.net/dav/owner@asso.org/my-events/</c>.</summary>
    public Uri Uri { get; }

    /// <summary>
    /// The server's root, e.g. <c>https://mail1.example.net/</c>: from there programs find an account's calendars by its user name and
    /// password (<c>/.well-known/caldav</c>).
    /// </summary>
    public Uri ServerRoot => new(Uri, "/");

    /// <summary>
    /// In whose mailbox the address lies: the calendar's owner, or the guest of <see cref="ForMountpoint"/>.
    /// </summary>
    public string Account { get; }

    /// <summary>The folder in that mailbox.</summary>
    public FolderPath Path { get; }

    /// <summary>Whether it is https. If not, the password would travel in clear.</summary>
    public bool IsEncrypted => Uri.Scheme == Uri.UriSchemeHttps;

    /// <summary>
    /// The CalDAV address of the calendar that an ICS address names, at its owner's path. It works as soon as the share is granted, and
    /// until the calendar is renamed or moved.
    /// </summary>
    /// <param name="calendar">The calendar.</param>
    /// <exception cref="ArgumentException">The calendar's name holds a character that the server's CalDAV cannot carry: <c>;</c>,
    /// <c>?</c>, or one outside the Basic Multilingual Plane, such as an emoji. Its ICS address works all the same.</exception>
    public static CalDavAddress Of(IcsAddress calendar)
    {
        Argument.NotNull(calendar);
        return TryOf(calendar, out CalDavAddress? address) ? address : throw Refused(calendar.Path, nameof(calendar));
    }

    /// <summary>The same as <see cref="Of"/>, without the exception.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="address">The address; null when the answer is false.</param>
    /// <returns>Whether the server's CalDAV can carry the calendar's name.</returns>
    public static bool TryOf([NotNullWhen(true)] IcsAddress? calendar, [NotNullWhen(true)] out CalDavAddress? address)
    {
        address =
            calendar is not null && !calendar.Path.IsRoot && UnfitCharacter(calendar.Path) is null
                ? new CalDavAddress(calendar.Base, calendar.Account, calendar.Path)
                : null;
        return address is not null;
    }

    /// <summary>
    /// The address of the same calendar through a guest's mountpoint. It outlives the calendar's renaming, and the guest may choose its
    /// colour; but once the share is gone it still looks like a calendar, and a writable one (docs/protocol.md, CalDAV for outside
    /// guests).
    /// </summary>
    /// <param name="guest">The guest's identifier.</param>
    /// <param name="mountpoint">The mountpoint's path in the guest's mailbox, e.g. <c>/Marie’s my-events</c>.</param>
    /// <exception cref="ArgumentException">The mountpoint's name holds a character that the server's CalDAV cannot carry.</exception>
    public CalDavAddress ForMountpoint(GuestIdentifier guest, FolderPath mountpoint) =>
        UnfitCharacter(mountpoint) is null && !mountpoint.IsRoot
            ? new CalDavAddress(_base, guest.Value, mountpoint)
            : throw Refused(mountpoint, nameof(mountpoint));

    /// <summary>Whether both are the same address, letter by letter.</summary>
    public bool Equals(CalDavAddress? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The address as text.</summary>
    public override string ToString() => Uri.OriginalString;

    /// <summary>
    /// The first character that keeps a calendar out of CalDAV (docs/protocol.md, names in CalDAV); null where all fit.
    /// </summary>
    internal static string? UnfitCharacter(FolderPath path)
    {
        foreach (Rune rune in path.Value.EnumerateRunes())
        {
            if (rune.Value is ';' or '?' || !rune.IsBmp)
            {
                return rune.ToString();
            }
        }

        return null;
    }

    private static ArgumentException Refused(FolderPath path, string parameter) =>
        Argument.Invalid(
            path.IsRoot
                ? new LocalizedText(
                    "The whole mailbox is no calendar: name one of its folders.",
                    "La boîte aux lettres entière n'est pas un agenda : nommez un de ses dossiers."
                )
                : LocalizedText.Format(
                    $"CalDAV cannot carry the name '{Quoted.Of(path.Value)}', for the character '{UnfitCharacter(path)}'. Pass on the ICS "
                        + $"address, or have the owner rename the calendar.",
                    $"CalDAV ne peut porter le nom « {Quoted.Of(path.Value)} », à cause du caractère « {UnfitCharacter(path)} ». Donnez "
                        + $"l'adresse ICS, ou demandez au propriétaire de renommer l'agenda."
                ),
            parameter
        );
}
