using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Mail;

/// <summary>An account or group of this server, as share mails name it.</summary>
internal sealed record InternalGrantee(string Id, string Name)
{
    public static InternalGrantee Of(Account account) => new(account.Id, account.FriendlyName);

    public static InternalGrantee Of(DistributionList group) => new(group.Id, group.Attributes["displayName"] ?? group.Name);
}
