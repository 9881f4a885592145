using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Mail;

/// <summary>What a share mail is to say.</summary>
internal sealed record ShareMail
{
    /// <summary>Whose folder it is: named in the body.</summary>
    public required Account Owner { get; init; }

    /// <summary>Who tells of it, by From and subject: the owner, but for a mountpoint the one who has mounted the folder.</summary>
    public required Account Author { get; init; }

    /// <summary>The token's account, when it is not the author.</summary>
    public Account? Sender { get; init; }

    public required MailFolder Folder { get; init; }

    /// <summary>The name that it is shown by: a mountpoint's own, else the folder's.</summary>
    public required string FolderName { get; init; }

    /// <summary>The recipient as typed.</summary>
    public required string To { get; init; }

    /// <summary>The header To where it names more than the recipient: the members of a group; null otherwise.</summary>
    public string? ToHeader { get; init; }

    /// <summary>The internal account or group that has the grant; null for guests.</summary>
    public InternalGrantee? Grantee { get; init; }

    public required string Rights { get; init; }

    /// <summary>Null for a new share; <c>edit</c>, <c>revoke</c>, <c>expire</c>.</summary>
    public string? Action { get; init; }

    public string? Notes { get; init; }

    public bool IsFrench { get; init; }

    public string? AcceptUrl { get; init; }

    public string? LoginUrl { get; init; }

    public bool IsOver => Action is "revoke" or "expire";
}
