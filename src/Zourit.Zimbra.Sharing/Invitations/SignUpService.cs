using System.Net;
using System.Text;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Transport;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>
/// Plain HTTP with the sign-up servlet. Redirects are not followed and no cookie is kept, as for all that the library sends; the one cookie
/// that the servlet needs is carried by hand.
/// </summary>
internal sealed class SignUpService(Connection connection)
{
    /// <summary>The operation of <see cref="OpenAsync"/>, in exceptions and telemetry.</summary>
    public const string Opening = "extuserprov GET";

    /// <summary>The operation of <see cref="SignUpAsync"/>, in exceptions and telemetry.</summary>
    public const string SigningUp = "extuserprov POST";

    private const int MaxPageBytes = 1024 * 1024;

    /// <summary>
    /// Opens a personal link. Where the account exists this puts the folder into it, again and again with the same result.
    /// </summary>
    public Task<SignUpPage> OpenAsync(Uri link, CancellationToken cancellationToken) =>
        connection
            .CallsTo(link)
            .Pipeline.RunAsync(
                Opening,
                RetrySafety.Safe,
                static (call, token) =>
                    call.self.SendAsync(Opening, isSafe: true, () => new HttpRequestMessage(HttpMethod.Get, call.link), token),
                (self: this, link),
                cancellationToken
            );

    /// <summary>Posts the sign-up form once.</summary>
    public Task<SignUpPage> SignUpAsync(
        Uri link,
        string linkToken,
        string displayName,
        Secret password,
        CancellationToken cancellationToken
    ) =>
        connection
            .CallsTo(link)
            .Pipeline.RunAsync(
                SigningUp,
                RetrySafety.Verifiable,
                static (call, token) => call.self.SendAsync(SigningUp, isSafe: false, call.form, token),
                (self: this, form: (Func<HttpRequestMessage>)(() => Form(link, linkToken, displayName, password))),
                cancellationToken
            );

    private static HttpRequestMessage Form(Uri link, string linkToken, string displayName, Secret password)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(link.GetLeftPart(UriPartial.Path)))
        {
            Content = new FormUrlEncodedContent([
                KeyValuePair.Create("displayname", displayName),
                KeyValuePair.Create("password", password.Reveal()),
            ]),
        };
        request.Headers.Add("Cookie", SignUpPage.CookieHeader(linkToken));
        return request;
    }

    private async ValueTask<SignUpPage> SendAsync(
        string operation,
        bool isSafe,
        Func<HttpRequestMessage> make,
        CancellationToken cancellationToken
    )
    {
        using HttpRequestMessage request = make();
        long started = connection.Options.TimeProvider.GetTimestamp();
        try
        {
            SignUpPage page = await AskAsync(operation, isSafe, request, cancellationToken).ConfigureAwait(false);
            connection.Logger.Answered(operation, connection.Options.TimeProvider.GetElapsedTime(started).TotalMilliseconds);
            return page;
        }
        catch (ZimbraException e)
        {
            connection.Logger.Failed(
                operation,
                e.GetType().Name,
                connection.Options.TimeProvider.GetElapsedTime(started).TotalMilliseconds
            );
            throw;
        }
    }

    private async Task<SignUpPage> AskAsync(string operation, bool isSafe, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = new RequestScope(operation, isSafe, cancellationToken);
        try
        {
            using HttpResponseMessage response = await connection
                .Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            call.HeadersComplete = true;
            call.ReplyBegun = response.StatusCode == HttpStatusCode.OK;
            await response.Content.LoadIntoBufferAsync(MaxPageBytes, cancellationToken).ConfigureAwait(false);
            byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            var page = SignUpPage.Read(response, Encoding.UTF8.GetString(body));
            if (response.StatusCode == HttpStatusCode.OK || page.SignedUp || (isSafe && page.RejectsLink))
            {
                return page;
            }

            // A sign-up that succeeded is answered by a redirect too; without the session's cookie it looks like a proxy's. And
            // once the link was accepted, an HTTP 500 says nothing about it.
            throw !isSafe && response.StatusCode is HttpStatusCode.Found or HttpStatusCode.InternalServerError
                ? call.Lost(SignUpTexts.NoSession((int)response.StatusCode))
                : HttpFailure.Describe(call, response, request.RequestUri!, connection.Options.TimeProvider.GetUtcNow());
        }
        catch (HttpRequestException e)
        {
            throw HttpFailure.Describe(call, e, request.RequestUri!, SignUpTexts.TooLarge(MaxPageBytes));
        }
        catch (IOException e)
        {
            throw call.Lost(HttpTexts.CutWhileComing, e);
        }
        catch (InvalidDataException e)
        {
            throw call.Unreadable(HttpTexts.Undecodable, e);
        }
    }
}
