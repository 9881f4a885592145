namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>A sender or recipient of a message (<c>e</c>).</summary>
public sealed record MessageAddress
{
    /// <summary>The role's letter (<c>t</c>): <c>f</c> from, <c>t</c> to, <c>c</c> cc, <c>b</c> bcc, <c>s</c> sender, <c>r</c>
    /// reply-to.</summary>
    public required string Role { get; init; }

    /// <summary>The mail address (<c>a</c>).</summary>
    public required string Address { get; init; }

    /// <summary>The personal part (<c>p</c>, else the short form <c>d</c>); null when it has none.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The short form the web client shows in lists (<c>d</c>): the first name, or what comes before the <c>@</c>.</summary>
    public string? ShortName { get; init; }
}
