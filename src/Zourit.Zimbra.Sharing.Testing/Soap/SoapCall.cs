using Zourit.Zimbra.Sharing.Testing.Hosting;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap;

/// <summary>One request being carried out: who asks, on whose mailbox, and how ids are to be written.</summary>
internal sealed class SoapCall(FakeServer server, FakeRequest http)
{
    public FakeServer Server { get; } = server;

    public FakeRequest Http { get; } = http;

    public ZimbraDirectory Directory => Server.Directory;

    public AuthToken? Token { get; set; }

    /// <summary>The token's account; null without a token.</summary>
    public Model.Account? Caller { get; set; }

    /// <summary>The account named in the header; null when none is.</summary>
    public Model.Account? Named { get; set; }

    public bool NoQualify { get; set; }

    /// <summary>Cookies to set.</summary>
    public List<string> Cookies { get; } = [];

    /// <summary>Mailboxes that were used, for the header's change token.</summary>
    public Model.Account? MailboxUsed { get; set; }

    /// <summary>The account on whose mailbox the request runs.</summary>
    public Model.Account Requested => Named ?? Caller ?? throw SoapFault.AuthRequired();

    public bool HasAdminPowers => Token is { IsAdmin: true };

    public Visitor Visitor => Visitor.Of(Caller!, HasAdminPowers || (Token?.DelegatedBy is not null && Caller == Requested));

    /// <summary>Ids are qualified in somebody else's mailbox (protocol.md §2.7).</summary>
    public bool Qualifies => Requested != Caller && !NoQualify;

    public Mailbox Mailbox
    {
        get
        {
            MailboxUsed = Requested;
            return Directory.MailboxOf(Requested);
        }
    }

    public string Id(Model.Account owner, int id) => owner == Caller || NoQualify ? id.ToString(System.Globalization.CultureInfo.InvariantCulture) : $"{owner.Id}:{id}";
}
