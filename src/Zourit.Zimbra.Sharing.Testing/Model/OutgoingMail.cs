namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>A mail that left the server.</summary>
public sealed record OutgoingMail
{
    /// <summary>The sender's address.</summary>
    public required string From { get; init; }

    /// <summary>The recipient's address, as typed.</summary>
    public required string To { get; init; }

    /// <summary>The subject, decoded.</summary>
    public required string Subject { get; init; }

    /// <summary>The plain-text part, decoded.</summary>
    public required string Text { get; init; }

    /// <summary>The HTML part, decoded.</summary>
    public required string Html { get; init; }

    /// <summary>The whole MIME text.</summary>
    public required string Raw { get; init; }

    /// <summary>The personal part of From, or null.</summary>
    public string? SenderName { get; init; }

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
