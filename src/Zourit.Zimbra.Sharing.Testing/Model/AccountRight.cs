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

    public static bool IsKnown(string right) => Known.Contains(right);

    public static IEnumerable<AccountRight> Of(Account account) =>
        account
            .Attributes.Values("zimbraACE")
            .Select(value => value.Split(' '))
            .Where(parts => parts.Length == 3 && IsKnown(parts[2]))
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

    public override string ToString() => $"{GranteeId} {GranteeType} {Right}";
}
