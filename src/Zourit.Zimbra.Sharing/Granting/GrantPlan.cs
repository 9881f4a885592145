using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>What must be sent so that the wanted state stands; nothing when it does.</summary>
internal sealed record GrantPlan
{
    public required ShareOutcome Outcome { get; init; }

    /// <summary>The grantee's grant as it stands, ended ones included; null when there is none.</summary>
    public FolderGrant? Standing { get; init; }

    /// <summary>The grant to send; null when nothing differs.</summary>
    public FolderGrant? Grant { get; init; }

    /// <summary>The mail to send; null when none is due.</summary>
    public ShareNotice? Notice { get; init; }

    /// <summary>
    /// Whom to mail: guests spelled exactly as in the ACL, since the notification alone minds letter case (protocol.md §5.2).
    /// </summary>
    public string NoticeAddress { get; init; } = "";

    /// <summary>The mail to send about the grant that stands afterwards.</summary>
    public GrantMail Mail(FolderGrant grant, DesiredGrant wanted) =>
        new(grant, Notice ?? ShareNotice.Created, NoticeAddress, wanted.Note, wanted.EnsureNotified);

    public static GrantPlan For(DesiredGrant wanted, SharedFolder folder, DateTimeOffset now)
    {
        FolderGrant? standing = wanted.FindIn(folder.Acl);
        bool isLive = standing is not null && !(folder.Acl.EffectiveExpiry(standing) <= now);
        bool rightsDiffer = !isLive || Permissions.ParseLenient(standing!.Rights) != wanted.Permissions;
        DateTimeOffset? expiry = wanted.Expiry.IsKeep ? (isLive ? standing!.Expiry : null) : wanted.Expiry.Time;
        bool secretDiffers = wanted.Password is { } secret && standing?.Type is null or GranteeType.Guest && standing?.Password != secret;
        string address = (standing?.Type == GranteeType.Guest ? standing.GranteeId : standing?.GranteeName) ?? wanted.Address ?? "";
        if (!rightsDiffer && expiry == standing!.Expiry && !secretDiffers)
        {
            return new GrantPlan
            {
                Outcome = ShareOutcome.Unchanged,
                Standing = standing,
                NoticeAddress = address,
            };
        }

        return new GrantPlan
        {
            Outcome = isLive ? ShareOutcome.Changed : ShareOutcome.Created,
            Standing = standing,
            Grant = Named(wanted, standing) with
            {
                // The grant operation overwrites the expiry (protocol.md §4.3 step 9), so what is to stay is sent again.
                Expiry = expiry ?? (wanted is { Type: GranteeType.Public, Expiry.IsNever: true } ? DateTimeOffset.UnixEpoch : null),
                // Sent again, too, so that the very same grant is GRANT_EXISTS, which holds the mail behind it back: one without it would
                // pass for another one (step 9).
                Password = standing?.Type is null or GranteeType.Guest ? wanted.Password ?? standing?.Password : null,
            },
            // The mail tells rights only; an end or a password that changed is not its business.
            Notice =
                !wanted.Notify || !rightsDiffer ? null
                : isLive ? ShareNotice.Edited
                : ShareNotice.Created,
            NoticeAddress = address,
        };
    }

    private static FolderGrant Named(DesiredGrant wanted, FolderGrant? standing)
    {
        string rights = wanted.Permissions.Letters;
        return standing switch
        {
            null or { Type: GranteeType.Public } => new FolderGrant
            {
                Type = wanted.Type,
                Rights = rights,
                GranteeName = wanted.Address,
            },
            { Type: GranteeType.Guest } => new FolderGrant
            {
                Type = GranteeType.Guest,
                Rights = rights,
                GranteeName = standing.GranteeId,
            },
            _ => new FolderGrant
            {
                Type = standing.Type,
                Rights = rights,
                GranteeId = standing.GranteeId,
            },
        };
    }
}
