using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Transport;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>The few CalDAV requests that a diagnosis sends, each once; nothing is changed by them.</summary>
internal sealed class DavRequest(Connection connection)
{
    private const int MaxBytes = 4 * 1024 * 1024;

    public static XNamespace Dav { get; } = "DAV:";

    public static XNamespace CalDav { get; } = "urn:ietf:params:xml:ns:caldav";

    /// <summary>What an account's home lists.</summary>
    public Task<DavAnswer> ListAsync(Uri home, FeedCredentials? credentials, CancellationToken cancellationToken) =>
        SendAsync(
            "PROPFIND",
            home,
            credentials,
            """<propfind xmlns="DAV:" xmlns:C="http://calendarserver.org/ns/"><prop><resourcetype/><C:getctag/></prop></propfind>""",
            cancellationToken
        );

    /// <summary>Whether a calendar can be read: its events in a second of 1970.</summary>
    public Task<DavAnswer> QueryAsync(Uri calendar, FeedCredentials credentials, CancellationToken cancellationToken) =>
        SendAsync(
            "REPORT",
            calendar,
            credentials,
            """
            <C:calendar-query xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><prop><getetag/></prop><C:filter>
            <C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:time-range start="19700101T000000Z" end="19700101T000001Z"/>
            </C:comp-filter></C:comp-filter></C:filter></C:calendar-query>
            """,
            cancellationToken
        );

    /// <summary>The door by which programs find CalDAV.</summary>
    public Task<DavAnswer> KnockAsync(Uri address, CancellationToken cancellationToken) =>
        SendAsync("GET", address, credentials: null, body: null, cancellationToken);

    /// <exception cref="ZimbraException">The server was not reached in time, or answered what is no answer.</exception>
    private async Task<DavAnswer> SendAsync(
        string method,
        Uri address,
        FeedCredentials? credentials,
        string? body,
        CancellationToken cancellationToken
    )
    {
        string operation = $"{method} dav";
        await connection.CallsTo(address).WaitAsync(operation, cancellationToken).ConfigureAwait(false);
        var call = new RequestScope(operation, isSafe: true, cancellationToken) { Sent = true };
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Add("Depth", "1");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "text/xml");
        if (credentials is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials.BasicToken());
        }

        try
        {
            using HttpResponseMessage response = await connection
                .Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            await response.Content.LoadIntoBufferAsync(MaxBytes, cancellationToken).ConfigureAwait(false);
            Stream content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return new DavAnswer(response.StatusCode, response.StatusCode == HttpStatusCode.MultiStatus ? Read(content) : []);
        }
        catch (HttpRequestException e)
        {
            throw HttpFailure.Describe(call, e, address, $"the answer is larger than {MaxBytes} bytes.");
        }
        catch (IOException e)
        {
            throw call.Lost($"the connection to {address.GetLeftPart(UriPartial.Authority)} was cut.", e);
        }
        catch (XmlException e)
        {
            throw call.Unreadable($"{address} answered with XML that cannot be read.", e);
        }
    }

    private static IReadOnlyList<DavItem> Read(Stream content)
    {
        using var reader = XmlReader.Create(
            content,
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = MaxBytes }
        );
        return
        [
            .. XDocument
                .Load(reader)
                .Descendants(Dav + "response")
                .Select(response => new DavItem(
                    response.Element(Dav + "href")?.Value.Trim() ?? "",
                    response.Descendants(CalDav + "calendar").Any(),
                    response.Descendants(XName.Get("mountpoint", "http://yahoo.com/ns/")).Any()
                )),
        ];
    }
}
