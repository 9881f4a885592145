namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>A sender or recipient of a message (<c>e</c>).</summary>
/// <param name="Role">The role's letter (<c>t</c>): <c>f</c> from, <c>t</c> to, <c>c</c> cc, <c>b</c> bcc, <c>s</c> sender, <c>r</c>
/// reply-to.</param>
/// <param name="Address">The mail address (<c>a</c>).</param>
/// <param name="DisplayName">The personal part (<c>p</c>, else the short form <c>d</c>); null when it has none.</param>
public sealed record MessageAddress(string Role, string Address, string? DisplayName)
{
    /// <summary>The short form the web client shows in lists (<c>d</c>): the first name, or what comes before the <c>@</c>.</summary>
    public string? ShortName { get; init; }
}
