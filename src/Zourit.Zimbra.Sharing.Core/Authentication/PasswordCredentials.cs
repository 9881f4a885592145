using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>A user's name and password.</summary>
internal sealed class PasswordCredentials : ZimbraCredentials
{
    private readonly string _account;
    private readonly Func<CancellationToken, ValueTask<Secret>> _password;

    public PasswordCredentials(string account, Func<CancellationToken, ValueTask<Secret>> password)
        : base("password of", account)
    {
        Argument.NotBlank(account);
        Argument.NotNull(password);
        _account = account.Trim();
        _password = password;
    }

    internal override bool IsAdmin => false;

    internal override ILogin CreateLogin(ILoginSender sender) => new PasswordLogin(sender, _account, _password);
}
