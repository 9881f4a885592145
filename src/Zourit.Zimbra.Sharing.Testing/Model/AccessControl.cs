namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>Which rights a visitor has on a folder (docs/protocol.md §3.5, §6.5, §8.4).</summary>
internal static class AccessControl
{
    public static string RightsOf(ZimbraDirectory directory, Visitor visitor, Account owner, MailFolder folder)
    {
        if (
            visitor.Administers(directory, owner)
            || visitor.Account == owner
            || (visitor.Account is { } account && AccountRight.Holds(directory, account, owner, "loginAs"))
        )
        {
            return Rights.All;
        }

        AccessList acl = folder.EffectiveAcl;
        long now = directory.Now.ToUnixTimeMilliseconds();
        return acl
            .Grants.Where(grant =>
                (acl.EffectiveExpiry(grant) == 0 || acl.EffectiveExpiry(grant) > now) && Matches(directory, visitor, grant)
            )
            .Aggregate("", (rights, grant) => Rights.Union(rights, grant.Rights));
    }

    /// <summary>Item-level check: folder access ignores the policy switches, reading items does not (docs/protocol.md §8.6).</summary>
    public static bool MayReadItems(ZimbraDirectory directory, Visitor visitor, Account owner) =>
        visitor switch
        {
            { Account: { IsVirtual: true, GuestMail: { } mail } } => SharingSwitches.AllowsGuest(directory, owner, mail),
            { Account: not null } => true,
            { GuestMail: { } mail } => SharingSwitches.AllowsGuest(directory, owner, mail),
            _ => SharingSwitches.AllowsPublic(directory, owner),
        };

    /// <summary>Whether a grant is meant for a visitor.</summary>
    public static bool Matches(ZimbraDirectory directory, Visitor visitor, AccessGrant grant)
    {
        if (grant.Type == "pub")
        {
            return true;
        }

        if (visitor.Account is not { } account)
        {
            // Whoever has no account counts as one of the default class of service: a grant to that class opens the folder to everybody.
            return grant.Type == "cos"
                ? directory.ClassesOfService.FirstOrDefault(cos => cos.Name == "default")?.Id == grant.GranteeId
                : visitor.GuestMail is { } mail
                    && grant.Type == "guest"
                    && !string.IsNullOrEmpty(grant.Secret)
                    && grant.Matches(mail)
                    && grant.Secret == visitor.GuestSecret;
        }

        return grant.Type switch
        {
            "usr" => grant.GranteeId == account.Id,
            "grp" => directory.Groups.FirstOrDefault(group => group.Id == grant.GranteeId) is { } group
                && ZimbraDirectory.IsMember(group, account),
            "cos" => directory.CosOf(account)?.Id == grant.GranteeId,
            "guest" => account.IsVirtual && account.GuestMail is { } own && grant.Matches(own),
            "dom" => !account.IsVirtual && directory.FindDomain(account.DomainName)?.Id == grant.GranteeId,
            "all" => !account.IsVirtual,
            _ => false,
        };
    }
}
