namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>An answer that holds a domain: to <see cref="GetDomainRequest"/> and <see cref="GetDomainInfoRequest"/>.</summary>
/// <param name="Domain">The domain. GetDomainInfo answers an unknown one with the name and id <c>VALUE-BLOCKED</c> and global
/// defaults.</param>
public sealed record DomainResponse(DirectoryEntry Domain);
