using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Soap.Mail;

namespace Zourit.Zimbra.Sharing.Testing.Seeding;

/// <summary>Sets an account up before the test begins.</summary>
public sealed class AccountSeed
{
    private readonly ZimbraDirectory _directory;

    internal AccountSeed(ZimbraDirectory directory, Account account)
    {
        _directory = directory;
        Account = account;
    }

    /// <summary>The account itself.</summary>
    public Account Account { get; }

    /// <summary>The name shown to people (<c>displayName</c>).</summary>
    public AccountSeed DisplayName(string name) => Attribute("displayName", name).Attribute("cn", name);

    /// <summary>Another address of the account.</summary>
    public AccountSeed Alias(string address)
    {
        ArgumentException.ThrowIfNullOrEmpty(address);
        Account.Aliases.Add(address.ToLowerInvariant());
        return this;
    }

    /// <summary>A directory attribute.</summary>
    public AccountSeed Attribute(string name, string value)
    {
        Account.Attributes[name] = value;
        return this;
    }

    /// <summary>Makes the account a global administrator.</summary>
    public AccountSeed Admin() => Attribute("zimbraIsAdminAccount", "TRUE");

    /// <summary>A calendar at a path, made with its parents when it is not there.</summary>
    public AccountSeed Calendar(string path, Action<CalendarSeed>? configure = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Mailbox mailbox = _directory.MailboxOf(Account);
        MailFolder folder = mailbox.UserRoot;
        foreach (string segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            folder = folder.Children.FirstOrDefault(child => string.Equals(child.Name, segment, StringComparison.OrdinalIgnoreCase))
                ?? mailbox.AddFolder(FolderNames.Checked(segment), folder, "appointment");
        }

        configure?.Invoke(new CalendarSeed(folder, mailbox, _directory.Now));
        return this;
    }
}
