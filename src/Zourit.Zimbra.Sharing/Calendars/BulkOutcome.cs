using System.Runtime.ExceptionServices;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What became of one entry of a list.</summary>
/// <typeparam name="TRequest">The entry.</typeparam>
/// <typeparam name="TResult">Its result.</typeparam>
public sealed record BulkOutcome<TRequest, TResult>
    where TRequest : class
    where TResult : class
{
    /// <summary>The entry's place in the list, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The entry.</summary>
    public required TRequest Request { get; init; }

    /// <summary>What the single call would have returned; null when it would have thrown.</summary>
    public TResult? Result { get; init; }

    /// <summary>
    /// What the single call would have thrown (a <see cref="ZimbraException"/> or an <see cref="ArgumentException"/>); null when it
    /// succeeded.
    /// </summary>
    public Exception? Error { get; init; }

    /// <summary>The result; where the entry failed, its error is thrown.</summary>
    /// <exception cref="ZimbraException">The server refused the entry, or could not be reached.</exception>
    /// <exception cref="ArgumentException">The entry's address, path or options cannot be used.</exception>
    public TResult ResultOrThrow()
    {
        if (Error is not null)
        {
            ExceptionDispatchInfo.Throw(Error);
        }

        return Result!;
    }
}
