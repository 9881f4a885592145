using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>The times at which an account is busy, as an answer to the caller: of the whole account, whatever was asked about.</summary>
internal static class FreeBusyReply
{
    public static string Write(DavCall call, Account owner, DateTimeOffset from, DateTimeOffset to) =>
        FreeBusyText.Write(
            new FreeBusyText.Head
            {
                Method = "REPLY",
                Organizer = call.Caller.Name,
                Attendee = owner.Name,
                Now = call.Directory.Now,
                From = from,
                To = to,
            },
            BusyTimes.Of(call.Directory, owner, (from, to))
        );
}
