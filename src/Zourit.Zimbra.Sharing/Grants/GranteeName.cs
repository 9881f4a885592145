namespace Zourit.Zimbra.Sharing.Grants;

/// <summary>How callers name a grantee that exists on the server or in an ACL: address, bare name, id, or <c>Name &lt;address&gt;</c>.</summary>
internal static class GranteeName
{
    /// <exception cref="ArgumentException">The text is empty or holds spaces.</exception>
    public static string Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        string name = GrantSearch.Bare(text).ToLowerInvariant();
        return name.Length > 0 && !name.Any(char.IsWhiteSpace)
            ? name
            : throw new ArgumentException($"'{text.Trim()}' is no address. Give a bare mail address, e.g. 'paul@asso.org'.", nameof(text));
    }

    /// <summary>
    /// A bare name with the owner's domain. The server would complete it by the domain of the token's account, which is the administrator's when he acts for the
    /// owner (protocol.md §2.7), and make a guest's share of what it does not know.
    /// </summary>
    public static string? Complete(string? name, string ownerDomain) =>
        name is null || name.Contains('@', StringComparison.Ordinal) || Guid.TryParse(name, out _) ? name : $"{name}@{ownerDomain}";
}
