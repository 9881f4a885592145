using Zourit.Zimbra.Sharing.Testing.Hosting;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Soap;

namespace Zourit.Zimbra.Sharing.Testing.Mail;

/// <summary>
/// Takes away grants that are past their end, with a mail to the grantee: one minute after the earliest end in a mailbox, at once when that
/// lies in the past (protocol.md §4.9). Until then they stand in the ACL and confer nothing.
/// </summary>
internal sealed class ExpiredGrants(FakeServer server)
{
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    private readonly Dictionary<Account, DateTimeOffset> _due = [];

    /// <summary>The ACL of one of the owner's folders has changed.</summary>
    public void Schedule(Account owner)
    {
        long earliest = Ends(owner).DefaultIfEmpty(0).Min();
        if (earliest == 0)
        {
            _due.Remove(owner);
            return;
        }

        DateTimeOffset now = server.Directory.Now;
        DateTimeOffset end = DateTimeOffset.FromUnixTimeMilliseconds(
            Math.Clamp(earliest, 0, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() - 100_000)
        );
        _due[owner] = end <= now ? now : end + Wait;
    }

    /// <summary>
    /// Does what is due. The task has a thread of its own: the answer that made a dead grant still shows it (recording 05-52).
    /// </summary>
    public void Settle()
    {
        foreach (Account owner in _due.Where(entry => entry.Value < server.Directory.Now).Select(entry => entry.Key).ToList())
        {
            Remove(owner);
        }
    }

    /// <summary>Removes every grant that is past its end now, due or not.</summary>
    public void Run()
    {
        foreach (Account owner in server.Directory.Accounts.ToList())
        {
            Remove(owner);
        }
    }

    private static IEnumerable<long> Ends(Account owner) =>
        from folder in owner.Mailbox?.Folders ?? []
        where folder.NoInherit && folder.Acl is not null
        from grant in folder.Acl!.Grants
        let end = folder.Acl!.EffectiveExpiry(grant)
        where end != 0
        select end;

    private void Remove(Account owner)
    {
        long now = server.Directory.Now.ToUnixTimeMilliseconds();
        bool changed = false;
        foreach (MailFolder folder in owner.Mailbox?.Folders.Where(folder => folder.NoInherit && folder.Acl is not null).ToList() ?? [])
        {
            foreach (
                AccessGrant grant in folder
                    .Acl!.Grants.Where(grant => folder.Acl.EffectiveExpiry(grant) is not 0 and var end && end <= now)
                    .ToList()
            )
            {
                Tell(owner, folder, grant);
                folder.Acl.Grants.Remove(grant);
                owner.Mailbox!.Touch(folder);
                changed = true;
            }
        }

        _due.Remove(owner);
        if (changed)
        {
            server.Published.Changed(owner);
        }
        else
        {
            Schedule(owner);
        }
    }

    private void Tell(Account owner, MailFolder folder, AccessGrant grant)
    {
        var notice = new ShareNotice(server, owner, owner);
        var shared = new SharedFolder(owner, folder, folder.Name);
        try
        {
            switch (grant.Type)
            {
                case "guest":
                    notice.Send(shared, "expire", grant.GranteeId, grant, null, notes: null);
                    break;
                case "usr" when server.Directory.FindAccountById(grant.GranteeId) is { } account:
                    notice.Send(shared, "expire", account.Name, grant, InternalGrantee.Of(account), notes: null);
                    break;
                case "grp" when server.Directory.Groups.FirstOrDefault(group => group.Id == grant.GranteeId) is { } group:
                    notice.SendToGroup(shared, "expire", group, grant, notes: null);
                    break;
                default:
                    break;
            }
        }
        catch (SoapFault)
        {
            // Nobody waits for this answer: the grant goes whether its mail left or not.
            return;
        }
    }
}
