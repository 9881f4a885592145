namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>The attributes of an account that make it a guest's (docs/protocol.md §7.8).</summary>
internal static class GuestAttributes
{
    /// <summary>Whether it is a guest's.</summary>
    public const string VirtualFlag = "zimbraIsExternalVirtualAccount";

    /// <summary>The guest's own address.</summary>
    public const string Mail = "zimbraExternalUserMailAddress";

    public static bool IsGuest(DirectoryEntry entry) => entry.Attributes.Flag(VirtualFlag) == true;
}
