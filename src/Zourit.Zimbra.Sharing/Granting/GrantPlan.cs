using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>What must be sent to reach the desired state; nothing when it is reached.</summary>
internal sealed record GrantPlan
{
    public required ShareOutcome Outcome { get; init; }

    /// <summary>The grantee's grant as it is, even if expired; null without one.</summary>
    public FolderGrant? Standing { get; init; }

    /// <summary>The grant to send; null when nothing differs.</summary>
    public FolderGrant? Grant { get; init; }

    /// <summary>The grant's own end afterwards; null for none, which a grant to everybody is asked for by 1970.</summary>
    public required DateTimeOffset? Expiry { get; init; }

    /// <summary>A grant to revoke once the other is made, since nobody can use it any more.</summary>
    public FolderGrant? Dead { get; init; }

    /// <summary>
    /// Whether something of the grant that is replaced is sent again as it was read: what others change meanwhile would be undone.
    /// </summary>
    public bool Keeps { get; init; }

    /// <summary>The mail to send; null when none is due.</summary>
    public ShareNotice? Notice { get; init; }

    /// <summary>
    /// Whom to mail: guests spelled exactly as in the ACL, since the notification alone minds letter case (docs/protocol.md §5.2).
    /// </summary>
    public string NoticeAddress { get; init; } = "";

    public static GrantPlan For(DesiredGrant desired, SharedFolder folder, DateTimeOffset now)
    {
        FolderGrant? standing = desired.FindIn(folder);
        FolderGrant? dead = desired.DeadIn(folder);
        bool isLive = standing is not null && !(folder.Acl.EffectiveExpiry(standing) <= now);
        Permissions rights = desired.Permissions ?? Permissions.ParseLenient(standing?.Rights ?? "");
        bool rightsDiffer = !isLive || Permissions.ParseLenient(standing!.Rights) != rights;
        DateTimeOffset? kept = isLive ? standing!.Expiry : dead?.Expiry;
        DateTimeOffset? expiry = desired.Expiry.IsKeep ? (kept <= now ? null : kept) : desired.Expiry.Time;
        bool secretDiffers = desired.Password is { } secret && standing?.Type is null or GranteeType.Guest && standing?.Password != secret;
        string address = AddressOf(desired, folder, standing);
        if (!rightsDiffer && expiry == standing!.Expiry && !secretDiffers)
        {
            return new GrantPlan
            {
                Outcome = ShareOutcome.Unchanged,
                Standing = standing,
                Expiry = expiry,
                Dead = dead,
                NoticeAddress = address,
            };
        }

        return new GrantPlan
        {
            Outcome = isLive ? ShareOutcome.Changed : ShareOutcome.Created,
            Standing = standing,
            Expiry = expiry,
            Dead = dead,
            Keeps = isLive,
            Grant = Named(desired, standing, rights.Letters) with
            {
                // The grant operation overwrites the expiry (docs/protocol.md §4.3 step 9), so what is to stay is sent again.
                Expiry = expiry ?? (desired is { Type: GranteeType.Public, Expiry.IsNever: true } ? DateTimeOffset.UnixEpoch : null),
                // Sent again, too, so that the very same grant is GRANT_EXISTS, which holds the mail behind it back: one without it would
                // pass for another one (step 9).
                Password = standing?.Type is null or GranteeType.Guest ? desired.Password ?? standing?.Password : null,
            },
            // The mail reports rights only; an end or a password that changed is not its business.
            Notice =
                !desired.Mail.Notify || !rightsDiffer ? null
                : isLive ? ShareNotice.Edited
                : ShareNotice.Created,
            NoticeAddress = address,
        };
    }

    private static string AddressOf(DesiredGrant desired, SharedFolder folder, FolderGrant? standing) =>
        (
            standing?.Type == GranteeType.Guest ? standing.GranteeId
            : standing?.GranteeName is { Length: > 0 } name ? name
            : null
        )
        ?? folder.AccountOf(desired.Address)?.Name
        ?? desired.Address
        ?? "";

    private static FolderGrant Named(DesiredGrant desired, FolderGrant? standing, string rights) =>
        standing switch
        {
            null or { Type: GranteeType.Public } => new FolderGrant
            {
                Type = desired.Type,
                Rights = rights,
                GranteeName = desired.Address,
            },
            { Type: GranteeType.Guest } => new FolderGrant
            {
                Type = GranteeType.Guest,
                Rights = rights,
                GranteeName = standing.GranteeId,
            },
            // The server takes a key by its name, and makes another one of it where none is sent (docs/protocol.md §4.3 step 2).
            { Type: GranteeType.Key } => new FolderGrant
            {
                Type = GranteeType.Key,
                Rights = rights,
                GranteeName = standing.GranteeId,
                AccessKey = standing.AccessKey,
            },
            _ => new FolderGrant
            {
                Type = standing.Type,
                Rights = rights,
                GranteeId = standing.GranteeId,
            },
        };
}
