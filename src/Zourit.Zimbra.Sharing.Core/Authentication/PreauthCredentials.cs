using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>A user's name and the preauth key of the domain.</summary>
internal sealed class PreauthCredentials : ZimbraCredentials
{
    private readonly string _account;
    private readonly Func<CancellationToken, ValueTask<Secret>> _domainKey;

    public PreauthCredentials(string account, Func<CancellationToken, ValueTask<Secret>> domainKey)
        : base("preauth of", account)
    {
        Argument.NotBlank(account);
        Argument.NotNull(domainKey);
        _account = account.Trim();
        _domainKey = domainKey;
    }

    internal override bool IsAdmin => false;

    internal override ILogin CreateLogin(ILoginSender sender) => new PreauthLogin(sender, _account, _domainKey);
}
