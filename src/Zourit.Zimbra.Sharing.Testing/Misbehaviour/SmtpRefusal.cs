namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>The ways a mail server refuses a recipient.</summary>
internal enum SmtpRefusal
{
    /// <summary>The address is refused (550): <c>mail.SEND_ABORTED_ADDRESS_FAILURE</c>.</summary>
    AddressRefused,

    /// <summary>The conversation breaks off: <c>mail.SEND_FAILURE</c>.</summary>
    SendFailed,

    /// <summary>The mail server cannot be reached: <c>mail.TRY_AGAIN</c>.</summary>
    Unreachable,
}
