using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Mail;

/// <summary>What a share mail is to say.</summary>
internal sealed record ShareMail
{
    public required Account Owner { get; init; }

    /// <summary>The token's account, when it is not the owner.</summary>
    public Account? Sender { get; init; }

    public required MailFolder Folder { get; init; }

    /// <summary>The recipient as typed.</summary>
    public required string To { get; init; }

    /// <summary>The recipient's account, for internal ones.</summary>
    public Account? Grantee { get; init; }

    public required string Rights { get; init; }

    /// <summary>Null for a new share; <c>edit</c>, <c>revoke</c>, <c>expire</c>.</summary>
    public string? Action { get; init; }

    public string? Notes { get; init; }

    public bool IsFrench { get; init; }

    public string? AcceptUrl { get; init; }

    public string? LoginUrl { get; init; }

    public bool IsOver => Action is "revoke" or "expire";
}
