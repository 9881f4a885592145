namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>Who asks: an account, a guest known only by mail and grant password, or nobody in particular.</summary>
internal sealed record Visitor
{
    public static readonly Visitor Anonymous = new();

    public Account? Account { get; private init; }

    public string? GuestMail { get; private init; }

    public string? GuestSecret { get; private init; }

    /// <summary>Admin powers: an admin's token, or a delegated one.</summary>
    public bool IsAdmin { get; private init; }

    /// <summary>
    /// Whether the visitor may do everything in a mailbox: as a global administrator, by a token that was delegated for it, or by the right
    /// to log in as its owner.
    /// </summary>
    public bool Administers(ZimbraDirectory directory, Account owner) =>
        IsAdmin
        && Account is { } account
        && (
            account == owner
            || account.IsAdmin
            || AdminRights
                .Live(directory, account)
                .Allows(owner.IsResource ? "adminLoginCalendarResourceAs" : "adminLoginAs", AdminTarget.Of(owner))
        );

    public static Visitor Of(Account account, bool isAdmin = false) => new() { Account = account, IsAdmin = isAdmin };

    public static Visitor Guest(string mail, string secret) => new() { GuestMail = mail, GuestSecret = secret };
}
