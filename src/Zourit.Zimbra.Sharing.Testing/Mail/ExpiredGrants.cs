using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Mail;

/// <summary>
/// Removes expired grants, with a mail to the grantee. Each folder has a time of its own: one minute after the earliest end of its grants,
/// at once when that lies in the past (docs/protocol.md §4.9 and §F). Until then they are in the ACL and confer nothing.
/// </summary>
internal sealed class ExpiredGrants
{
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    private readonly ZimbraDirectory _directory;
    private readonly MailTransport _transport;
    private readonly PublishedShares _published;
    private readonly Dictionary<MailFolder, Sweep> _sweeps = [];

    public ExpiredGrants(ZimbraDirectory directory, MailTransport transport, PublishedShares published)
    {
        (_directory, _transport, _published) = (directory, transport, published);
        published.AclChanged += Schedule;
    }

    /// <summary>The ACL of one of the owner's folders has changed. What is planned for the others remains as it is.</summary>
    public void Schedule(Account owner)
    {
        foreach (
            MailFolder folder in (_sweeps.Where(entry => entry.Value.Owner == owner).Select(entry => entry.Key))
                .Except(WithAcl(owner))
                .ToList()
        )
        {
            _sweeps.Remove(folder);
        }

        foreach (MailFolder folder in WithAcl(owner))
        {
            long earliest = folder.Acl!.Grants.Select(folder.Acl.EffectiveExpiry).Where(end => end != 0).DefaultIfEmpty(0).Min();
            if (earliest == 0)
            {
                _sweeps.Remove(folder);
            }
            else if (!_sweeps.TryGetValue(folder, out Sweep? planned) || planned.Earliest != earliest)
            {
                _sweeps[folder] = new Sweep(owner, earliest, Due(earliest));
            }
        }
    }

    /// <summary>
    /// Does what is due. The task has a thread of its own: the answer that made an expired grant still shows it (recording 05-52).
    /// </summary>
    public void Settle()
    {
        foreach ((MailFolder folder, Sweep sweep) in _sweeps.Where(entry => entry.Value.Due < _directory.Now).ToList())
        {
            Remove(sweep.Owner, folder);
        }
    }

    /// <summary>Removes every expired grant now, due or not.</summary>
    public void Run()
    {
        foreach (Account owner in _directory.Accounts.ToList())
        {
            foreach (MailFolder folder in WithAcl(owner).ToList())
            {
                Remove(owner, folder);
            }
        }
    }

    private static IEnumerable<MailFolder> WithAcl(Account owner) =>
        owner.Mailbox?.Folders.Where(folder => folder is { NoInherit: true, Acl: not null }) ?? [];

    private DateTimeOffset Due(long earliest)
    {
        DateTimeOffset now = _directory.Now;
        DateTimeOffset end = DateTimeOffset.FromUnixTimeMilliseconds(
            Math.Clamp(earliest, 0, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() - 100_000)
        );
        return end <= now ? now : end + Wait;
    }

    private void Remove(Account owner, MailFolder folder)
    {
        long now = _directory.Now.ToUnixTimeMilliseconds();
        List<AccessGrant> expired =
        [
            .. folder.Acl!.Grants.Where(grant => folder.Acl.EffectiveExpiry(grant) is not 0 and var end && end <= now),
        ];
        foreach (AccessGrant grant in expired)
        {
            Notify(owner, folder, grant);
            folder.Acl.Grants.Remove(grant);
            owner.Mailbox!.Touch(folder);
        }

        _sweeps.Remove(folder);
        if (expired.Count > 0)
        {
            _published.Changed(owner, folder);
        }
        else
        {
            Schedule(owner);
        }
    }

    private void Notify(Account owner, MailFolder folder, AccessGrant grant)
    {
        var notice = new ShareMailSender(_directory, _transport, owner, owner);
        var ended = new MailedShare(new MailedFolder(owner, folder, folder.Name), "expire", grant, Notes: null);
        try
        {
            switch (grant.Type)
            {
                case "guest":
                    notice.Send(ended, grant.GranteeId, grantee: null);
                    break;
                case "usr" when _directory.FindAccountById(grant.GranteeId) is { } account:
                    notice.Send(ended, account.Name, InternalGrantee.Of(account));
                    break;
                case "grp" when _directory.Groups.FirstOrDefault(group => group.Id == grant.GranteeId) is { } group:
                    notice.SendToGroup(ended, group);
                    break;
                default:
                    break;
            }
        }
        catch (DeliveryException)
        {
            // Nobody waits for this answer: the grant is removed whether its mail left or not.
            return;
        }
    }

    private sealed record Sweep(Account Owner, long Earliest, DateTimeOffset Due);
}
