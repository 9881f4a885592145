using System.Globalization;
using System.Net.Mail;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Values;

namespace WebApp.Sharing;

/// <summary>What it takes to bring a revoked share back. Its text is a field of the form that does so.</summary>
internal sealed record RevokedShare(GranteeType Type, Permissions Permissions, DateTimeOffset? Expiry, string? Name)
{
    private const char Separator = '|';

    /// <summary>Whether there is anything to bring back: the share is in force, and its grantee exists.</summary>
    public static bool CanComeBack(CalendarGrant share) => share is { IsExpired: false, IsOrphan: false };

    public static RevokedShare Of(CalendarGrant share) =>
        new(share.Grantee.Type, share.Permissions, share.Expiry, share.Grantee.Name ?? share.Grantee.Id);

    /// <exception cref="FormatException">It is not the text of one.</exception>
    public static RevokedShare Parse(string text) =>
        text.Split(Separator, 4) is [var type, var letters, var expiry, var name]
        && Enum.TryParse(type, out GranteeType grantee)
        && Permissions.TryParse(letters, out Permissions permissions)
            ? new(grantee, permissions, End(expiry), name.Length == 0 ? null : name)
            : throw new FormatException("The form does not say which share to bring back.");

    /// <summary>Whether the calendar has such a share.</summary>
    public bool IsIn(OwnerCalendar calendar) =>
        calendar.Shares.Any(share => share.Grantee.Type == Type && string.Equals(Of(share).Name, Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The share as it was, without a mail: who had it knows of it.</summary>
    public ShareItem In(string calendar)
    {
        ShareExpiry expiry = Expiry is { } end ? ShareExpiry.At(end) : ShareExpiry.Never;
        return (Type, Name) switch
        {
            (GranteeType.Public, _) => new PublicShareItem
            {
                Calendar = calendar,
                Options = new() { Permissions = Permissions, Expiry = expiry },
            },
            (GranteeType.Guest, { } guest) => new GuestShareItem
            {
                Calendar = calendar,

                // A grant may be stored as "Name <address>", which lets nobody in.
                Guest = MailAddress.TryCreate(guest, out MailAddress? mail) ? mail.Address : guest,
                Options = new()
                {
                    Permissions = Permissions,
                    Expiry = expiry,
                    Notify = false,
                    CheckAddress = false,
                },
            },
            (_, { } user) => new UserShareItem
            {
                Calendar = calendar,
                User = user,
                Options = new()
                {
                    Permissions = Permissions,
                    Expiry = expiry,
                    Notify = false,
                    CheckAddress = false,
                },
            },
            _ => throw new FormatException("The form does not say whose share to bring back."),
        };
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Type}{Separator}{Permissions.Letters}{Separator}{Expiry?.ToUnixTimeMilliseconds()}{Separator}{Name}"
        );

    private static DateTimeOffset? End(string text) =>
        text.Length == 0 ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long milliseconds) && milliseconds < 253_402_300_800_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
        : throw new FormatException("The form does not say when the share ended.");
}
