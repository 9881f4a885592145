namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>An answer that holds a domain: to <see cref="GetDomainRequest"/> and <see cref="GetDomainInfoRequest"/>.</summary>
public sealed record DomainResponse
{
    /// <summary>The domain. GetDomainInfo answers an unknown one with the name and id <c>VALUE-BLOCKED</c> and global
    /// defaults.</summary>
    public required DirectoryEntry Domain { get; init; }
}
