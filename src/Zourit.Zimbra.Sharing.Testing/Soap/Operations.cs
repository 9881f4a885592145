using System.Diagnostics.CodeAnalysis;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Soap.Account;
using Zourit.Zimbra.Sharing.Testing.Soap.Admin;
using Zourit.Zimbra.Sharing.Testing.Soap.Delegation;
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
        [AccountNamespace + "GetAccountInfoRequest"] = new(PublicAccountInfo.Run),
        [AccountNamespace + "GetVersionInfoRequest"] = new((call, request) => throw SoapFault.Denied("Version info is not available.")),
        [AccountNamespace + "GetRightsRequest"] = new(AccountRights.Get),
        [AccountNamespace + "GrantRightsRequest"] = new(AccountRights.Grant),
        [AccountNamespace + "RevokeRightsRequest"] = new(AccountRights.Revoke),

        [MailNamespace + "NoOpRequest"] = new((call, request) => Xml.Response(request)),
        [MailNamespace + "CheckPermissionRequest"] = new(AccountRights.Check),
        [MailNamespace + "GetFolderRequest"] = new(GetFolder.Run),
        [MailNamespace + "CreateFolderRequest"] = new(CreateFolder.Run),
        [MailNamespace + "FolderActionRequest"] = new(FolderAction.Run),
        [MailNamespace + "CreateMountpointRequest"] = new(CreateMountpoint.Run),
        [MailNamespace + "SendShareNotificationRequest"] = new(SendShareNotification.Run),
        [MailNamespace + "SearchRequest"] = new(Search.Run),
        [MailNamespace + "GetMsgRequest"] = new(GetMsg.Run),
        [MailNamespace + "SendMsgRequest"] = new(SendMsg.Run),
        [MailNamespace + "ItemActionRequest"] = new(ItemAction.Run),
        [MailNamespace + "MsgActionRequest"] = new(ItemAction.Run),
        [MailNamespace + "GetEffectiveFolderPermsRequest"] = new(EffectiveFolderPerms.Run),
        [MailNamespace + "GetShareNotificationsRequest"] = new(GetShareNotifications.Run),
        [MailNamespace + "CreateAppointmentRequest"] = new(CreateAppointment.Run),
        [MailNamespace + "SetAppointmentRequest"] = new(SetAppointment.Run),
        [MailNamespace + "ImportAppointmentsRequest"] = new(ImportAppointments.Run),
        [MailNamespace + "GetAppointmentRequest"] = new(GetAppointment.Run),
        [MailNamespace + "ModifyAppointmentRequest"] = new(ModifyAppointment.Run),
        [MailNamespace + "CreateAppointmentExceptionRequest"] = new(CreateAppointmentException.Run),
        [MailNamespace + "CancelAppointmentRequest"] = new(CancelAppointment.Run),
        [MailNamespace + "SendInviteReplyRequest"] = new(InviteReply.Run),
        [MailNamespace + "GetApptSummariesRequest"] = new(ApptSummaries.Run),
        [MailNamespace + "GetFreeBusyRequest"] = new(FreeBusyTimes.Run, NeedsToken: false),
        [MailNamespace + "GetWorkingHoursRequest"] = new(FreeBusyTimes.WorkingHours),
        [MailNamespace + "GetMiniCalRequest"] = new(MiniCal.Run),
        [MailNamespace + "GetPermissionRequest"] = new(AccountRights.Get),
        [MailNamespace + "GrantPermissionRequest"] = new(AccountRights.Grant),
        [MailNamespace + "RevokePermissionRequest"] = new(AccountRights.Revoke),

        [AdminNamespace + "AuthRequest"] = new(AdminAuth.Run, NeedsToken: false),
        [AdminNamespace + "DelegateAuthRequest"] = new(DelegateAuth.Run, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "CreateAccountRequest"] = new(CreateAccount.Run, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "GetAccountRequest"] = new(GetAccount.Run, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "ModifyAccountRequest"] = new(ModifyAccount.Run, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "SetPasswordRequest"] = new(SetPassword.Run, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "DeleteAccountRequest"] = new(DeleteAccount.Run, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "GetDomainRequest"] = new(GetDomain.Run, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "GetDomainInfoRequest"] = new(GetDomainInfo.Run, NeedsToken: false),
        [AdminNamespace + "GetMailboxRequest"] = new(GetMailbox.Run, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "SearchDirectoryRequest"] = new(SearchDirectory.Run, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "GetConfigRequest"] = new(GetConfig.Run, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "GetShareInfoRequest"] = new(OwnerShareInfo.Run, NeedsAdmin: true),
        [AdminNamespace + "SearchAccountsRequest"] = new(SearchDirectory.Accounts, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "GetAllAccountsRequest"] = new(AccountLists.GetAll, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "GetAllAdminAccountsRequest"] = new(AccountLists.GetAdmins, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "GetAccountInfoRequest"] = new(AccountInfo.Run, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "RenameAccountRequest"] = new(AccountNames.Rename, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "AddAccountAliasRequest"] = new(AccountNames.AddAlias, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "RemoveAccountAliasRequest"] = new(AccountNames.RemoveAlias, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "DeleteMailboxRequest"] = new(DeleteMailbox.Run, NeedsAdmin: true),
        [AdminNamespace + "CreateDomainRequest"] = new(DomainAdministration.Create, NeedsAdmin: true),
        [AdminNamespace + "ModifyDomainRequest"] = new(DomainAdministration.Modify, NeedsAdmin: true),
        [AdminNamespace + "DeleteDomainRequest"] = new(DomainAdministration.Delete, NeedsAdmin: true),
        [AdminNamespace + "GetAllDomainsRequest"] = new(DomainAdministration.GetAll, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "CreateCosRequest"] = new(CosAdministration.Create, NeedsAdmin: true),
        [AdminNamespace + "GetCosRequest"] = new(CosAdministration.Get, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "GetAllCosRequest"] = new(CosAdministration.GetAll, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "ModifyCosRequest"] = new(CosAdministration.Modify, NeedsAdmin: true),
        [AdminNamespace + "DeleteCosRequest"] = new(CosAdministration.Delete, NeedsAdmin: true),
        [AdminNamespace + "CountAccountRequest"] = new(CosAdministration.Count, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "CreateDistributionListRequest"] = new(GroupAdministration.Create, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "GetDistributionListRequest"] = new(GroupAdministration.Get, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "GetAllDistributionListsRequest"] = new(GroupAdministration.GetAll, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "ModifyDistributionListRequest"] = new(GroupAdministration.Modify, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "AddDistributionListMemberRequest"] = new(GroupAdministration.AddMembers, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "RemoveDistributionListMemberRequest"] = new(
            GroupAdministration.RemoveMembers,
            NeedsAdmin: true,
            ChecksRights: true
        ),
        [AdminNamespace + "AddDistributionListAliasRequest"] = new(GroupAdministration.AddAlias, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "RemoveDistributionListAliasRequest"] = new(
            GroupAdministration.RemoveAlias,
            NeedsAdmin: true,
            ChecksRights: true
        ),
        [AdminNamespace + "DeleteDistributionListRequest"] = new(GroupAdministration.Delete, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "GetAllConfigRequest"] = new(ConfigAdministration.GetAll, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "ModifyConfigRequest"] = new(ConfigAdministration.Modify, NeedsAdmin: true),
        [AdminNamespace + "GetVersionInfoRequest"] = new(ServerRequests.Version, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "GetServerRequest"] = new(GetServer.Run, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "CreateCalendarResourceRequest"] = new(CreateAccount.Resource, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "GrantRightRequest"] = new(GrantRight.Run, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "RevokeRightRequest"] = new(RevokeRight.Run, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "CheckRightRequest"] = new(CheckRight.Run, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "GetEffectiveRightsRequest"] = new(GetEffectiveRights.Run, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "GetAllEffectiveRightsRequest"] = new(GetAllEffectiveRights.Run, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "GetGrantsRequest"] = new(GetGrants.Run, NeedsAdmin: true, ChecksRights: true),
        [AdminNamespace + "CheckHealthRequest"] = new(ServerRequests.Health, NeedsToken: false),
        [AdminNamespace + "PingRequest"] = new(ServerRequests.Nothing, NeedsToken: false),
        [AdminNamespace + "FlushCacheRequest"] = new(ServerRequests.Flush, NeedsAdmin: true, ChecksRights: true),
    };

    /// <summary>The names of all requests.</summary>
    public static IEnumerable<string> Names => Known.Keys.Select(name => name.LocalName);

    public static bool TryFind(XName name, bool isAdminPort, [NotNullWhen(true)] out SoapOperation? operation) =>
        Known.TryGetValue(name, out operation) && (isAdminPort || name.Namespace != AdminNamespace);
}
