using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Admin;

namespace Zourit.Zimbra.Sharing.Administration;

/// <summary>
/// A search of a domain, or of the whole server, whose empty answer is believed only where it proves something. An alias of a domain has no
/// entries of its own: it means its domain, as in every other call.
/// </summary>
internal static class DomainSearch
{
    /// <summary>Goes through all pages.</summary>
    /// <exception cref="ZimbraMissingRightException">Nothing is found, and the search sees no account there.</exception>
    public static async IAsyncEnumerable<DirectoryEntry> SearchDomainAsync(
        this RequestDispatcher dispatcher,
        SearchDirectoryRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        SearchDirectoryRequest? next = request;
        while (next is not null)
        {
            bool isEmpty = true;
            await foreach (DirectoryEntry entry in dispatcher.SearchDirectoryAsync(next, cancellationToken).ConfigureAwait(false))
            {
                isEmpty = false;
                yield return entry;
            }

            next = isEmpty ? await ElsewhereAsync(dispatcher, next, cancellationToken).ConfigureAwait(false) : null;
        }
    }

    /// <summary>The search to make instead of one that found nothing; null where nothing is the answer.</summary>
    private static async Task<SearchDirectoryRequest?> ElsewhereAsync(
        RequestDispatcher dispatcher,
        SearchDirectoryRequest request,
        CancellationToken cancellationToken
    )
    {
        var sight = new SearchSight(dispatcher);
        if (await sight.SeesAsync(request.Domain, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        if (request.Domain is { } name)
        {
            string primary = PrimaryDomain.Ascii(
                (await PrimaryDomain.FindAsync(dispatcher, name, cancellationToken).ConfigureAwait(false)).Name
            );
            if (!string.Equals(primary, PrimaryDomain.Ascii(name), StringComparison.OrdinalIgnoreCase))
            {
                return request with { Domain = primary };
            }
        }

        await sight.RequireGlobalAsync(request.Domain, cancellationToken).ConfigureAwait(false);
        return null;
    }
}
