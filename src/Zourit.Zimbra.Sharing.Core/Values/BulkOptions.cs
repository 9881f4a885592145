namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// How to work through a list. The server's limit of requests a second is kept besides: see
/// <see cref="ZimbraClientOptions.MaxRequestsPerSecond"/>.
/// </summary>
public sealed record BulkOptions
{
    /// <summary>
    /// How many calendars, or guests' accounts, to work on side by side. Default 4; 1 to 64. The server does one change of a mailbox at a
    /// time.
    /// </summary>
    public int MaxConcurrency { get; init; } = 4;

    /// <summary>How many guests of one calendar to put into one batch of grants or revocations. Default 100; 1 to 100. Accounts are made
    /// one by one, whatever it is.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>How many mails to put into one batch: the server sends them one after the other within one request. Default 20; 1 to
    /// 100.</summary>
    public int MailBatchSize { get; init; } = 20;

    /// <summary>
    /// Ends the work after what was started, for instance on Ctrl-C: no further batch is sent, the grants and mails of those under way are
    /// finished, and the results of all that was done come to the end of the list; what was not started has none. The token of the call
    /// ends it at once instead: grants may then be made whose mails were not sent.
    /// </summary>
    public CancellationToken StopToken { get; init; }

    internal BulkOptions Checked(string parameter = "options")
    {
        return MaxConcurrency is < 1 or > 64
                ? throw Argument.Invalid(InvalidOption.Range(nameof(MaxConcurrency), "from 1 to 64", "de 1 à 64"), parameter)
            : BatchSize is < 1 or > 100
                ? throw Argument.Invalid(InvalidOption.Range(nameof(BatchSize), "from 1 to 100", "de 1 à 100"), parameter)
            : MailBatchSize is < 1 or > 100
                ? throw Argument.Invalid(InvalidOption.Range(nameof(MailBatchSize), "from 1 to 100", "de 1 à 100"), parameter)
            : this;
    }
}
