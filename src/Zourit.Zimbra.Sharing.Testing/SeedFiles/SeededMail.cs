namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>A mail.</summary>
/// <param name="From">The sender's address.</param>
/// <param name="To">The envelope recipients.</param>
public sealed record SeededMail(string From, IReadOnlyList<string> To)
{
    /// <summary>Its subject.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Its plain text.</summary>
    public string Text { get; init; } = "";

    /// <summary>When it was sent; at the server's start when absent.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The whole mail (RFC 5322) in place of subject and text.</summary>
    public string? Raw { get; init; }
}
