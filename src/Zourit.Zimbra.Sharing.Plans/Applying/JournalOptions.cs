using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>How a journal is opened.</summary>
public sealed record JournalOptions
{
    private readonly TimeSpan? _keep;

    /// <summary>How long lines are kept; null for ever. Older ones are taken out when the journal is opened, but for those that runs still
    /// need: mails that are owed, changes that were started and not ended, and which guests' accounts were made or suspended.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than a day.</exception>
    public TimeSpan? Keep
    {
        get => _keep;
        init
        {
            Argument.AtLeast(value ?? TimeSpan.FromDays(1), TimeSpan.FromDays(1));
            _keep = value;
        }
    }

    /// <summary>The clock by which lines are old; the system's by default.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
