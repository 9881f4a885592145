using System.Globalization;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Soap.Delegation;
using Zourit.Zimbra.Sharing.Testing.State;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Soap;

/// <summary>One request being carried out: who asks, on whose mailbox, and how ids are to be written.</summary>
internal sealed class SoapCall(ServerState server, FakeRequest http)
{
    private Authority? _authority;

    public ServerState Server { get; } = server;

    public FakeRequest Http { get; } = http;

    public ZimbraDirectory Directory => Server.Directory;

    public AuthToken? Token { get; set; }

    /// <summary>The token's account; null without a token.</summary>
    public Model.Account? Caller { get; set; }

    /// <summary>The account named in the header; null when none is.</summary>
    public Model.Account? Named { get; set; }

    public bool NoQualify { get; set; }

    /// <summary>The highest change number that the client knows, when it asks for conflicts (<c>change</c> in the header).</summary>
    public int? KnownChange { get; set; }

    /// <summary>Whether the request runs in a session; one that asks for a session runs in it already.</summary>
    public bool HasSession { get; set; }

    /// <summary>Whether ACLs name their grantees besides giving their ids, and show keys (<c>needGranteeName</c>).</summary>
    public bool NamesGrantees { get; set; } = true;

    /// <summary>Headers of the answer besides the usual ones: cookies, CSRF token.</summary>
    public List<(string Name, string Value)> Headers { get; } = [];

    /// <summary>Sets a cookie; an empty value ends it.</summary>
    public void SetCookie(string name, string value) =>
        Headers.Add(
            (
                "Set-Cookie",
                value.Length == 0
                    ? $"{name}=; Path=/; Expires=Thu, 01-Jan-1970 00:00:00 GMT; Max-Age=0"
                    : $"{name}={value}; Path=/; HttpOnly"
            )
        );

    /// <summary>The account on whose mailbox the request runs.</summary>
    public Model.Account Requested => Named ?? Caller ?? throw SoapFault.AuthRequired();

    /// <summary>What the administrator who asks may do.</summary>
    public Authority Authority =>
        _authority ??= new Authority(Directory, Caller is { IsAdmin: false } ? AdminRights.Live(Directory, Caller) : null);

    /// <summary>Whether an administrator asks who may do everything in an account's mailbox.</summary>
    public bool MayAdminister(Model.Account account) =>
        Token is { IsAdmin: true } && Caller is { } caller && Visitor.Of(caller, isAdmin: true).Administers(Directory, account);

    /// <summary>The text that faults carry for the server's log.</summary>
    public string Trace =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"qtp1-{Environment.CurrentManagedThreadId}:{Directory.Now.ToUnixTimeMilliseconds()}:{Server.TraceWord}"
        );

    public Visitor Visitor => Visitor.Of(Caller!, Token is { IsAdmin: true } || (Token?.DelegatedBy is not null && Caller == Requested));

    public Mailbox Mailbox => Directory.MailboxOf(Requested);

    /// <summary>
    /// Refuses to change a folder that was changed after the number in the header, even where nothing would change (docs/protocol.md §1.4,
    /// recordings 16-22 to 16-41). Asked anew for each request of a batch.
    /// </summary>
    public void RequireUnchanged(MailFolder folder)
    {
        if (folder.ChangedAt > KnownChange)
        {
            throw new SoapFault("mail.MODIFY_CONFLICT", "modify conflict");
        }
    }

    /// <summary>An id as it is written: qualified in somebody else's mailbox (docs/protocol.md §2.7).</summary>
    public string Id(Model.Account owner, int id) =>
        owner == Caller || NoQualify ? id.ToString(CultureInfo.InvariantCulture) : $"{owner.Id}:{id}";
}
