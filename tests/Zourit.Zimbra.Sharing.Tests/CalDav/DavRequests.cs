using System.Net.Http.Headers;
using System.Text;

namespace Zourit.Zimbra.Sharing.Tests.CalDav;

/// <summary>What a guest's calendar program sends, with its credentials.</summary>
internal sealed class DavRequests(string userName, string password) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public Task<(int Status, string Body)> PropFindAsync(Uri address, int depth = 0) =>
        SendAsync("PROPFIND", address, "<propfind xmlns='DAV:'><prop><resourcetype/><displayname/></prop></propfind>", depth);

    public Task<(int Status, string Body)> QueryAsync(Uri address) =>
        SendAsync(
            "REPORT",
            address,
            "<C:calendar-query xmlns='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'><prop><getetag/><C:calendar-data/></prop>"
                + "<C:filter><C:comp-filter name='VCALENDAR'><C:comp-filter name='VEVENT'/></C:comp-filter></C:filter></C:calendar-query>",
            1
        );

    public Task<(int Status, string Body)> RenameAsync(Uri address, string name) =>
        SendAsync(
            "PROPPATCH",
            address,
            $"<propertyupdate xmlns='DAV:'><set><prop><displayname>{name}</displayname></prop></set></propertyupdate>"
        );

    public Task<(int Status, string Body)> DeleteAsync(Uri address) => SendAsync("DELETE", address, null);

    public Task<(int Status, string Body)> PutAsync(Uri calendar, string uid, string summary, string more = "") =>
        SendAsync(
            "PUT",
            new Uri(calendar, $"{uid}.ics"),
            $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//EN\r\nBEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20270101T000000Z\r\n"
                + $"DTSTART:20270501T100000Z\r\nDTEND:20270501T110000Z\r\nSUMMARY:{summary}\r\n{more}END:VEVENT\r\nEND:VCALENDAR\r\n",
            type: "text/calendar"
        );

    public void Dispose() => _http.Dispose();

    private async Task<(int Status, string Body)> SendAsync(
        string method,
        Uri address,
        string? body,
        int depth = 0,
        string type = "text/xml"
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password}"))
        );
        request.Headers.Add("Depth", depth.ToString(System.Globalization.CultureInfo.InvariantCulture));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, type);
        using HttpResponseMessage response = await _http.SendAsync(request, Token);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Token));
    }
}
