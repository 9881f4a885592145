using System.Diagnostics.CodeAnalysis;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Soap.Account;
using Zourit.Zimbra.Sharing.Testing.Soap.Admin;
using Zourit.Zimbra.Sharing.Testing.Soap.Mail;

namespace Zourit.Zimbra.Sharing.Testing.Soap;

/// <summary>All requests the server knows, by element name. Admin documents exist on the admin port only.</summary>
internal static class Operations
{
    private static readonly XNamespace AccountNamespace = "urn:zimbraAccount";
    private static readonly XNamespace MailNamespace = "urn:zimbraMail";
    private static readonly XNamespace AdminNamespace = "urn:zimbraAdmin";

    private static readonly Dictionary<XName, SoapOperation> Known = new()
    {
        [AccountNamespace + "AuthRequest"] = new(Auth.Run, NeedsToken: false),
        [AccountNamespace + "EndSessionRequest"] = new(EndSession.Run),
        [AccountNamespace + "GetInfoRequest"] = new(GetInfo.Run),
        [AccountNamespace + "GetShareInfoRequest"] = new(GetShareInfo.Run),
        [AccountNamespace + "ChangePasswordRequest"] = new(ChangePassword.Run, NeedsToken: false),

        [MailNamespace + "NoOpRequest"] = new((call, request) => Xml.Response(request)),
        [MailNamespace + "GetFolderRequest"] = new(GetFolder.Run),
        [MailNamespace + "CreateFolderRequest"] = new(CreateFolder.Run),
        [MailNamespace + "FolderActionRequest"] = new(FolderAction.Run),
        [MailNamespace + "CreateMountpointRequest"] = new(CreateMountpoint.Run),
        [MailNamespace + "SendShareNotificationRequest"] = new(SendShareNotification.Run),
        [MailNamespace + "SearchRequest"] = new(Search.Run),
        [MailNamespace + "GetMsgRequest"] = new(GetMsg.Run),
        [MailNamespace + "CreateAppointmentRequest"] = new(CreateAppointment.Run),

        [AdminNamespace + "AuthRequest"] = new(AdminAuth.Run, NeedsToken: false),
        [AdminNamespace + "DelegateAuthRequest"] = new(DelegateAuth.Run, NeedsAdmin: true),
        [AdminNamespace + "CreateAccountRequest"] = new(CreateAccount.Run, NeedsAdmin: true),
        [AdminNamespace + "GetAccountRequest"] = new(GetAccount.Run, NeedsAdmin: true),
        [AdminNamespace + "ModifyAccountRequest"] = new(ModifyAccount.Run, NeedsAdmin: true),
        [AdminNamespace + "SetPasswordRequest"] = new(SetPassword.Run, NeedsAdmin: true),
        [AdminNamespace + "DeleteAccountRequest"] = new(DeleteAccount.Run, NeedsAdmin: true),
        [AdminNamespace + "GetDomainRequest"] = new(GetDomain.Run, NeedsAdmin: true),
        [AdminNamespace + "GetDomainInfoRequest"] = new(GetDomainInfo.Run, NeedsToken: false),
        [AdminNamespace + "GetMailboxRequest"] = new(GetMailbox.Run, NeedsAdmin: true),
        [AdminNamespace + "SearchDirectoryRequest"] = new(SearchDirectory.Run, NeedsAdmin: true),
        [AdminNamespace + "GetConfigRequest"] = new(GetConfig.Run, NeedsAdmin: true),
        [AdminNamespace + "GetShareInfoRequest"] = new(OwnerShareInfo.Run, NeedsAdmin: true),
    };

    public static bool TryFind(XName name, bool isAdminPort, [NotNullWhen(true)] out SoapOperation? operation) =>
        Known.TryGetValue(name, out operation) && (isAdminPort || name.Namespace != AdminNamespace);
}
