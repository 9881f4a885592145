using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Admin;

namespace Zourit.Zimbra.Sharing.Administration;

/// <summary>
/// Whether searches see a domain at all. Without <c>listAccount</c>, and for up to 50 seconds after it was granted, a search finds nothing
/// and reports no fault: an empty answer is believed only where the search sees some account.
/// </summary>
internal sealed class SearchSight(RequestDispatcher dispatcher)
{
    private const string Right = "listAccount";

    /// <summary>Whether the search sees some account of the domain.</summary>
    public async Task<bool> SeesAsync(string? domain, CancellationToken cancellationToken)
    {
        SearchDirectoryResponse found = await dispatcher.SendAsync(Any(domain), cancellationToken).ConfigureAwait(false);
        return found.Entries.Count > 0;
    }

    /// <exception cref="ZimbraMissingRightException">The search sees no account of the domain, and the administrator is no global
    /// one.</exception>
    public async Task RequireGlobalAsync(string? domain, CancellationToken cancellationToken)
    {
        if (await IsGlobalAsync(domain, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        RightTarget target = domain is null ? RightTarget.Global : RightTarget.Domain(domain);
        throw ZimbraMissingRightException.LeftOut(
            Any(domain).OperationName,
            $"the search finds no account of {domain ?? "any domain"}, so that its answer proves nothing; a right that was granted less "
                + "than 50 seconds ago does not show in searches yet",
            [MissingRights.Grant(Right, target, dispatcher.Admin?.Administrator)]
        );
    }

    private static SearchDirectoryRequest Any(string? domain) =>
        new()
        {
            Domain = domain,
            AttributeNames = ["zimbraId"],
            Limit = 1,
            ApplyCos = false,
        };

    // Who may set everything of a domain is not held back from listing it.
    private async Task<bool> IsGlobalAsync(string? domain, CancellationToken cancellationToken)
    {
        try
        {
            var rights = new GetEffectiveRightsRequest { Target = domain is null ? RightTarget.Global : RightTarget.Domain(domain) };
            return (await dispatcher.SendAsync(rights, cancellationToken).ConfigureAwait(false)).SetsAll;
        }
        catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.PermissionDenied)
        {
            return false;
        }
    }
}
