using System.Reflection;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;

namespace Zourit.Zimbra.Sharing.Tests.Schemas;

/// <summary>Sends a request whose type is not known where it is sent.</summary>
internal static class Untyped
{
    private static readonly MethodInfo SendOnly = typeof(RequestDispatcher).GetMethod(nameof(RequestDispatcher.SendAsync))!;

    /// <summary>As a caller of a client or of a mailbox does.</summary>
    public static Task SendAsync(object sender, ZimbraRequest request, CancellationToken cancellationToken) =>
        SendAsync(sender.GetType().GetMethod(nameof(ZimbraClient.SendAsync))!, sender, request, cancellationToken);

    /// <summary>This request and no other.</summary>
    public static Task SendOnlyAsync(ZimbraClient client, ZimbraRequest request, CancellationToken cancellationToken) =>
        SendAsync(SendOnly, client.Dispatcher, request, cancellationToken);

    /// <summary>The same, for the response.</summary>
    public static async Task<object?> SendForResponseAsync(ZimbraClient client, ZimbraRequest request, CancellationToken cancellationToken)
    {
        Task sending = SendOnlyAsync(client, request, cancellationToken);
        await sending;
        return sending.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(sending);
    }

    /// <summary>The response in an outcome; null when none exists.</summary>
    public static object? ResponseOf(BatchOutcome outcome) =>
        outcome.GetType().GetProperty(nameof(BatchOutcome<>.Response))!.GetValue(outcome);

    private static Task SendAsync(MethodInfo send, object sender, params object?[] arguments)
    {
        Type response = arguments[0]!.GetType().BaseType!.GetGenericArguments()[0];
        return (Task)send.MakeGenericMethod(response).Invoke(sender, arguments)!;
    }
}
