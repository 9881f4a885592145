using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Administration;

/// <summary>
/// A domain under its primary name: accounts live there, also where an alias of the domain is used (docs/protocol.md §6.1).
/// </summary>
internal static class PrimaryDomain
{
    public static async Task<DirectoryEntry> FindAsync(RequestDispatcher dispatcher, string name, CancellationToken cancellationToken)
    {
        DirectoryEntry domain = (
            await dispatcher
                .SendAsync(new GetDomainRequest { Domain = DomainSelector.ByName(Ascii(name)) }, cancellationToken)
                .ConfigureAwait(false)
        ).Domain;

        // Where the type is hidden, a target shows what it is.
        bool isAlias = domain.Attributes["zimbraDomainType"] is { } type ? type == "alias" : domain.Hides("zimbraDomainType");
        return
            isAlias
            && Shown.Require(domain, dispatcher.Admin?.Administrator, "zimbraDomainAliasTargetId").Attributes["zimbraDomainAliasTargetId"]
                is { Length: > 0 } target
            ? (
                await dispatcher
                    .SendAsync(new GetDomainRequest { Domain = DomainSelector.ById(target) }, cancellationToken)
                    .ConfigureAwait(false)
            ).Domain
            : domain;
    }

    /// <summary>A domain's name as the directory stores it; replies show the form with accents (docs/protocol.md §6.1).</summary>
    public static string Ascii(string domain) => GuestAddress.AsciiDomain(domain.Trim()) ?? domain.Trim();
}
