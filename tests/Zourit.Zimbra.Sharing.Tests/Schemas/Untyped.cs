using System.Reflection;
using Zourit.Zimbra.Sharing.Messages;

namespace Zourit.Zimbra.Sharing.Tests.Schemas;

/// <summary>Sends a request whose type is not known where it is sent.</summary>
internal static class Untyped
{
    private static readonly MethodInfo Send = typeof(ZimbraClient).GetMethod(nameof(ZimbraClient.SendAsync))!;

    public static Task SendAsync(ZimbraClient client, ZimbraRequest request, CancellationToken cancellationToken)
    {
        Type response = request.GetType().BaseType!.GetGenericArguments()[0];
        return (Task)Send.MakeGenericMethod(response).Invoke(client, [request, cancellationToken])!;
    }

    /// <summary>The same, for the response.</summary>
    public static async Task<object?> SendForResponseAsync(ZimbraClient client, ZimbraRequest request, CancellationToken cancellationToken)
    {
        Task sending = SendAsync(client, request, cancellationToken);
        await sending;
        return sending.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(sending);
    }

    /// <summary>The response in an outcome; null when there is none.</summary>
    public static object? ResponseOf(BatchOutcome outcome) => outcome.GetType().GetProperty(nameof(BatchOutcome<>.Response))!.GetValue(outcome);
}
