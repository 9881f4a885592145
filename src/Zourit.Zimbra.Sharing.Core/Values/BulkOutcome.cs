using System.Runtime.ExceptionServices;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>What became of one item of a list.</summary>
/// <typeparam name="TItem">What was asked for, e.g. a <c>GuestShareItem</c>.</typeparam>
/// <typeparam name="TResult">Its result.</typeparam>
public sealed record BulkOutcome<TItem, TResult>
    where TItem : class
    where TResult : class
{
    /// <summary>The item's place in the list, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The item of the list, as the caller gave it.</summary>
    public required TItem Item { get; init; }

    /// <summary>What the single call would have returned; null when it would have thrown.</summary>
    public TResult? Result { get; init; }

    /// <summary>
    /// What the single call would have thrown (a <see cref="ZimbraException"/> or an <see cref="ArgumentException"/>); null when it
    /// succeeded.
    /// </summary>
    public Exception? Error { get; init; }

    /// <summary>The result; where the item failed, its error is thrown.</summary>
    /// <exception cref="ZimbraException">The server refused the item, or could not be reached.</exception>
    /// <exception cref="ArgumentException">The item's address, path or options cannot be used.</exception>
    public TResult ResultOrThrow()
    {
        if (Error is not null)
        {
            ExceptionDispatchInfo.Throw(Error);
        }

        return Result!;
    }
}
