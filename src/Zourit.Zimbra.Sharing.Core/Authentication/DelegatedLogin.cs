using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;

namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>
/// DelegateAuthRequest: an administrator's way to act for an owner. Preferred over the <c>account</c> header, because ids come unqualified,
/// share mails come from the owner alone, in their language, and bare names complete with their domain (docs/protocol.md §2.7).
/// </summary>
internal sealed class DelegatedLogin(ILoginSender sender, Session admin, string account) : ILogin
{
    /// <summary>Its refusal is one of the administrator's own token.</summary>
    public const string Operation = "DelegateAuthRequest";

    // Nothing takes such a token back: it survives logging out, the right's end and the administrator's password (docs/protocol.md §C
    // and D). A new one costs one request.
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    public bool CanRenew => true;

    public bool AsksAdmin => true;

    /// <summary>False: a refusal concerns the administrator's login, and the administrator's session counts it.</summary>
    public bool RefusalsCount => false;

    public async Task<SessionToken> LogInAsync(CancellationToken cancellationToken)
    {
        var request = new DelegateAuthRequest { Account = AccountSelector.ByName(account), Duration = TokenLife };
        try
        {
            DelegateAuthResponse response = await sender.SendAsync(request, admin, cancellationToken).ConfigureAwait(false);
            return SessionToken.Issued(response.Token, response.Lifetime, sender.Time);
        }
        catch (ZimbraFaultException e) when (MissingRights.Explain(request, e, admin.Administrator) is { } missing)
        {
            throw missing;
        }
    }
}
