namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>
/// A right on a whole account, which has nothing to do with folder ACLs (docs/protocol.md §9.6): a value of <c>zimbraACE</c>.
/// </summary>
internal sealed record AccountRight(string GranteeId, string GranteeType, string Right)
{
    private static readonly string[] Known =
    [
        "invite",
        "viewFreeBusy",
        "loginAs",
        "sendAs",
        "sendOnBehalfOf",
        "sendAsDistList",
        "sendOnBehalfOfDistList",
        "ownDistList",
    ];

    /// <summary>The rights that users give each other.</summary>
    public static IReadOnlyList<string> Names => Known;

    private static readonly string[] ByNearness = ["usr", "guest", "grp", "dom", "all", "pub"];

    public static bool IsKnown(string right) => Known.Contains(right);

    public static IEnumerable<AccountRight> Of(Account account) =>
        account
            .Attributes.Values("zimbraACE")
            .Select(value => value.Split(' '))
            .Where(parts => parts.Length == 3 && IsKnown(parts[2].TrimStart('-')))
            .Select(parts => new AccountRight(parts[0], parts[1], parts[2]));

    /// <summary>Whether somebody holds a right on an account.</summary>
    public static bool Holds(ZimbraDirectory directory, Account holder, Account on, params ReadOnlySpan<string> rights)
    {
        foreach (AccountRight ace in Of(on))
        {
            if (
                rights.Contains(ace.Right)
                && AccessControl.Matches(directory, Visitor.Of(holder), new AccessGrant(ace.GranteeId, ace.GranteeType, ""))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether somebody may do what everybody may unless the account says otherwise: see its free/busy times, invite it. As soon as the
    /// account names anybody for a right, nobody else has it.
    /// </summary>
    public static bool Allows(ZimbraDirectory directory, Account? holder, Account on, string right)
    {
        if (holder == on)
        {
            return true;
        }

        List<AccountRight> named = [.. Of(on).Where(ace => ace.Right.TrimStart('-') == right)];
        Visitor visitor = holder is null ? Visitor.Anonymous : Visitor.Of(holder);
        return named.Count == 0
            || named
                .OrderBy(ace => (uint)Array.IndexOf(ByNearness, ace.GranteeType))
                .FirstOrDefault(ace => AccessControl.Matches(directory, visitor, new AccessGrant(ace.GranteeId, ace.GranteeType, "")))
                is { IsDenied: false };
    }

    /// <summary>Whether the right is taken from the grantee rather than given.</summary>
    public bool IsDenied => Right.StartsWith('-');

    public override string ToString() => $"{GranteeId} {GranteeType} {Right}";
}
