using System.Net;
using Microsoft.AspNetCore.Http;
using Zourit.Zimbra.Sharing.Testing.Journals;

namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>
/// Stands before WireMock, where a reply can still be delayed, cut or thrown away: lets a request in or refuses it, applies the rules that
/// are due, and writes the journal.
/// </summary>
internal sealed class MisbehaviourMiddleware(RequestDelegate next, MisbehaviourRules rules, Journal journal)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await rules.Late.FinishDueAsync().ConfigureAwait(false);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        body.Position = 0;
        context.Request.Body = body;
        var operations = OperationNames.Of(context.Request, body);
        var entry = journal.Begin(context, operations, body.ToArray());
        try
        {
            await AnswerAsync(context, operations, entry).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone; there is nobody left to answer.
        }
        finally
        {
            journal.End(entry);
        }
    }

    private async Task AnswerAsync(HttpContext context, IReadOnlyList<string> operations, JournalDraft entry)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (rules.Gate.Refuse(new IPEndPoint(address, context.Connection.RemotePort)) is { } status)
        {
            entry.Injected.Add($"Gate {status}");
            journal.End(entry);
            await ProxyPage.Refusal(context, status).SendAsync().ConfigureAwait(false);
            return;
        }
        Func<Task<HeldReply>> serve = () => ServeAsync(context, operations, address, entry);
        // What is done later is done only where nothing else keeps the request from the server.
        TransportEffect[] due =
        [
            .. rules
                .Due<TransportEffect>(MisbehaviourRules.Anything)
                .Concat(operations.SelectMany(rules.Due<TransportEffect>))
                .OrderBy(effect => effect.Late is not null),
        ];
        entry.Injected.AddRange(due.Select(effect => effect.Kind));
        var reply = await RunAsync(context, due, serve).ConfigureAwait(false);
        journal.End(entry);
        if (reply is not null && !context.RequestAborted.IsCancellationRequested)
            await reply.SendAsync().ConfigureAwait(false);
    }

    private async Task<HeldReply?> RunAsync(HttpContext context, ReadOnlyMemory<TransportEffect> effects, Func<Task<HeldReply>> serve)
    {
        if (effects.IsEmpty)
            return await serve().ConfigureAwait(false);
        if (effects.Span[0].Late is { } late)
        {
            var copy = LateRequests.Copy(context);
            rules.Late.Add(late, () => next(copy));
        }
        return await effects
            .Span[0]
            .RunAsync(context, async () => await RunAsync(context, effects[1..], serve).ConfigureAwait(false) ?? new HeldReply(context, []))
            .ConfigureAwait(false);
    }

    private async Task<HeldReply> ServeAsync(HttpContext context, IReadOnlyList<string> operations, IPAddress address, JournalDraft entry)
    {
        var reply = await HeldReply.HoldAsync(context, () => next(context)).ConfigureAwait(false);
        entry.Answered(context.Response, reply.Body);
        journal.End(entry);
        if (
            context.Response.StatusCode == StatusCodes.Status500InternalServerError
            && operations.Contains("AuthRequest")
            && reply.Body.AsSpan().IndexOf("account.AUTH_FAILED"u8) >= 0
        )
            rules.Gate.LoginFailed(address);
        return reply;
    }
}
