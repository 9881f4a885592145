using Zourit.Zimbra.Sharing.Plans.Documents;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>A file that was read, or everything that is wrong with it.</summary>
/// <typeparam name="T">What the file is read as.</typeparam>
public sealed class ReadOutcome<T>
    where T : class
{
    internal ReadOutcome(T? value, IReadOnlyList<ManifestError> errors)
    {
        Value = errors.Count == 0 ? value : null;
        Errors = errors;
    }

    /// <summary>What was read; null where there are errors.</summary>
    public T? Value { get; }

    /// <summary>
    /// All errors, by file, line and column; none where it was read. Of more than 1,000 the first that were met, and behind them one that
    /// says so (<see cref="ManifestErrorCode.TooManyErrors"/>).
    /// </summary>
    public IReadOnlyList<ManifestError> Errors { get; }

    /// <summary>What was read.</summary>
    /// <exception cref="FormatException">There are errors; the message has a line for each.</exception>
    public T ValueOrThrow() => Value ?? throw new FormatException(string.Join('\n', Errors));
}
