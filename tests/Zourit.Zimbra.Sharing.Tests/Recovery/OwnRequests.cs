using System.Globalization;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Calendars;

namespace Zourit.Zimbra.Sharing.Tests.Recovery;

/// <summary>Requests as callers make them themselves.</summary>
internal static class OwnRequests
{
    public static readonly AttributeList GuestAttributes = new(
        new Dictionary<string, string>
        {
            ["zimbraIsExternalVirtualAccount"] = "TRUE",
            ["zimbraExternalUserMailAddress"] = SharingWorld.Guest,
        }
    );

    /// <summary>Makes the guest's account.</summary>
    public static readonly CreateAccountRequest Account = new("adresse.orange.fr@monasso.org")
    {
        Password = "pa55word",
        Attributes = GuestAttributes,
    };

    /// <summary>The id of the owner's calendar.</summary>
    public static string FolderId(SharingWorld world) => world.Folder(SharingWorld.Events).Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Shares the owner's calendar with the guest.</summary>
    public static FolderActionRequest Grant(SharingWorld world) =>
        FolderActionRequest.Grant(FolderId(world), FolderGrant.Guest(SharingWorld.Guest, "r"));

    /// <summary>Mails the guest about it.</summary>
    public static SendShareNotificationRequest Mail(SharingWorld world) =>
        SendShareNotificationRequest.Created(FolderId(world), SharingWorld.Guest);
}
