using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Messages.Admin;

namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>Goes through all pages of a directory search.</summary>
internal static class DirectorySearch
{
    public static async IAsyncEnumerable<DirectoryEntry> SearchDirectoryAsync(
        this RequestDispatcher dispatcher,
        SearchDirectoryRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        SearchDirectoryResponse page;
        int offset = request.Offset;
        var guard = new PageGuard(request.OperationName);
        do
        {
            page = await dispatcher.SendAsync(request with { Offset = offset }, cancellationToken).ConfigureAwait(false);
            guard.Pass(page.Entries.Count > 0 ? page.Entries[0].Id : null);
            foreach (DirectoryEntry entry in page.Entries)
            {
                yield return entry;
            }

            offset += page.Entries.Count;
        }
        // With a limit the server looks no further and promises nothing more (recording 09-30), so a full page may have a next one. A page
        // without entries that promises more would be asked for without end.
        while (page.Entries.Count > 0 && (page.More || page.Entries.Count >= request.Limit));
    }
}
