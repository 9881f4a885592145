using Zourit.Zimbra.Sharing.Testing.Dav;
using Zourit.Zimbra.Sharing.Testing.Journals;
using Zourit.Zimbra.Sharing.Testing.Rest;
using Zourit.Zimbra.Sharing.Testing.SignUp;
using Zourit.Zimbra.Sharing.Testing.Soap;
using Zourit.Zimbra.Sharing.Testing.State;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Hosting;

/// <summary>The server behind both ports: routes a request to SOAP, REST or the sign-up servlet.</summary>
internal sealed class FakeServer
{
    private readonly SoapEngine _soap;

    public FakeServer(TimeProvider time, int journalCapacity, TimeSpan mailServerRetry)
    {
        State = new ServerState(time, mailServerRetry, Operations.Names);
        Journal = new Journal(time, journalCapacity);
        _soap = new SoapEngine(State);
    }

    public ServerState State { get; }

    public Journal Journal { get; }

    public async Task<FakeResponse> HandleAsync(FakeRequest request)
    {
        State.Settle();
        return Refuse(request)
            ?? (IsSoap(request) ? await _soap.HandleAsync(request).ConfigureAwait(false) : State.Locked(() => Page(request)));
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
            _ when DavServlet.Serves(request) => DavServlet.Handle(State, request),
            var path when request.IsAdminPort && !UserServlet.Serves(path) => FakeResponse.Error(404, "Not Found"),
            "/service/extuserprov" or "/service/extuserprov/" => SignUpServlet.Handle(State, request),
            OutboxPage.Path => OutboxPage.Of(State.Outbox),
            "/service/preauth" => PreauthServlet.Handle(State, request),
            "/service/pubcal/freebusy.ifb" => FreeBusyFormat.Public(State, request),
            var path when UserServlet.Serves(path) => new UserServlet(State, request).Handle(),
            "/" => FakeResponse.Text(200, "text/html;charset=utf-8", "<html><body>Zimbra (a fake one)</body></html>"),
            _ => FakeResponse.Error(404, "Not Found"),
        };
}
