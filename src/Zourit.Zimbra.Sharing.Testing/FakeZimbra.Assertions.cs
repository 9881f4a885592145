using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Testing.Assertions;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing;

public sealed partial class FakeZimbra
{
    /// <summary>
    /// A client of the library for an account of this server, with the account's password: as an administrator for an administrator's
    /// account (global or delegated), else as a user. Dispose of it as of any other. It has the options that it is given, its clock too.
    /// </summary>
    /// <param name="account">The account's address, e.g. <c>owner@monasso.org</c>, or <see cref="AdminName"/>.</param>
    /// <param name="options">Settings; null for the defaults. Where they name no admin service, this server's is used.</param>
    /// <exception cref="ArgumentException">The server has no such account, or it has no password.</exception>
    /// <example><code>
    /// await using ZimbraClient zimbra = fake.CreateClient("owner@monasso.org");
    /// </code></example>
    public ZimbraClient CreateClient(string account, ZimbraClientOptions? options = null)
    {
        Argument.NotBlank(account);
        (string name, string password, bool isAdmin) = _server.State.Locked(() =>
        {
            Account found = AccountNamed(account);
            return (
                found.Name,
                found.Password ?? throw Argument.Invalid(new LocalizedText($"The account {found.Name} has no password."), nameof(account)),
                found.IsAdmin || found.IsDelegatedAdmin
            );
        });
        var secret = new Secret(password);
        ZimbraCredentials credentials = isAdmin ? ZimbraCredentials.Admin(name, secret) : ZimbraCredentials.Password(name, secret);
        ZimbraClientOptions settings = options ?? new ZimbraClientOptions();
        Uri? given = settings.AdminUri;
        try
        {
            // The client keeps what is set now; the caller's options may be for another server next.
            settings.AdminUri ??= AdminUri;
            return new ZimbraClient(ServerUri, credentials, settings);
        }
        finally
        {
            settings.AdminUri = given;
        }
    }

    /// <summary>What must be true of a calendar's shares.</summary>
    /// <param name="owner">The owner's address.</param>
    /// <param name="path">The calendar's path, e.g. <c>/my-events</c>.</param>
    public CalendarAssertions Calendar(string owner, string path)
    {
        Argument.NotBlank(owner);
        Argument.NotBlank(path);
        return new CalendarAssertions(_server.State, owner, path);
    }

    /// <summary>What must be true of the mails to an address.</summary>
    /// <param name="address">The recipient's address, letter case ignored.</param>
    public MailAssertions MailTo(string address)
    {
        Argument.NotBlank(address);
        return new MailAssertions(Outbox, address);
    }

    /// <summary>What must be true of the requests for an operation.</summary>
    /// <param name="operation">The name of a SOAP request, or one of those in <see cref="Misbehaviour.MisbehaviourRules"/>.</param>
    /// <exception cref="ArgumentException">The fake server has no such operation; the message gives the nearest name.</exception>
    public RequestAssertions Requests(string operation)
    {
        Argument.NotBlank(operation);
        Misbehave.Require(operation);
        return new RequestAssertions(Journal, operation);
    }
}
