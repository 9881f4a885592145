using System.Net;
using System.Text;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Chaos.Worlds;

namespace Zourit.Zimbra.Sharing.Chaos.Processes;

/// <summary>
/// Stands between a client's handlers and the network: waits for the request's turn, lets the caller give up or the process die in the
/// middle of it, notes how it ended, and takes down the tokens that pass.
/// </summary>
internal sealed class WireHandler(World world, CallerProcess process) : DelegatingHandler
{
    // For a request that nobody waits for: the server has long done it by then, or never will.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : [];
        string text = Encoding.UTF8.GetString(body);
        process.Canaries.AddTokens($"{request.RequestUri} {request.Headers} {text}");
        Exchange exchange = process.Begin(WireText.OperationOf(request, text), WireText.IsChange(request, text));
        Turn turn = await EnterAsync(cancellationToken);
        if (process.Count() is { } interruption)
        {
            await InterruptAsync(request, body, turn, interruption);
            throw new OperationCanceledException("Nobody waits for it any more.", cancellationToken);
        }

        IDisposable? stall = world.Stalls?.Expect(() =>
        {
            exchange.MayStillRun = true;
            process.Clock.PutForward(TimeSpan.FromSeconds(30));
        });
        try
        {
            HttpResponseMessage response = await SendToTheEndAsync(request, body, cancellationToken);
            process.Canaries.AddTokens(response.Headers.ToString());
            HttpStatusCode status = response.StatusCode;

            exchange.MayStillRun |= WireText.LeavesOpen(status);
            bool isPage = response.Content.Headers.ContentType?.MediaType == "text/html";
            response.Content = new WatchedContent(response.Content, (reply, givenUp) =>
            {
                stall?.Dispose();
                exchange.End = WireText.EndOf(status, reply);

                // Of a proxy's page that was cut there is nothing to be seen but its type.
                exchange.MayStillRun |= givenUp || (reply is null && isPage);
                if (reply is not null)
                {
                    exchange.MayStillRun |= WireText.LeavesOpen(reply);
                    process.Canaries.AddTokens(Encoding.UTF8.GetString(reply));
                }

                turn.Dispose();
            });
            return response;
        }
        catch
        {
            exchange.MayStillRun = true;
            stall?.Dispose();
            turn.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Sends a request. If the caller gives up in another one of the same call, the server may be at this one still: the call ends only
    /// when the server is through with it, else what it does would be taken for the next call's doing.
    /// </summary>
    private async Task<HttpResponseMessage> SendToTheEndAsync(HttpRequestMessage request, byte[] body, CancellationToken cancellationToken)
    {
        HttpRequestMessage copy = Copy(request, body);
        var patience = new CancellationTokenSource();
        Task<HttpResponseMessage> sending = base.SendAsync(copy, patience.Token);
        try
        {
            return await sending.WaitAsync(cancellationToken);
        }
        finally
        {
            if (sending.IsCompleted)
            {
                copy.Dispose();
                patience.Dispose();
            }
            else
            {
                patience.CancelAfter(process.IsInterrupted ? Patience : TimeSpan.Zero);
                process.LeaveUnderWay(EndAsync(sending, copy, patience));
            }
        }
    }

    private async Task EndAsync(Task<HttpResponseMessage> sending, HttpRequestMessage request, CancellationTokenSource patience)
    {
        try
        {
            using HttpResponseMessage response = await sending;
            process.Canaries.AddTokens(response.Headers.ToString());
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            process.Evidence.Add("lost request", e.GetType().Name);
        }
        finally
        {
            request.Dispose();
            patience.Dispose();
        }
    }

    private async Task<Turn> EnterAsync(CancellationToken cancellationToken)
    {
        if (world.Turns is not { } turns)
        {
            return new Turn(null);
        }

        process.Clock.Pause();
        try
        {
            await turns.EnterAsync(process.Plan.Number, cancellationToken);
            return new Turn(turns);
        }
        finally
        {
            process.Clock.Resume();
        }
    }

    private async Task InterruptAsync(HttpRequestMessage request, byte[] body, Turn turn, (Moment Moment, Action Interrupt) interruption)
    {
        switch (interruption.Moment)
        {
            case Moment.BeforeSending:
                turn.Dispose();
                break;
            case Moment.WhileUnderWay:
                process.LeaveUnderWay(DeliverAsync(Copy(request, body), turn));
                break;
            default:
                await DeliverAsync(Copy(request, body), turn);
                break;
        }

        interruption.Interrupt();
    }

    /// <summary>
    /// Sends a request whose answer is for nobody. It may fail in any way; only that the server is through with it counts.
    /// </summary>
    private async Task DeliverAsync(HttpRequestMessage request, Turn turn)
    {
        using var patience = new CancellationTokenSource(Patience);
        using IDisposable? stall = world.Stalls?.Expect(patience.Cancel);
        try
        {
            using HttpResponseMessage response = await base.SendAsync(request, patience.Token);
            process.Canaries.AddTokens(response.Headers.ToString());
            using var reply = new MemoryStream();
            await (await response.Content.ReadAsStreamAsync(patience.Token)).CopyToAsync(new LimitedStream(reply), patience.Token);
            process.Canaries.AddTokens(Encoding.UTF8.GetString(reply.ToArray()));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or InvalidDataException)
        {
            process.Evidence.Add("lost request", e.GetType().Name);
        }
        finally
        {
            request.Dispose();
            turn.Dispose();
        }
    }

    private static HttpRequestMessage Copy(HttpRequestMessage request, byte[] body)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri)
        {
            Version = request.Version,
            VersionPolicy = request.VersionPolicy,
        };
        foreach ((string name, IEnumerable<string> values) in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        if (request.Content is { } content)
        {
            copy.Content = new ByteArrayContent(body);
            foreach ((string name, IEnumerable<string> values) in content.Headers)
            {
                copy.Content.Headers.TryAddWithoutValidation(name, values);
            }
        }

        return copy;
    }

    /// <summary>Gives the turn back, once.</summary>
    private sealed class Turn(Turns? turns) : IDisposable
    {
        private Turns? _turns = turns;

        public void Dispose() => Interlocked.Exchange(ref _turns, null)?.Exit();
    }
}
