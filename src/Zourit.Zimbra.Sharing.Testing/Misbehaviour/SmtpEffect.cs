namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>What the mail server says to one recipient; asked for by the mail transport once per address.</summary>
/// <param name="Outcome">The refusal.</param>
internal sealed record SmtpEffect(SmtpRefusal Outcome) : IEffect
{
    /// <inheritdoc/>
    public string Kind => $"SMTP {Outcome}";
}
