using System.Globalization;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Feeds.FeedFindingCode;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>What keeps the guest out on the owner's side: the folder, the grant, the switches.</summary>
internal static class OwnerFindings
{
    /// <summary>The grant that should let the guest in; null without one.</summary>
    public static FolderGrant? Check(
        OwnerEvidence owner,
        GuestLoginInput guest,
        AccountEvidence? accounts,
        bool isPublic,
        Findings findings
    )
    {
        if (!CheckFolder(owner, findings))
        {
            return null;
        }

        CheckSwitches(owner, isPublic, findings);
        string name = guest.Mail?.Value ?? guest.Text;
        var search = new GrantSearch(owner.Acl);
        FolderGrant? grant = search.Find(name) ?? (guest.Identifier is { } identifier ? search.Find(identifier.Value) : null);
        if (grant is null)
        {
            CheckNoGrant(owner, name, accounts, isPublic, findings);
            return null;
        }

        if (owner.Acl.EffectiveExpiry(grant) is { } end && end <= owner.ReadAt)
        {
            findings.Certain(GrantExpired, name, end.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
        }

        if (!grant.Rights.Contains('r', StringComparison.Ordinal))
        {
            findings.Certain(GrantWithoutRead, name, grant.Rights);
        }

        return grant;
    }

    /// <summary>The grants of a calendar that may include somebody whom they do not name.</summary>
    public static IReadOnlyList<FolderGrant> MayInclude(FolderAcl acl, AccountEvidence? accounts) =>
        [.. acl.Grants.Where(grant => grant.Rights.Contains('r', StringComparison.Ordinal) && MayInclude(grant, accounts))];

    // Guests' accounts belong to no domain's grant and are not among "all" (docs/protocol.md §6.5).
    private static bool MayInclude(FolderGrant grant, AccountEvidence? accounts) =>
        grant.Type is GranteeType.Group or GranteeType.Cos
        || (grant.Type is GranteeType.Domain or GranteeType.AllAuthenticated && accounts?.IsOutsider != true);

    private static void CheckNoGrant(OwnerEvidence owner, string name, AccountEvidence? accounts, bool isPublic, Findings findings)
    {
        IReadOnlyList<FolderGrant> groups = MayInclude(owner.Acl, accounts);
        if (new GrantSearch(owner.Acl).Useless(name) is { } useless)
        {
            findings.Certain(GrantMatchesNobody, useless.GranteeId, name);
        }
        else if (groups.Count > 0)
        {
            findings.Possible(
                GrantedToGroupOnly,
                owner.Path,
                name,
                LocalizedText.Join(", ", groups.Select(grant => GranteeWords.Of(grant.Type, grant.GranteeName)))
            );
        }
        else if (!isPublic)
        {
            findings.Certain(NotGranted, owner.Path, name);
        }
    }

    private static bool CheckFolder(OwnerEvidence owner, Findings findings)
    {
        switch (owner.Folder)
        {
            case null when owner.SameLooking is { } same:
                findings.Certain(
                    DecomposedName,
                    owner.Info.Name,
                    owner.Path,
                    PathEscaping.Escape(same.Value),
                    IcsAddress.TryFromRestRoot(owner.Info.RestRoot, same)?.ToString() ?? same.Value
                );
                return false;
            case null:
                IReadOnlyList<NearFolder> near = NearestFolders.Find(owner.Tree, owner.Path.Value);
                string names = string.Join(", ", near.Select(folder => folder.Path));
                findings.Certain(
                    NoSuchCalendar,
                    owner.Info.Name,
                    owner.Path,
                    (
                        near.Count == 0 ? FindingTexts.NoneNear
                        : near[0].IsTranslation ? FindingTexts.Translated
                        : FindingTexts.Nearest
                    ).Fill(names)
                );
                return false;
            case { Kind: FolderKind.Mountpoint } link:
                findings.Certain(Mountpoint, owner.Path, link.Target?.OwnerName ?? "?");
                return false;
            case { } other when !FolderViews.IsFeed(other.View):
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
