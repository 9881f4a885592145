namespace Zourit.Zimbra.Sharing.Folders;

/// <summary>An account that an address leads to.</summary>
/// <param name="Name">Its primary name, by which ACLs show it.</param>
/// <param name="Id">Its id, under which its grants are kept.</param>
internal sealed record KnownAccount(string Name, string Id);
