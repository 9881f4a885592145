using System.Text;
using Zourit.Zimbra.Sharing.Testing.Journals;
using Zourit.Zimbra.Sharing.Testing.Mail;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Rest;
using Zourit.Zimbra.Sharing.Testing.SignUp;
using Zourit.Zimbra.Sharing.Testing.Soap;

namespace Zourit.Zimbra.Sharing.Testing.Hosting;

/// <summary>
/// The server behind both ports: routes a request to SOAP, REST or the sign-up servlet. One request at a time (of a batch: one of its
/// requests), so the model needs no locks of its own.
/// </summary>
internal sealed class FakeServer
{
    private readonly Lock _lock = new();

    public FakeServer(TimeProvider time, int journalCapacity, TimeSpan mailServerRetry)
    {
        Directory = new ZimbraDirectory(time);
        Expired = new ExpiredGrants(this);
        Published = new PublishedShares(Directory) { AclChanged = Expired.Schedule };
        Journal = new Journal(time, journalCapacity);
        Misbehave = new MisbehaviourRules(time, new KnownOperations(Operations.Names))
        {
            ExpireToken = value => Locked(() => Directory.Tokens.Expire(value)),
            SetPublicationLag = lag => Locked(() => Published.Lag = lag),
        };
        Transport = new MailTransport(Directory, Outbox, Misbehave, mailServerRetry);
    }

    public MisbehaviourRules Misbehave { get; }

    public Journal Journal { get; }

    public ZimbraDirectory Directory { get; }

    public Outbox Outbox { get; } = new();

    public MailTransport Transport { get; }

    public PublishedShares Published { get; }

    public ExpiredGrants Expired { get; }

    public SoapSessions Sessions { get; } = new();

    /// <summary>Where the user service listens; known once it does.</summary>
    public Uri UserUri { get; set; } = new("http://127.0.0.1/");

    /// <summary>Where the admin service listens; known once it does.</summary>
    public Uri AdminUri { get; set; } = new("http://127.0.0.1/");

    public string TraceWord { get; } = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray()[..8]);

    public T Locked<T>(Func<T> work)
    {
        lock (_lock)
        {
            return work();
        }
    }

    public async Task<FakeResponse> HandleAsync(FakeRequest request)
    {
        Locked(() =>
        {
            Expired.Settle();
            Published.Settle();
            return true;
        });
        return Refuse(request)
            ?? (IsSoap(request) ? await SoapEngine.HandleAsync(this, request).ConfigureAwait(false) : Locked(() => Page(request)));
    }

    private static FakeResponse? Refuse(FakeRequest request) =>
        request.RawTarget.Contains("%00", StringComparison.Ordinal) ? FakeResponse.Error(400, "Bad Request")
        : request.Method == "POST" && !request.ComesFromHere ? FakeResponse.Error(403, "Forbidden")
        : null;

    private static bool IsSoap(FakeRequest request) =>
        request.RawPath.StartsWith(request.IsAdminPort ? "/service/admin/soap" : "/service/soap", StringComparison.Ordinal);

    private FakeResponse Page(FakeRequest request) =>
        request.RawPath switch
        {
            _ when request.IsAdminPort => FakeResponse.Error(404, "Not Found"),
            "/service/extuserprov" or "/service/extuserprov/" => SignUpServlet.Handle(this, request),
            OutboxPage.Path => OutboxPage.Of(Outbox),
            "/service/preauth" => PreauthServlet.Handle(this, request),
            "/service/pubcal/freebusy.ifb" => FreeBusyFormat.Public(this, request),
            var path when UserServlet.Serves(path) => new UserServlet(this, request).Handle(),
            "/" => FakeResponse.Text(200, "text/html;charset=utf-8", "<html><body>Zimbra (a fake one)</body></html>"),
            _ => FakeResponse.Error(404, "Not Found"),
        };

    public static string Utf8(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
