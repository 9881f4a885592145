using Zourit.Zimbra.Sharing.Plans.Documents;
using Zourit.Zimbra.Sharing.Plans.Values;
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

        var asked = new PolicyQuery(share.Owner, share.Grantee, share.Rights, share.Note is not null, share.HasAccount);
        foreach ((string key, LocalizedText text) in Refusals(asked, policy))
        {
            Refuse(share.Location, policy, key, text, errors);
        }
    }

    public static void Refuse(SourceLocation at, PlanPolicy policy, string key, LocalizedText text, ErrorList errors) =>
        errors.Add(ManifestErrorCode.RefusedByPolicy, at, PolicyTexts.Refused(text, policy.Places[key]), policy.Places[key]);

    /// <summary>The address of an owner that the policy allows; the first where it allows none.</summary>
    public static string AddressOf(string owner, IReadOnlyList<string> aliases, PlanPolicy policy) =>
        aliases.Prepend(owner).FirstOrDefault(each => policy.Owners?.Any(pattern => pattern.Matches(each)) != false) ?? owner;

    /// <summary>What the policy does not allow, each by the policy's key.</summary>
    public static IEnumerable<(string Key, LocalizedText Text)> Refusals(PolicyQuery asked, PlanPolicy policy)
    {
        PlanGrantee grantee = asked.Grantee;
        if (policy.Owners?.Any(pattern => pattern.Matches(asked.Owner)) == false)
        {
            yield return ("owners", PolicyTexts.Owner(asked.Owner));
        }

        if (asked.Rights is { } rights && policy.MaxRights is { } most && !most.Includes(rights))
        {
            yield return ("rights", PolicyTexts.Rights(rights, most));
        }

        if (grantee.Kind == GranteeKind.Guest && policy.Guests?.Any(pattern => pattern.Matches(grantee.Name)) == false)
        {
            yield return ("guests", PolicyTexts.Guest(grantee.Name));
        }

        if (grantee.Kind == GranteeKind.Public && !policy.AllowsPublic)
        {
            yield return ("public", PolicyTexts.Public);
        }

        if (grantee.Kind == GranteeKind.User && !policy.AllowsUsers)
        {
            yield return ("users", PolicyTexts.Users);
        }

        if (asked.HasAccount && !policy.AllowsAccounts)
        {
            yield return ("accounts", PolicyTexts.Accounts);
        }

        if (asked.HasNote && !policy.AllowsNotes)
        {
            yield return ("notes", PolicyTexts.Notes);
        }
    }
}
