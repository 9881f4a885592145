using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>
/// The folder after the changes of a batch: as read in the batch, else by itself. Where a fault means that the server may still be working
/// on a change, it may have made that since the batch read the folder, which is read once more then.
/// </summary>
internal static class ReadBack
{
    /// <param name="attempt">What is known of the batch.</param>
    /// <param name="shown">The folder as the batch read it; null where it did not.</param>
    /// <param name="changes">How the changes were answered that the folder does not show.</param>
    /// <param name="read">Reads the folder by itself.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The folder; null where all was plainly refused, so that nothing need be read.</returns>
    /// <exception cref="ZimbraException">The batch did not read the folder, and it cannot be read by itself.</exception>
    public static async Task<SharedFolder?> AfterAsync(
        Attempt attempt,
        SharedFolder? shown,
        IEnumerable<BatchOutcome> changes,
        Func<CancellationToken, Task<SharedFolder>> read,
        CancellationToken cancellationToken
    )
    {
        if (shown is null)
        {
            return !attempt.IsInDoubt && changes.All(IsPlainRefusal) ? null : await read(cancellationToken).ConfigureAwait(false);
        }

        if (changes.All(change => change.Fault is not { } fault || attempt.After(fault).IsOver))
        {
            return shown;
        }

        try
        {
            return await read(cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraException)
        {
            // What the batch read counts, and the fault that is reported says that the change may be under way.
            return shown;
        }
    }

    /// <summary>Whether an answer says that nothing was changed.</summary>
    public static bool IsPlainRefusal(BatchOutcome outcome) =>
        outcome.Fault is { } fault && fault.Code != ZimbraFaultCodes.GrantExists && !FaultCatalogue.LeavesOpen(fault.Code);
}
