using System.Globalization;

namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>An account: a member of the association, an administrator, or a guest's external virtual account.</summary>
public sealed class Account(string name, string id)
{
    /// <summary>The primary name, lower case, e.g. <c>owner@monasso.org</c>.</summary>
    public string Name { get; set; } = name;

    /// <summary>The id, a UUID.</summary>
    public string Id { get; } = id;

    /// <summary>Other addresses of the account.</summary>
    public List<string> Aliases { get; } = [];

    /// <summary>The account's own attributes; <see cref="ZimbraDirectory.Attribute(Account, string)"/> adds what it inherits.</summary>
    public AttributeBag Attributes { get; } = new();

    /// <summary>The password; null for an account that nobody can log in to.</summary>
    public string? Password { get; set; }

    /// <summary>Whether it is a global administrator (<c>zimbraIsAdminAccount</c>).</summary>
    public bool IsAdmin => Attributes["zimbraIsAdminAccount"] == "TRUE";

    /// <summary>
    /// Whether it is an administrator with the rights that it was granted (<c>zimbraIsDelegatedAdminAccount</c>), and no global one.
    /// </summary>
    public bool IsDelegatedAdmin => !IsAdmin && Attributes["zimbraIsDelegatedAdminAccount"] == "TRUE";

    /// <summary>Whether it is a calendar resource: a room or a device (<c>zimbraAccountCalendarUserType</c>).</summary>
    internal bool IsResource => Attributes["zimbraAccountCalendarUserType"] == "RESOURCE";

    /// <summary>Whether it was made for a guest (<c>zimbraIsExternalVirtualAccount</c>).</summary>
    public bool IsVirtual => Attributes["zimbraIsExternalVirtualAccount"] == "TRUE";

    /// <summary>The guest's own mail address (<c>zimbraExternalUserMailAddress</c>).</summary>
    public string? GuestMail => Attributes["zimbraExternalUserMailAddress"];

    /// <summary>
    /// <c>active</c>, <c>locked</c>, <c>closed</c>, <c>lockout</c>, <c>pending</c> or <c>maintenance</c> (<c>zimbraAccountStatus</c>).
    /// </summary>
    public string Status
    {
        get => Attributes["zimbraAccountStatus"] ?? "active";
        set => Attributes["zimbraAccountStatus"] = value;
    }

    /// <summary>Counts up whenever the password changes, from -1 on (<c>zimbraAuthTokenValidityValue</c>); older tokens are void.</summary>
    public int TokenValidity
    {
        get => int.Parse(Attributes["zimbraAuthTokenValidityValue"] ?? "-1", CultureInfo.InvariantCulture);
        set => Attributes["zimbraAuthTokenValidityValue"] = value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Passwords it had before, newest first, for the policy against using them again.</summary>
    internal List<string> FormerPasswords { get; } = [];

    /// <summary>When failed logins happened, for the lock-out policy.</summary>
    public List<DateTimeOffset> FailedLogins { get; } = [];

    /// <summary>Since when the account is locked out.</summary>
    public DateTimeOffset? LockedOutSince { get; set; }

    /// <summary>The mailbox; made at first access.</summary>
    public Mailbox? Mailbox { get; set; }

    /// <summary>The local part of the name.</summary>
    public string LocalPart => Name[..Name.IndexOf('@', StringComparison.Ordinal)];

    /// <summary>The domain of the name.</summary>
    public string DomainName => AddressDomain.Of(Name);

    /// <summary>
    /// The name shown to people: <c>displayName</c>, else <c>cn</c> unless it only repeats the local part, else the address.
    /// </summary>
    public string FriendlyName => Attributes["displayName"] ?? (Attributes["cn"] is { } cn && cn != LocalPart ? cn : Name);
}
