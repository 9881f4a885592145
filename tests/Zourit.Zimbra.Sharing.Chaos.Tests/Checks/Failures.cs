using System.Reflection;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Chaos.Tests.Checks;

/// <summary>What the library tells of failures. It alone makes these things, so that they are made here past its back.</summary>
internal static class Failures
{
    public static ZimbraException NotDone() =>
        Make<ZimbraConnectionException>(new LocalizedText("The reply was lost, and nothing was changed."), null);

    public static ZimbraException Unknown(string? operation = null)
    {
        ZimbraException unknown = Make<ZimbraOutcomeUnknownException>(new LocalizedText("The reply was lost."), null);
        typeof(ZimbraException).GetProperty(nameof(ZimbraException.Operation))!.SetValue(unknown, operation);
        return unknown;
    }

    public static ZimbraException Fault(string code, params IReadOnlyList<ZimbraFaultArgument> arguments) =>
        Make<ZimbraFaultException>(
            new ZimbraFault
            {
                Code = code,
                Reason = code,
                IsSenderFault = true,
                Arguments = arguments,
            },
            "FolderActionRequest"
        );

    public static ShareNotification Mail(NotificationStatus status, string? reason = null) =>
        new() { Status = status, Reason = reason is null ? null : new LocalizedText(reason) };

    private static T Make<T>(params object?[] arguments) =>
        (T)Activator.CreateInstance(typeof(T), BindingFlags.NonPublic | BindingFlags.Instance, null, arguments, null)!;
}
