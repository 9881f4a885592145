using System.Globalization;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Feeds.FeedFindingCode;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>What keeps the guest out on the owner's side: the folder, the grant, the switches.</summary>
internal static class OwnerFindings
{
    /// <summary>The grant by which the guest should get in; null when there is none.</summary>
    public static FolderGrant? Check(OwnerEvidence owner, GuestLoginInput guest, bool isPublic, DateTimeOffset now, Findings findings)
    {
        if (!CheckFolder(owner, findings))
        {
            return null;
        }

        CheckSwitches(owner, isPublic, findings);
        string name = guest.Mail?.Value ?? guest.Text;
        FolderGrant? grant = GrantSearch.Standing(owner.Acl, name)
            ?? (guest.Identifier is { } identifier ? GrantSearch.Standing(owner.Acl, identifier.Value) : null);
        if (grant is null)
        {
            if (GrantSearch.Useless(owner.Acl, name) is { } useless)
            {
                findings.Certain(GrantMatchesNobody, useless.GranteeId, name);
            }
            else if (owner.Acl.Grants.Any(MayIncludeGuest))
            {
                // Who belongs to a group or a class of service, the ACL does not tell.
                findings.Possible(NotGranted, owner.Path, name);
            }
            else if (!isPublic)
            {
                findings.Certain(NotGranted, owner.Path, name);
            }

            return null;
        }

        if (owner.Acl.EffectiveExpiry(grant) is { } end && end <= now)
        {
            findings.Certain(GrantExpired, name, end.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
        }

        if (!grant.Rights.Contains('r', StringComparison.Ordinal))
        {
            findings.Certain(GrantWithoutRead, name, grant.Rights);
        }

        return grant;
    }

    private static bool MayIncludeGuest(FolderGrant grant) =>
        grant.Type is GranteeType.Group or GranteeType.Cos or GranteeType.Domain or GranteeType.AllAuthenticated
        && grant.Rights.Contains('r', StringComparison.Ordinal);

    private static bool CheckFolder(OwnerEvidence owner, Findings findings)
    {
        switch (owner.Folder)
        {
            case null:
                IReadOnlyList<NearFolder> near = NearestFolders.Find(owner.Tree, owner.Path.Value);
                string names = string.Join(", ", near.Select(folder => folder.Path));
                findings.Certain(
                    NoSuchCalendar,
                    owner.Info.Name,
                    owner.Path,
                    near.Count == 0 ? ""
                        : near[0].IsTranslation ? $" {names} is meant: the web client translates its name, the server " + $"does not."
                        : $" Nearest: {names}.",
                    near.Count == 0 ? ""
                        : near[0].IsTranslation ? $" Il s'agit de {names} : le client web traduit son nom, le serveur " + $"non."
                        : $" Les plus proches : {names}."
                );
                return false;
            case { Kind: FolderKind.Mountpoint } link:
                findings.Certain(Mountpoint, owner.Path, link.Target?.OwnerName ?? "?");
                return false;
            case { View: not ("appointment" or "task") } other:
                findings.Certain(NotACalendar, owner.Path, other.View ?? "?");
                return false;
            default:
                return true;
        }
    }

    private static void CheckSwitches(OwnerEvidence owner, bool isPublic, Findings findings)
    {
        if (isPublic && owner.Info.Attributes.Flag("zimbraPublicSharingEnabled") == false)
        {
            findings.Certain(PublicSharingOff, owner.Info.Name);
        }

        if (owner.Info.Attributes.Flag("zimbraExternalSharingEnabled") == false)
        {
            findings.Certain(ExternalSharingOff, owner.Info.Name);
        }
    }
}
