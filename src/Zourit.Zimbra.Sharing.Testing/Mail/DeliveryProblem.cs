namespace Zourit.Zimbra.Sharing.Testing.Mail;

/// <summary>Why a mail did not leave. In every case nothing was sent to that recipient.</summary>
internal enum DeliveryProblem
{
    /// <summary>The mail server refuses the recipient (550).</summary>
    AddressRefused,

    /// <summary>The mail server breaks off.</summary>
    SendFailed,

    /// <summary>The mail server cannot be reached.</summary>
    Unreachable,

    /// <summary>The mail server could not be reached within the last minute, and is not asked again before that is over.</summary>
    NotTried,

    /// <summary>The sender's mailbox has no room for the copy, which is stored before the mail is handed over.</summary>
    MailboxFull,
}
