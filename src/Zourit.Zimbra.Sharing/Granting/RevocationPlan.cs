using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>What must be sent to end a grantee's shares of a folder; nothing where there are none.</summary>
internal sealed record RevocationPlan
{
    /// <summary>The folder as it was planned on.</summary>
    public required SharedFolder Before { get; init; }

    /// <summary>The grantee, with the owner's domain behind a bare name; null for the public.</summary>
    public required string? Address { get; init; }

    /// <summary>The grants to remove: the same grantee may have one in each of several spellings.</summary>
    public required IReadOnlyList<FolderGrant> Grants { get; init; }

    /// <summary>The mail to send; null when none is due.</summary>
    public GrantMail? Mail { get; init; }

    /// <param name="folder">The folder as just read, with what is known of the grantee's address.</param>
    /// <param name="grantee">The grantee as the caller names them; null for the public.</param>
    /// <param name="notify">Whether the grantee is to be mailed.</param>
    public static RevocationPlan For(SharedFolder folder, string? grantee, bool notify)
    {
        string? address = GranteeName.Complete(grantee, folder.OwnerDomain);
        IReadOnlyList<FolderGrant> grants = folder.GrantsOf(address);
        bool isMailed = notify && grants.Count > 0 && address is not null && !Guid.TryParse(address, out _);
        return new RevocationPlan
        {
            Before = folder,
            Address = address,
            // A domain's, a class of service's or a key's is named by its id alone, and has nobody to mail.
            Grants = grants.Count == 0 && folder.Grants.ById(grantee) is { } other ? [other] : grants,
            Mail = isMailed
                ? new GrantMail(
                    grants[0],
                    ShareNotice.Revoked,
                    folder.AccountOf(address)?.Name ?? address!,
                    new MailSettings { Notify = true, Ensure = true }
                )
                : null,
        };
    }

    /// <summary>The folder as it would be read after the grants of plans for it are gone: with an ACL of its own.</summary>
    public static SharedFolder After(SharedFolder folder, IEnumerable<RevocationPlan> plans)
    {
        HashSet<FolderGrant> gone = [.. plans.SelectMany(plan => plan.Grants)];
        return gone.Count == 0
            ? folder
            : folder with
            {
                Acl = folder.Acl with { Grants = [.. folder.Acl.Grants.Where(grant => !gone.Contains(grant))] },
                InheritedFrom = null,
            };
    }
}
