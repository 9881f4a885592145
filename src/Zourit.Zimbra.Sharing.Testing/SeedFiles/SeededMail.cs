namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>A mail.</summary>
public sealed class SeededMail
{
    /// <summary>The sender's address.</summary>
    public required string From { get; init; }

    /// <summary>The envelope recipients.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>Its subject.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Its plain text.</summary>
    public string Text { get; init; } = "";

    /// <summary>When it was sent; at the server's start when absent.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The whole mail (RFC 5322) in place of subject and text.</summary>
    public string? Raw { get; init; }
}
