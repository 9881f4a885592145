using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Transport;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>The few CalDAV requests that a diagnosis sends, each once; nothing is changed by them.</summary>
internal sealed class DavRequest(Connection connection)
{
    private const int MaxBytes = 4 * 1024 * 1024;
    private const string Dav = "DAV:";
    private const string CalDav = "urn:ietf:params:xml:ns:caldav";
    private const string Yahoo = "http://yahoo.com/ns/";

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
            if (IsOfNoAnswer(response.StatusCode))
            {
                throw HttpFailure.Describe(call, response, address, connection.Options.TimeProvider.GetUtcNow());
            }

            await response.Content.LoadIntoBufferAsync(MaxBytes, cancellationToken).ConfigureAwait(false);
            Stream content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return new DavAnswer(response.StatusCode, response.StatusCode == HttpStatusCode.MultiStatus ? Read(content) : []);
        }
        catch (HttpRequestException e)
        {
            throw HttpFailure.Describe(call, e, address, DavTexts.TooLarge(MaxBytes));
        }
        catch (IOException e)
        {
            throw call.Lost(HttpTexts.CutWhileComing, e);
        }
        catch (InvalidDataException e)
        {
            throw call.Unreadable(HttpTexts.Undecodable, e);
        }
        catch (XmlException e)
        {
            throw call.Unreadable(DavTexts.NoXml(address), e);
        }
    }

    // For the moment, or by what is before the server: it says nothing of what was asked.
    private static bool IsOfNoAnswer(HttpStatusCode status) =>
        status
            is HttpStatusCode.RequestTimeout
                or HttpStatusCode.TooManyRequests
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout;

    private static List<DavItem> Read(Stream content)
    {
        using var reader = XmlReader.Create(
            content,
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = MaxBytes }
        );
        var items = new List<DavItem>();
        bool isHref = false;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                isHref = reader is { LocalName: "href", NamespaceURI: Dav, Depth: 2 };
                if (reader is { LocalName: "response", NamespaceURI: Dav })
                {
                    items.Add(new DavItem("", IsCalendar: false, IsMountpoint: false));
                }
                else if (items.Count > 0 && reader is { LocalName: "calendar", NamespaceURI: CalDav })
                {
                    items[^1] = items[^1] with { IsCalendar = true };
                }
                else if (items.Count > 0 && reader is { LocalName: "mountpoint", NamespaceURI: Yahoo })
                {
                    items[^1] = items[^1] with { IsMountpoint = true };
                }
            }
            else if (isHref && items.Count > 0 && reader.NodeType == XmlNodeType.Text)
            {
                items[^1] = items[^1] with { Href = reader.Value.Trim() };
            }
        }

        return items;
    }
}
