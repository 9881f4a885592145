using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>Who a grant's names mean. The server decides who is internal, not the client (docs/protocol.md §4.3).</summary>
internal static class Grantees
{
    public const string Public = "99999999-9999-9999-9999-999999999999";
    public const string All = "00000000-0000-0000-0000-000000000000";

    /// <summary>
    /// The account or group behind an address, if internal sharing covers its domain: what a guest grant silently becomes.
    /// </summary>
    public static (string Type, string Id, string Name)? Internal(ZimbraDirectory directory, Model.Account owner, string address)
    {
        (string Type, string Id, string Name)? found = Lookup(directory, address);
        if (found is not { } grantee)
        {
            return null;
        }

        string domain = AddressDomain.Of(grantee.Name);
        AttributeBag? own = directory.FindDomain(owner.DomainName)?.Attributes;
        bool covered =
            domain == owner.DomainName
            || (own?["zimbraInternalSharingCrossDomainEnabled"] ?? directory.Config["zimbraInternalSharingCrossDomainEnabled"]) != "FALSE"
            || (own?.Values("zimbraInternalSharingDomain").Contains(domain, StringComparer.OrdinalIgnoreCase) ?? false);
        return covered ? found : null;
    }

    public static (string Type, string Id, string Name)? Lookup(ZimbraDirectory directory, string address) =>
        directory.FindAccount(address) is { } account ? ("usr", account.Id, account.Name)
        : directory.FindGroup(address) is { } group ? ("grp", group.Id, group.Name)
        : null;
}
