using System.Text;

namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>An account and what its mailbox holds.</summary>
public sealed class SeededAccount
{
    /// <summary>Its mail address.</summary>
    public required string Name { get; init; }

    /// <summary>Its password; none when absent: then nobody can sign in to it.</summary>
    public string? Password { get; init; }

    /// <summary>Whether it is a global administrator.</summary>
    public bool Admin { get; init; }

    /// <summary>
    /// The rights of a delegated administrator; none, and no such administrator, when absent. <c>zimbraIsDelegatedAdminAccount</c> is set
    /// with them.
    /// </summary>
    public IReadOnlyList<SeededRight>? Rights { get; init; }

    /// <summary><c>zimbraAccountStatus</c>: active (when absent), maintenance, locked, closed, lockout, pending.</summary>
    public string? Status { get; init; }

    /// <summary>The name of its class of service; the domain's default when absent.</summary>
    public string? Cos { get; init; }

    /// <summary>Other addresses.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>
    /// Its own attributes: <c>displayName</c>, <c>zimbraPrefLocale</c>, password policy and lock-out (<c>zimbraPasswordLockoutEnabled</c>,
    /// …), sharing policy, <c>zimbraIsExternalVirtualAccount</c> and so on.
    /// </summary>
    public Dictionary<string, AttributeValues> Attributes { get; init; } = [];

    /// <summary>
    /// Folders, made in this order; those every mailbox is born with (<c>/Calendar</c>, <c>/Inbox</c>, …) may be named to fill or share
    /// them.
    /// </summary>
    public IReadOnlyList<SeededFolder> Folders { get; init; } = [];

    /// <summary>Other people's folders seen in this mailbox.</summary>
    public IReadOnlyList<SeededMountpoint> Mountpoints { get; init; } = [];

    /// <summary>Copies in the Sent folder.</summary>
    public IReadOnlyList<SeededMail> Sent { get; init; } = [];

    /// <summary>Mails in the Inbox.</summary>
    public IReadOnlyList<SeededMail> Inbox { get; init; } = [];

    private bool PrintMembers(StringBuilder text)
    {
        text.Append(Name);
        return true;
    }
}
