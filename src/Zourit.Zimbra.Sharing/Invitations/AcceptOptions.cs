namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>Settings of <see cref="InvitationClient.AcceptAsync"/>.</summary>
public sealed record AcceptOptions
{
    /// <summary>
    /// How long to go on asking while the server says that nothing is shared (<c>account.NO_SHARE_EXISTS</c>): a grant is published a
    /// moment after it was made. Default 15 seconds, from 0 (ask once) to 10 minutes. Asking again is safe: a refused sign-up has made
    /// nothing.
    /// </summary>
    public TimeSpan PublicationWait { get; init; } = TimeSpan.FromSeconds(15);
}
