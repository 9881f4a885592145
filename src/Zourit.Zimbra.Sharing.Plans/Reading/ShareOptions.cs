using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Reading;

/// <summary>How a change is asked of the library: for its prediction and for its application alike.</summary>
internal static class ShareOptions
{
    public static GuestShareOptions ForGuest(PlannedChange change, bool ensuresMail) =>
        new()
        {
            Permissions = change.After!.Rights,
            Expiry = End(change),
            Notify = change.Mail,
            EnsureNotified = change.Mail && ensuresMail,
            Note = change.Note,
        };

    public static UserShareOptions ForUser(PlannedChange change, bool ensuresMail) =>
        new()
        {
            Permissions = change.After!.Rights,
            Expiry = End(change),
            Notify = change.Mail,
            EnsureNotified = change.Mail && ensuresMail,
            Note = change.Note,
        };

    public static PublicShareOptions ForEverybody(PlannedChange change) =>
        new() { Permissions = change.After!.Rights, Expiry = End(change) };

    private static ShareExpiry End(PlannedChange change) =>
        change.After!.Expiry == change.Before?.Expiry ? ShareExpiry.Keep
        : change.After.Expiry is { } end ? ShareExpiry.At(end)
        : ShareExpiry.Never;
}
