using Zourit.Zimbra.Sharing.Testing.Mail;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;

namespace Zourit.Zimbra.Sharing.Testing.Soap;

/// <summary>A fault on its way to the client.</summary>
internal sealed class SoapFault : Exception
{
    private static readonly string[] ReceiverCodes =
    [
        "service.FAILURE",
        "account.MAINTENANCE_MODE",
        "account.ACCOUNT_INACTIVE",
        "service.TEMPORARILY_UNAVAILABLE",
        "account.TOO_MANY_SEARCH_RESULTS",
        "mail.TRY_AGAIN",
    ];

    public SoapFault(string code, string reason, params (string Name, string Type, string Value)[] arguments)
        : base(reason)
    {
        Code = code;
        Arguments = arguments;
        IsReceiver = ReceiverCodes.Contains(code);
    }

    public string Code { get; }

    public IReadOnlyList<(string Name, string Type, string Value)> Arguments { get; }

    /// <summary>Whether the fault says that the server, not the sender, is to blame.</summary>
    public bool IsReceiver { get; init; }

    public static SoapFault Invalid(string what) => new("service.INVALID_REQUEST", $"invalid request: {what}");

    public static SoapFault MissingAttribute(string name) => Invalid($"missing required attribute: {name}");

    public static SoapFault MissingElement(string name) => Invalid($"missing required element: {name}");

    public static SoapFault Denied(string what) => new("service.PERM_DENIED", $"permission denied: {what}");

    public static SoapFault Failure(string what) => new("service.FAILURE", $"system failure: {what}");

    /// <summary>The fault that a rule of misbehaviour asks for.</summary>
    public static SoapFault Injected(FaultEffect effect) => new(effect.Code, effect.Reason) { IsReceiver = effect.IsReceiver };

    public static SoapFault AuthFailed(string name) => new("account.AUTH_FAILED", $"authentication failed for [{name}]");

    public static SoapFault AuthRequired() => new("service.AUTH_REQUIRED", "no valid authtoken present");

    public static SoapFault AuthExpired() => new("service.AUTH_EXPIRED", "auth credentials have expired");

    /// <summary>What a mail that did not leave is answered with (docs/protocol.md §5.5 and §F).</summary>
    public static SoapFault Of(DeliveryException failure) =>
        failure.Problem switch
        {
            DeliveryProblem.AddressRefused => RecipientRefused(failure.About),
            DeliveryProblem.SendFailed => new("mail.SEND_FAILURE", "SMTP server reported: transaction failed"),
            DeliveryProblem.Unreachable => new("mail.TRY_AGAIN", "try again: Unable to connect to the MTA"),
            DeliveryProblem.NotTried => Failure("Messaging Exception while sending share notification message"),
            _ => new("mail.QUOTA_EXCEEDED", "mailbox exceeded quota", ("limit", "NUM", failure.About)),
        };

    /// <summary>The mail transport has refused the recipient, who was sent nothing.</summary>
    public static SoapFault RecipientRefused(string address) =>
        new(
            "mail.SEND_ABORTED_ADDRESS_FAILURE",
            $"Invalid address: {address}.  com.zimbra.cs.mailbox.MailSender$SafeSendFailedException: MESSAGE_NOT_DELIVERED; chained "
                + $"exception "
                + $"is:\n"
                + $"\tcom.zimbra.cs.mailclient.smtp.InvalidRecipientException: RCPT failed: Invalid recipient {address}: 550 5.1.1 no such "
                + $"user",
            ("invalid", "STR", address)
        );

    public static SoapFault TooManyHops(string hops) => new("service.TOO_MANY_HOPS", $"mountpoint loop detected: hops={hops}");

    public static SoapFault NoSuchAccount(string name) => new("account.NO_SUCH_ACCOUNT", $"no such account: {name}");

    public static SoapFault NoSuchFolder(string id) => new("mail.NO_SUCH_FOLDER", $"no such folder id: {id}", ("itemId", "IID", id));

    public static SoapFault NoSuchItem(string id) => new("mail.NO_SUCH_ITEM", $"no such item: {id}", ("itemId", "IID", id));
}
