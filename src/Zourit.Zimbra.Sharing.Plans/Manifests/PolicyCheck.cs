using Zourit.Zimbra.Sharing.Plans.Documents;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>Compares shares with a policy. A share that is to be absent needs no permission.</summary>
internal static class PolicyCheck
{
    public static void Check(DesiredShare share, PlanPolicy policy, ErrorList errors)
    {
        if (share.IsAbsent)
        {
            return;
        }

        if (policy.Owners?.Any(pattern => pattern.Matches(share.Owner)) == false)
        {
            Refuse("owners", PolicyTexts.Owner(share.Owner));
        }

        if (share.Rights is { } rights && policy.MaxRights is { } most && !most.Includes(rights))
        {
            Refuse("rights", PolicyTexts.Rights(rights, most));
        }

        if (share.Grantee.Kind == GranteeKind.Guest && policy.Guests?.Any(pattern => pattern.Matches(share.Grantee.Name)) == false)
        {
            Refuse("guests", PolicyTexts.Guest(share.Grantee.Name));
        }

        if (share.Grantee.Kind == GranteeKind.Public && !policy.AllowsPublic)
        {
            Refuse("public", PolicyTexts.Public);
        }

        if (share.Grantee.Kind == GranteeKind.User && !policy.AllowsUsers)
        {
            Refuse("users", PolicyTexts.Users);
        }

        if (share.Note is not null && !policy.AllowsNotes)
        {
            Refuse("notes", PolicyTexts.Notes);
        }

        void Refuse(string key, LocalizedText text) =>
            errors.Add(
                ManifestErrorCode.RefusedByPolicy,
                share.Location,
                PolicyTexts.Refused(text, policy.Places[key]),
                policy.Places[key]
            );
    }
}
