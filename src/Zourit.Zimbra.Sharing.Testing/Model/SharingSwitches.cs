namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>The switches that forbid sharing (docs/protocol.md §4.3 step 5, §7.7), read with inheritance.</summary>
internal static class SharingSwitches
{
    public static bool AllowsPublic(ZimbraDirectory directory, Account owner) =>
        directory.Attribute(owner, "zimbraPublicSharingEnabled") != "FALSE";

    public static bool AllowsGuest(ZimbraDirectory directory, Account owner, string guest)
    {
        if (directory.Attribute(owner, "zimbraExternalSharingEnabled") == "FALSE")
        {
            return false;
        }

        if (directory.Attribute(owner, "zimbraExternalShareDomainWhitelistEnabled") != "TRUE")
        {
            return true;
        }

        // The raw id counts: 'N <a@ok.fr>' has the domain 'ok.fr>' and fails.
        string domain = AddressDomain.Of(guest);
        return guest.Contains('@', StringComparison.Ordinal)
            && directory.AttributeValues(owner, "zimbraExternalShareWhitelistDomain").Contains(domain, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A lifetime attribute in milliseconds; 0 for unlimited.</summary>
    public static long Lifetime(ZimbraDirectory directory, Account owner, string attribute) =>
        Duration.Milliseconds(directory.Attribute(owner, attribute));
}
