using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Administration;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Reading;

/// <summary>Reads <c>zimbraSharedItem</c> (urn:zimbraAdmin SearchDirectoryRequest and GetAccountRequest).</summary>
internal sealed class ZimbraPlanDirectory(ZimbraClient client, string? account) : IPlanDirectory
{
    private const string Attribute = "zimbraSharedItem";

    // Ten shares an owner are about 1.5 MB then.
    private const int PageSize = 500;

    public async IAsyncEnumerable<OwnerState> ListAsync(
        string domain,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        PublishedShareOptions options = new() { PageSize = PageSize };
        await foreach (
            OwnerShares owner in client.Administration.ListPublishedSharesAsync(domain, options, cancellationToken).ConfigureAwait(false)
        )
        {
            yield return owner.IsHidden ? Unknown(owner.Owner, owner.OwnerId, ReadingTexts.Hidden)
            : owner.Unreadable.Count > 0 ? Unknown(owner.Owner, owner.OwnerId, ReadingTexts.Unreadable)
            : PublishedStates.Of(owner.Owner, owner.OwnerId, owner.Items, account);
        }
    }

    public async Task<OwnerState> ReadAsync(string owner, CancellationToken cancellationToken = default)
    {
        try
        {
            var request = new GetAccountRequest
            {
                Account = AccountSelector.ByName(owner),
                ApplyCos = false,
                AttributeNames = [Attribute],
            };
            DirectoryEntry entry = (await client.SendAsync(request, cancellationToken).ConfigureAwait(false)).Account;
            return entry.HiddenAttributes.Contains(Attribute, StringComparer.OrdinalIgnoreCase)
                ? Unknown(entry.Name, entry.Id, ReadingTexts.Hidden)
                : PublishedStates.Of(
                    entry.Name,
                    entry.Id,
                    entry.Attributes.Values(Attribute).Select(Parsed).OfType<PublishedShare>(),
                    account
                );
        }
        catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.NoSuchAccount)
        {
            return Unknown(owner, null, e.Explanation) with { IsUnresolved = true };
        }
        catch (ZimbraException e) when (e is not ZimbraAuthenticationException { Failure: AuthenticationFailure.AdministratorRequired })
        {
            return Unknown(owner, null, e.Explanation) with { IsTransient = e.IsTransient };
        }
    }

    private static PublishedShare? Parsed(string value) => PublishedShare.TryParse(value, out PublishedShare? item) ? item : null;

    private static OwnerState Unknown(string owner, string? id, LocalizedText failure) =>
        new()
        {
            Owner = owner.ToLowerInvariant(),
            PrimaryAddress = id is null ? null : owner.ToLowerInvariant(),
            OwnerId = id,
            Failure = failure,
        };
}
