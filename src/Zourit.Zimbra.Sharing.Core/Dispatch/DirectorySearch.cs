using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Messages.Admin;

namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>Goes through all pages of a directory search.</summary>
internal static class DirectorySearch
{
    private const int MostResults = 5_000;

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
            page = await dispatcher.SendAsync(At(request, offset), cancellationToken).ConfigureAwait(false);
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

    // Whatever the server counts against its limit of 5,000 entries: it then is at least what the page needs.
    private static SearchDirectoryRequest At(SearchDirectoryRequest request, int offset) =>
        request with
        {
            Offset = offset,
            MaxResults = request.MaxResults ?? (offset + request.Limit > MostResults ? offset + request.Limit : null),
        };
}
