using System.Net;
using System.Reflection;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Tests.Conventions;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Documentation;

/// <summary>One exception of each kind that the library can throw by itself: each type, each reason, each code.</summary>
internal static class EveryException
{
    public static IReadOnlyList<string> Codes { get; } =
    [
        .. typeof(ZimbraFaultCodes)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!),
    ];

    public static IReadOnlyList<ZimbraException> All { get; } =
        With("what happened", new LocalizedText("what happened", "ce qui s'est passé"), cause: null);

    public static IReadOnlyList<Type> Types { get; } = [.. Packages.LibraryTypes.Where(type => type.IsSubclassOf(typeof(ZimbraException)))];

    /// <summary>All of them around a text, which is in every place that a text can come to them from outside.</summary>
    public static IReadOnlyList<ZimbraException> With(string text, Exception? cause = null) => With(text, new(text), cause);

    private static IReadOnlyList<ZimbraException> With(string text, LocalizedText said, Exception? cause) =>
        [
            .. Codes.Append("novel.CODE").Select(code => Fault(code, text)),
            .. Enum.GetValues<AuthenticationFailure>()
                .Skip(1)
                .Select(failure => new ZimbraAuthenticationException(failure, said, cause) { Operation = "AuthRequest" }),
            .. Enum.GetValues<InvitationFailure>()
                .Skip(1)
                .Select(failure => new ZimbraInvitationException(failure, said, innerException: cause) { Operation = "extuserprov POST" }),
            new ZimbraConnectionException(said, cause)
            {
                Operation = "NoOpRequest",
                IsTransient = true,
                StatusCode = HttpStatusCode.ServiceUnavailable,
                RetryAfter = TimeSpan.FromSeconds(1),
            },
            new ZimbraFeedException(HttpStatusCode.NotFound, said) { Operation = "GET ics" },
            new ZimbraGuestAddressException(
                GuestAddress.Parse("adresse@orange.f"),
                new LocalizedText(text, "une adresse mal saisie"),
                "adresse@orange.fr"
            ),
            new ZimbraGuestCollisionException(GuestAddress.Parse("adresse@orange.fr"), said, cause)
            {
                TakenName = "adresse.orange.fr@monasso.org",
                OtherGuest = "adresse.orange@fr",
            },
            new ZimbraShareNotFoundException(said),
            new ZimbraMissingRightException(
                Fault(ZimbraFaultCodes.PermissionDenied, text),
                [MissingRights.Grant("adminLoginAs", RightTarget.Domain("monasso.org"), "pipe@monasso.org")]
            ),
            new ZimbraConflictException(said, cause) { Operation = "FolderActionRequest" },
            new ZimbraOutcomeUnknownException(said, cause) { Operation = "SendShareNotificationRequest" },
            new ZimbraProtocolException(said, cause) { Operation = "NoOpRequest" },
        ];

    public static ZimbraFaultException Fault(string code, string reason, bool isRead = false) =>
        new(
            new ZimbraFault
            {
                Code = code,
                Reason = reason,
                IsSenderFault = true,
                TraceId = "qtp1-9:1767225600000:11aa",
                Arguments =
                [
                    new ZimbraFaultArgument
                    {
                        Name = "name",
                        Type = "STR",
                        Value = reason,
                    },
                ],
            },
            "FolderActionRequest"
        )
        {
            IsRead = isRead,
        };
}
