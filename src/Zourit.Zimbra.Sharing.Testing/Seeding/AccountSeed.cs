using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.SeedFiles;
using Zourit.Zimbra.Sharing.Testing.Soap.Mail;
using Zourit.Zimbra.Sharing.Testing.State;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing.Seeding;

/// <summary>Sets an account up before the test starts.</summary>
public sealed class AccountSeed
{
    private readonly ZimbraDirectory _directory;
    private readonly List<Action<ServerState>> _later;

    internal AccountSeed(ZimbraDirectory directory, Account account, List<Action<ServerState>> later)
    {
        _directory = directory;
        _later = later;
        Account = account;
    }

    /// <summary>The account itself.</summary>
    public Account Account { get; }

    /// <summary>The name shown to people (<c>displayName</c>).</summary>
    public AccountSeed DisplayName(string name) => Attribute("displayName", name).Attribute("cn", name);

    /// <summary>Another address of the account.</summary>
    /// <exception cref="ArgumentException">An account or a group has the address already.</exception>
    public AccountSeed Alias(string address)
    {
        Account.Aliases.Add(SeededAddress.Free(_directory, address, nameof(address)));
        return this;
    }

    /// <summary>A directory attribute.</summary>
    public AccountSeed Attribute(string name, string value)
    {
        Account.Attributes[name] = value;
        return this;
    }

    /// <summary>The status: <c>active</c>, <c>locked</c>, <c>closed</c>, <c>lockout</c>, <c>pending</c> or <c>maintenance</c>.</summary>
    public AccountSeed Status(string status) => Attribute("zimbraAccountStatus", status);

    /// <summary>The class of service, by name; the domain's default when not set.</summary>
    /// <exception cref="ArgumentException">No class of that name was made; make it before its accounts.</exception>
    public AccountSeed Cos(string name) => Attribute("zimbraCOSId", CosSeed.Find(_directory, name).Id);

    /// <summary>Makes the account a global administrator.</summary>
    public AccountSeed Admin() => Attribute("zimbraIsAdminAccount", "TRUE");

    /// <summary>A calendar at a path, made with its parents when it is not there.</summary>
    public AccountSeed Calendar(string path, Action<CalendarSeed>? options = null) => Folder(path, "appointment", options);

    /// <summary>Another person's folder seen in this mailbox. Account and folder may be seeded later.</summary>
    /// <param name="path">Where it is seen, e.g. <c>/Owner's events</c>.</param>
    /// <param name="owner">The other person's address.</param>
    /// <param name="folder">The folder's path in the owner's mailbox.</param>
    public AccountSeed Mountpoint(string path, string owner, string folder)
    {
        Argument.NotEmpty(path);
        _later.Add(server =>
            new MailboxSeeding(server.Directory).Mount(
                Account,
                new SeededMountpoint
                {
                    Path = path,
                    Owner = owner,
                    Folder = folder,
                },
                server.Directory.FindAccount(owner) ?? throw new FormatException($"The seed has no account {owner}.")
            )
        );
        return this;
    }

    /// <summary>A mail in the Sent folder, sent before the test started.</summary>
    public AccountSeed Sent(string to, string subject, string text)
    {
        _later.Add(server =>
            server.Transport.Keep(
                Account,
                5,
                SeedMail.Compose(
                    new SeededMail
                    {
                        From = Account.Name,
                        To = [to],
                        Subject = subject,
                        Text = text,
                    },
                    to,
                    server.Directory.Now
                )
            )
        );
        return this;
    }

    /// <summary>A folder at a path, made with its parents when it is not there.</summary>
    /// <param name="path">The path, e.g. <c>/Clubs/Chess</c>.</param>
    /// <param name="view">What it is for: <c>appointment</c>, <c>task</c>, <c>contact</c>, <c>document</c>, <c>message</c>.</param>
    /// <param name="options">Its items, grants, flags.</param>
    /// <exception cref="ArgumentException">A folder may not have such a name or view.</exception>
    public AccountSeed Folder(string path, string view, Action<CalendarSeed>? options = null)
    {
        Argument.NotEmpty(path);
        SeedChecks.Require(SeedChecks.FolderPath(path), nameof(path));
        SeedChecks.Require(SeedChecks.View(view), nameof(view));
        Mailbox mailbox = _directory.MailboxOf(Account);
        MailFolder folder = mailbox.UserRoot;
        foreach (string segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            folder = folder.Children.FirstOrDefault(child => string.Equals(child.Name, segment, StringComparison.OrdinalIgnoreCase))
                ?? mailbox.AddFolder(FolderNames.Checked(segment), folder, FolderNames.View(view));
        }

        options?.Invoke(new CalendarSeed(folder, mailbox, _directory.Now, _later));
        return this;
    }
}
