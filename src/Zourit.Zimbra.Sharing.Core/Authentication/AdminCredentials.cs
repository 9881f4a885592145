using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>An administrator's name and password.</summary>
internal sealed class AdminCredentials : ZimbraCredentials
{
    private readonly string _account;
    private readonly Func<CancellationToken, ValueTask<Secret>> _password;

    public AdminCredentials(string account, Func<CancellationToken, ValueTask<Secret>> password)
        : base("administrator", account)
    {
        Argument.NotBlank(account);
        Argument.NotNull(password);
        _account = account.Trim();
        _password = password;
    }

    internal override bool IsAdmin => true;

    internal override ILogin CreateLogin(ILoginSender sender) => new AdminLogin(sender, _account, _password);
}
