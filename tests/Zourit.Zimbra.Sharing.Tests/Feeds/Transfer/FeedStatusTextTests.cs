using System.Net;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Feeds.Transfer;
using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Transport;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Feeds.Transfer;

/// <summary>What is said of every status that is no feed, to readers who sign in and to those who do not.</summary>
public sealed class FeedStatusTextTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly FailureTexts _texts = new();

    [Fact]
    public void What_is_said_of_a_status_is_the_approved_text()
    {
        foreach (int status in (int[])[201, 302, 399, 400, 401, 403, 404, 405, 407, 408, 418, 429, 500, 501, 502, 503, 504])
        {
            Add(status);
            Add(status, new FeedCredentials("adresse.orange.fr@monasso.org", new Secret("s3cret")));
        }

        foreach (int status in (int[])[401, 404])
        {
            Add(status, path: "owner@monasso.org/my-events.ifb?start=1");
            Add(
                status,
                new FeedCredentials("adresse.orange.fr@monasso.org", new Secret("s3cret")),
                "owner@monasso.org/my-events.ifb?start=1"
            );
        }

        Add(302, change: response => response.Headers.Location = new Uri("https://user:s3cret@elsewhere.example/x?token=s3cret"));
        Add(401, change: response => response.Headers.WwwAuthenticate.Clear());
        Add(429, change: response => response.Headers.RetryAfter = new(TimeSpan.FromSeconds(7)));
        _texts.Match("Feeds/Transfer/FeedStatuses.approved.txt");
    }

    [Fact]
    public void How_long_to_wait_is_counted_from_the_moment_of_the_answer()
    {
        ZimbraException e = Describe(503, null, "x.ics", response => response.Headers.RetryAfter = new(Now.AddSeconds(9)));

        Assert.Equal(
            (TimeSpan.FromSeconds(9), HttpStatusCode.ServiceUnavailable),
            (((ZimbraConnectionException)e).RetryAfter, ((ZimbraConnectionException)e).StatusCode)
        );
    }

    private void Add(
        int status,
        FeedCredentials? credentials = null,
        string path = "owner@monasso.org/my-events.ics",
        Action<HttpResponseMessage>? change = null
    ) => _texts.Add($"{status}{(credentials is null ? "" : ", signed in")}", () => throw Describe(status, credentials, path, change));

    private static ZimbraException Describe(int status, FeedCredentials? credentials, string path, Action<HttpResponseMessage>? change)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        response.Headers.WwwAuthenticate.ParseAdd("Basic realm=\"Zimbra\"");
        change?.Invoke(response);
        return FeedStatus.Describe(
            new RequestScope("GET ics", isSafe: true, CancellationToken.None),
            response,
            new Uri("https://mail.monasso.org/home/" + path),
            credentials,
            Now
        );
    }
}
