using System.Globalization;
using Zourit.Zimbra.Sharing.Administration;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>A guest's account: an external virtual account in the owner's domain, as the directory shows it.</summary>
public sealed record GuestAccount
{
    internal const string StatusAttribute = "zimbraAccountStatus";
    internal const string PasswordSetFlag = "zimbraVirtualAccountInitialPasswordSet";

    /// <summary>The account's id, a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>The account's name, which the guest types as user name.</summary>
    public required string Name { get; init; }

    /// <summary>The guest's own address as stored (<c>zimbraExternalUserMailAddress</c>).</summary>
    public required string Mail { get; init; }

    /// <summary>The name as an identifier; null for one that no mail address maps to.</summary>
    public GuestIdentifier? Identifier => GuestIdentifier.TryParse(Name, out GuestIdentifier identifier) ? identifier : null;

    /// <summary>The name that owners see (<c>displayName</c>); null for none.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Whether the account lets the guest in.</summary>
    public GuestStatus Status { get; init; }

    /// <summary>Whether it has a password; an account without one lets nobody in. Null when this administrator may not see it.</summary>
    public bool? HasPassword { get; init; }

    /// <summary>Since when the daily task has it closed (<c>zimbraExternalAccountDisabledTime</c>), UTC; null when it never did.</summary>
    public DateTimeOffset? DisabledSince { get; init; }

    /// <summary>The guest's language (<c>zimbraPrefLocale</c>); null for the default.</summary>
    public string? Locale { get; init; }

    /// <summary>
    /// Whether the stored mail holds an upper-case letter: then no share of the guest counts for the daily task, which closes the account.
    /// <c>RepairAsync</c> repairs it.
    /// </summary>
    public bool HasUpperCaseMail => Mail.Any(char.IsUpper);

    internal AttributeList Attributes { get; init; } = AttributeList.Empty;

    /// <summary>The attributes that this administrator may not see.</summary>
    internal IReadOnlyList<string> Hidden { get; init; } = [];

    /// <summary>Name and status.</summary>
    public override string ToString() => $"{Name} ({Status})";

    /// <summary>
    /// The attributes that must change for the guest to get in, use the calendars and keep the shares; empty when none must.
    /// </summary>
    /// <param name="features">The features that must be on.</param>
    /// <param name="mail">The guest's address as it must be stored, without upper-case letters.</param>
    /// <param name="opens">Whether an account that the daily task closed is to be opened; what an administrator locked never is.</param>
    /// <param name="administrator">Who asked for the account.</param>
    internal IReadOnlyDictionary<string, string> ChangesFor(IEnumerable<string> features, string mail, bool opens, string? administrator)
    {
        RequireShown(administrator, features);
        var changes = features.Distinct().Where(feature => Attributes.Flag(feature) != true).ToDictionary(feature => feature, _ => "TRUE");
        if (Mail != mail)
        {
            changes[GuestAttributes.Mail] = mail;
        }

        if (opens && Status == GuestStatus.Closed)
        {
            foreach ((string name, string value) in StatusChange(GuestStatus.Active))
            {
                changes[name] = value;
            }
        }

        return changes;
    }

    /// <exception cref="ZimbraMissingRightException">One of the attributes is set, and this administrator may not see to
    /// what.</exception>
    internal void RequireShown(string? administrator, params IEnumerable<string> attributes) =>
        Shown.Require(Name, "account", RightTarget.Domain(AccountName.DomainOf(Name)), administrator, attributes.Where(Hidden.Contains));

    /// <summary>
    /// What sets the status. A change of the status alone makes the server enable mail, which guests' accounts do not have
    /// (docs/protocol.md §C).
    /// </summary>
    internal static IReadOnlyDictionary<string, string> StatusChange(GuestStatus status) =>
        new Dictionary<string, string> { [StatusAttribute] = GuestStatusWord.Of(status), ["zimbraMailStatus"] = "disabled" };

    internal static GuestAccount Read(DirectoryEntry entry) =>
        new()
        {
            Id = entry.Id,
            Name = entry.Name,
            Mail = entry.Attributes[GuestAttributes.Mail] ?? "",
            DisplayName = entry.Attributes["displayName"],
            Status = GuestStatusWord.Parse(entry.Attributes[StatusAttribute]),
            HasPassword =
                entry.Attributes["userPassword"] is not null ? true
                : entry.HiddenAttributes.Contains("userPassword") ? null
                : false,
            DisabledSince = Time(entry.Attributes["zimbraExternalAccountDisabledTime"]),
            Locale = entry.Attributes["zimbraPrefLocale"],
            Attributes = entry.Attributes,
            Hidden = entry.HiddenAttributes,
        };

    // LDAP's generalised time: 20261122141801.383Z, the fraction is optional.
    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParseExact(
            text,
            ["yyyyMMddHHmmss'Z'", "yyyyMMddHHmmss.FFF'Z'"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset time
        )
            ? time
            : null;
}
