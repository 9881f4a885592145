namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>What a share mail tells (<c>action</c> of SendShareNotificationRequest).</summary>
public enum ShareNotice
{
    /// <summary>A new share (no <c>action</c>); for a guest with the personal link.</summary>
    Created,

    /// <summary>Changed rights (<c>edit</c>); without a link.</summary>
    Edited,

    /// <summary>The share was taken back (<c>revoke</c>); needs no grant.</summary>
    Revoked,

    /// <summary>The share expired (<c>expire</c>).</summary>
    Expired,
}
