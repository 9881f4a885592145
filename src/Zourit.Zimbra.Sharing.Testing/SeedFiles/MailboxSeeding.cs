using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Soap.Mail;

namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>Fills mailboxes from a seed: folders with their items, grants, mountpoints.</summary>
internal sealed class MailboxSeeding(ZimbraDirectory directory)
{
    public void AddFolder(Account owner, SeededFolder seed)
    {
        var mailbox = directory.MailboxOf(owner);
        Require(SeedChecks.FolderPath(seed.Path), owner, seed.Path);
        Require(SeedChecks.View(seed.View), owner, seed.Path);
        Require(SeedChecks.Flags(seed.Flags), owner, seed.Path);
        Require(SeedChecks.Color(seed.Color), owner, seed.Path);
        var folder = FolderAt(mailbox, seed.Path, seed.View);
        folder.Color = seed.Color ?? folder.Color;
        foreach (var flag in seed.Flags)
            folder.SetFlag(flag, on: true);
        foreach (var item in seed.Events.SelectMany(one => EventSeeding.Items(one, owner, directory.Now)))
            mailbox.Store(folder, item, directory.Now);
    }

    public void Share(Account owner, SeededFolder seed)
    {
        foreach (var grant in seed.Grants)
            Add(directory.MailboxOf(owner).Find(seed.Path)!, grant);
    }

    /// <summary>Gives a folder one more grant, as the seed's words have it: nothing is converted, no policy asked.</summary>
    public void Add(MailFolder folder, SeededGrant grant)
    {
        folder.SetFlag('i', on: true);
        folder.Acl ??= new AccessList();
        folder.Acl.Grants.Add(Grant(grant));
    }

    public void Mount(Account reader, SeededMountpoint seed, Account owner)
    {
        var target = directory.MailboxOf(owner).Find(seed.Folder)
            ?? throw new FormatException($"{owner.Name} has no folder {seed.Folder}.");
        Require(SeedChecks.FolderPath(seed.Path), reader, seed.Path);
        var mailbox = directory.MailboxOf(reader);
        var slash = seed.Path.LastIndexOf('/');
        mailbox.AddFolder(
            FolderNames.Checked(seed.Path[(slash + 1)..]),
            FolderAt(mailbox, seed.Path[..Math.Max(slash, 0)], ""),
            target.View,
            new MountpointLink
            {
                OwnerId = owner.Id,
                RemoteId = target.Id,
                Reminder = false,
            }
        );
    }

    private static void Require(string? fault, Account owner, string path)
    {
        if (fault is not null)
            throw new FormatException($"{owner.Name}, {path}: {fault}");
    }

    private static MailFolder FolderAt(Mailbox mailbox, string path, string view)
    {
        var folder = mailbox.UserRoot;
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            folder = Mailbox.Below(folder, name) ?? mailbox.AddFolder(FolderNames.Checked(name), folder, FolderNames.View(view));
        return folder;
    }

    private AccessGrant Grant(SeededGrant seed)
    {
        var rights = Rights.Canonical(seed.Rights, out var unknown) ?? throw new FormatException($"There is no right {unknown}.");
        return new AccessGrant(GranteeId(seed), seed.To, rights)
        {
            Secret = seed.Password,
            Expiry = seed.Expires?.ToUnixTimeMilliseconds() ?? 0,
        };
    }

    private string GranteeId(SeededGrant seed)
    {
        var name = seed.Name ?? "";
        var id = seed.To switch
        {
            "pub" => Grantees.Public,
            "all" => Grantees.All,
            "usr" => directory.FindAccount(name)?.Id,
            "grp" => directory.FindGroup(name)?.Id,
            "dom" => directory.FindDomain(name)?.Id,
            "cos" => directory.ClassesOfService.FirstOrDefault(cos => cos.Name == name)?.Id,
            "guest" or "key" when name.Length > 0 => name,
            _ => null,
        };
        return id ?? throw new FormatException($"The grantee \"{seed.To} {name}\" is not known.");
    }
}
