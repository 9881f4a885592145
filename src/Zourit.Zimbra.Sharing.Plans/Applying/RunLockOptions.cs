using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>How a run is kept from running beside another.</summary>
public sealed record RunLockOptions
{
    private readonly TimeSpan _deadline = TimeSpan.FromHours(2);
    private readonly string? _run;

    /// <summary>The name that shards of one run have in common, of letters, digits, <c>.</c>, <c>_</c> and <c>-</c>, e.g. a pipeline's
    /// number: they hold the lock together. Null for one of its own.</summary>
    /// <exception cref="ArgumentException">It has another character, or more than 64.</exception>
    public string? Run
    {
        get => _run;
        init =>
            _run =
                value is null || RunLock.IsRun(value)
                    ? value
                    : throw Argument.Invalid(
                        Sentence.Of(
                            $"A run is named by up to 64 letters, digits, '.', '_' and '-'.",
                            $"Un passage a pour nom jusqu'à 64 lettres, chiffres, « . », « _ » et « - »."
                        ),
                        nameof(Run)
                    );
    }

    /// <summary>After how long another run may take the lock over, in case this one was killed; 2 hours by default, as
    /// <see cref="ApplyOptions.Deadline"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than a minute, or more than a week.</exception>
    public TimeSpan Deadline
    {
        get => _deadline;
        init
        {
            Argument.AtLeast(value, TimeSpan.FromMinutes(1));
            Argument.AtMost(value, TimeSpan.FromDays(7));
            _deadline = value;
        }
    }

    /// <summary>The clock; the system's by default.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
