using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>What a run has met so far, and whether it goes on.</summary>
internal sealed class RunState(ApplyOptions options, ZimbraPing server)
{
    private const int MostFailuresInARow = 20;
    private const int MostMailFailures = 3;

    private readonly long _started = options.TimeProvider.GetTimestamp();
    private int _failuresInARow;
    private int _mailFailures;
    private bool _isOtherVersion;

    /// <summary>What all lines of this run in the journal have in common.</summary>
    public string Run { get; } = Guid.CreateVersion7(options.TimeProvider.GetUtcNow()).ToString("N");

    /// <summary>Why nothing more is started; null while the run goes on.</summary>
    public LocalizedText? End =>
        options.StopToken.IsCancellationRequested ? ApplyTexts.Stopped
        : Volatile.Read(ref _failuresInARow) >= MostFailuresInARow ? ApplyTexts.TooManyFailures
        : Volatile.Read(ref _isOtherVersion) ? ApplyTexts.OtherVersion
        : options.TimeProvider.GetElapsedTime(_started) >= options.Deadline ? ApplyTexts.TimeIsUp
        : null;

    public bool IsMailDown => Volatile.Read(ref _mailFailures) >= MostMailFailures;

    /// <summary>How far the server's clock is ahead, where that is too far for changes with dates; null where it is not.</summary>
    public TimeSpan? WrongClock => ClockBound.Exceeded(server.ClockDifference);

    /// <summary>The server's clock.</summary>
    public DateTimeOffset ServerTime => options.TimeProvider.GetUtcNow() + (server.ClockDifference ?? TimeSpan.Zero);

    public void OwnerFailed() => Interlocked.Increment(ref _failuresInARow);

    public void OwnerRead(string? version)
    {
        Volatile.Write(ref _failuresInARow, 0);
        if (version is not null && server.Version.Length > 0 && version != server.Version)
        {
            Volatile.Write(ref _isOtherVersion, true);
        }
    }

    /// <summary>An address that the mail server refuses, or a full mailbox, is not the mail server's failure.</summary>
    public void Note(ShareNotification? mail)
    {
        bool isServers =
            mail is { Status: NotificationStatus.Failed }
            && mail.Fault?.Code
                is not (
                    ZimbraFaultCodes.SendAbortedAddressFailure
                    or ZimbraFaultCodes.SendPartialAddressFailure
                    or ZimbraFaultCodes.QuotaExceeded
                    or ZimbraFaultCodes.DomainQuotaExceeded
                );
        if (isServers)
        {
            Interlocked.Increment(ref _mailFailures);
        }
    }
}
