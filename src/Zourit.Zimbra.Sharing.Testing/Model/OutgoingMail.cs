namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>A mail that left the server.</summary>
/// <param name="From">The sender's address.</param>
/// <param name="To">The recipient's address, as typed.</param>
/// <param name="Subject">The subject, decoded.</param>
/// <param name="Text">The plain-text part, decoded.</param>
/// <param name="Html">The HTML part, decoded.</param>
/// <param name="Raw">The whole MIME text.</param>
/// <param name="SenderName">The personal part of From, or null.</param>
public sealed record OutgoingMail(string From, string To, string Subject, string Text, string Html, string Raw, string? SenderName)
{
    private const string CreatedPrefix = "Share Created: ";

    /// <summary>The address to which the envelope goes: the bare one of a <c>Name &lt;addr&gt;</c> form.</summary>
    public string EnvelopeTo =>
        To.Contains('<', StringComparison.Ordinal) ? To[(To.IndexOf('<', StringComparison.Ordinal) + 1)..].TrimEnd('>', ' ') : To;

    /// <summary>
    /// The subject that holds a thread together. The server strips the first of its own prefixes, as it strips <c>Re:</c> and <c>Fwd:</c>,
    /// and leaves the others (recordings 05-06, 05-13).
    /// </summary>
    internal string ThreadTopic => Subject.StartsWith(CreatedPrefix, StringComparison.Ordinal) ? Subject[CreatedPrefix.Length..] : Subject;

    /// <summary>The guest's personal link in the text, without the full stop that follows it; null when the mail holds none.</summary>
    public Uri? PersonalLink => ProvisioningToken.FindLink(Text);
}
