using Zourit.Zimbra.Sharing.Messages.Account;

namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>
/// What the server reported of the account in use, kept for minutes: its name and addresses hardly change. It is dropped where the server
/// refuses something by a policy, since that is explained by these values.
/// </summary>
internal sealed class InfoCache(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private volatile Entry? _entry;

    /// <summary>Null when nothing is known, or it is too old.</summary>
    public GetInfoResponse? Known => KnownWithin(Lifetime);

    /// <summary>Null when nothing is known, or it is as old as that.</summary>
    public GetInfoResponse? KnownWithin(TimeSpan age) => _entry is { } entry && time.GetElapsedTime(entry.Read) < age ? entry.Info : null;

    /// <summary>Keeps an answer; a null one, from a mailbox that does not show it, is not.</summary>
    public GetInfoResponse? Keep(GetInfoResponse? info)
    {
        _entry = info is null ? _entry : new Entry(info, time.GetTimestamp());
        return info;
    }

    public void Forget() => _entry = null;

    private sealed record Entry(GetInfoResponse Info, long Read);
}
