using Zourit.Zimbra.Sharing.Calendars;

namespace QuickStart;

/// <summary>What the guest has still to do before the calendar shows, line by line.</summary>
internal static class GuestAdvice
{
    public static IEnumerable<string> For(GuestShare share, bool isAccepted)
    {
        if (share.Login.Kind == GuestLoginKind.VirtualAccount && !isAccepted)
        {
            yield return "Open the personal link in the mail and choose a password (once).";
        }

        yield return $"Subscribe in your calendar program to {share.IcsAddress}";
        yield return share.Login switch
        {
            { Kind: GuestLoginKind.VirtualAccount, UserName: { } name } when isAccepted => $"and sign in as {name} with the password of "
                + $"ZIMBRA_GUEST_PASSWORD.",
            { Kind: GuestLoginKind.VirtualAccount, UserName: { } name } => $"and sign in as {name} with the password you chose.",
            { Kind: GuestLoginKind.InternalAccount, UserName: { } name } => $"and sign in as {name} with the password of this account of "
                + $"yours on the server.",
            { Kind: GuestLoginKind.GroupMember } => "and sign in with your own account: the share is a group's.",
            _ => $"and sign in: {share.Login}.",
        };
    }
}
