using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>
/// A right on a whole account, which has nothing to do with folder ACLs (docs/protocol.md §9.6): a value of <c>zimbraACE</c>.
/// </summary>
internal sealed partial record AccountRight(string GranteeId, string GranteeType, string Right)
{
    private const string Attribute = "zimbraACE";

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

    private static readonly string[] ByNearness = ["usr", "gst", "grp", "dom", "all", "pub"];

    /// <summary>A guest's password or a key; null for other grantees.</summary>
    public string? Secret { get; init; }

    public static bool IsKnown(string right) => Known.Contains(right);

    public static IEnumerable<AccountRight> Of(Account account) =>
        account
            .Attributes.Values(Attribute)
            .Select(value => Form().Match(value))
            .Where(match => match.Success && IsKnown(match.Groups["right"].Value.TrimStart('-')))
            .Select(match => new AccountRight(
                match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["id"].Value,
                match.Groups["type"].Value,
                match.Groups["right"].Value
            )
            {
                Secret = match.Groups["secret"].Success ? match.Groups["secret"].Value : null,
            });

    /// <summary>Whether somebody holds a right on an account.</summary>
    public static bool Holds(ZimbraDirectory directory, Account holder, Account on, params ReadOnlySpan<string> rights)
    {
        foreach (AccountRight ace in Of(on))
        {
            if (rights.Contains(ace.Right) && ace.Matches(directory, Visitor.Of(holder)))
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

        List<AccountRight> named = [.. Of(on).Where(ace => ace.Name == right)];
        Visitor visitor = holder is null ? Visitor.Anonymous : Visitor.Of(holder);
        return named.Count == 0
            || named.OrderBy(ace => (uint)Array.IndexOf(ByNearness, ace.GranteeType)).FirstOrDefault(ace => ace.Matches(directory, visitor))
                is { IsDenied: false };
    }

    /// <summary>
    /// Gives the right, or denies it; what the grantee had of it before is replaced. False where nothing is another than before. What is
    /// denied comes first.
    /// </summary>
    public bool GrantOn(Account account)
    {
        List<AccountRight> all = [.. Of(account)];
        int at = all.FindIndex(IsAbout);
        if (at >= 0)
        {
            AccountRight now = this with { Secret = Secret ?? all[at].Secret };
            bool changes = now != all[at];
            all[at] = now;
            Write(account, all);
            return changes;
        }

        all.Insert(IsDenied ? 0 : all.Count, this);
        Write(account, all);
        return true;
    }

    /// <summary>Takes the right away, given or denied as it is here. False where it was not there.</summary>
    public bool RevokeOn(Account account)
    {
        List<AccountRight> all = [.. Of(account)];
        bool isThere = all.RemoveAll(ace => IsAbout(ace) && ace.Right == Right) > 0;
        if (isThere)
        {
            Write(account, all);
        }

        return isThere;
    }

    /// <summary>Whether the right is taken from the grantee rather than given.</summary>
    public bool IsDenied => Right.StartsWith('-');

    /// <summary>The right's name.</summary>
    public string Name => Right.TrimStart('-');

    public override string ToString() =>
        GranteeType is "gst" or "key" ? $"\"{GranteeId}\":{Secret} {GranteeType} {Right}" : $"{GranteeId} {GranteeType} {Right}";

    private bool IsAbout(AccountRight other) => other.GranteeId == GranteeId && other.Name == Name;

    // Folders call guests otherwise.
    private bool Matches(ZimbraDirectory directory, Visitor visitor) =>
        AccessControl.Matches(directory, visitor, new AccessGrant(GranteeId, GranteeType == "gst" ? "guest" : GranteeType, ""));

    // The account's other values of the attribute, which are no rights of users, stay.
    private static void Write(Account account, List<AccountRight> rights)
    {
        IEnumerable<string> others = account.Attributes.Values(Attribute).Where(value => !IsOfUsers(value));
        account.Attributes.Set(Attribute, [.. rights.Select(right => right.ToString()), .. others]);
    }

    private static bool IsOfUsers(string value) =>
        Form().Match(value) is { Success: true } match && IsKnown(match.Groups["right"].Value.TrimStart('-'));

    [GeneratedRegex("^(?:\"(?<quoted>[^\"]*)\":(?<secret>\\S*)|(?<id>\\S+)) (?<type>\\S+) (?<right>\\S+)$")]
    private static partial Regex Form();
}
