using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Granting;

/// <summary>Folders as they were read, without a server.</summary>
internal static class SharedFolders
{
    public const string Owner = "moncompte@monasso.org";

    public static readonly DateTimeOffset Now = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A calendar of the owner with its own ACL.</summary>
    public static SharedFolder With(params FolderGrant[] grants) => With(new FolderAcl { Grants = grants });

    public static SharedFolder With(FolderAcl acl) =>
        new()
        {
            Folder = new Folder
            {
                Kind = FolderKind.Folder,
                Id = "257",
                Name = "my-events",
                Path = "/my-events",
                View = "appointment",
                Flags = "i#",
            },
            Path = FolderPath.Parse("/my-events"),
            Acl = acl,
            Info = new GetInfoResponse
            {
                Name = Owner,
                Id = "0a1b",
                Version = "10.0",
                RestRoot = "https://mail.monasso.org/home/moncompte@monasso.org",
            },
            Owner = Owner,
        };

    /// <summary>With attributes of the owner.</summary>
    public static SharedFolder Set(this SharedFolder folder, params (string Name, string Value)[] attributes) =>
        folder with
        {
            Info = folder.Info! with
            {
                Attributes = new AttributeList(attributes.Select(each => KeyValuePair.Create(each.Name, each.Value))),
            },
        };
}
