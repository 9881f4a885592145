using Zourit.Zimbra.Sharing.Administration;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>
/// Makes the personal link that the server would mail (docs/protocol.md §5.4), for an administrator who acts for the owner.
/// </summary>
internal sealed class LinkComputation(RequestDispatcher dispatcher)
{
    private const string KeyAttribute = "zimbraExternalAccountProvisioningKey";
    private const string LifetimeAttribute = "zimbraExternalShareInvitationUrlExpiration";

    public async Task<PersonalLink> RunAsync(GuestAddress guestMail, FolderPath calendar, CancellationToken cancellationToken)
    {
        SharedFolder folder = await FolderReader
            .ReadAsync(dispatcher, FolderReference.Parse(calendar.Value), [], cancellationToken)
            .ConfigureAwait(false);
        GetInfoResponse about = folder.Info ?? await dispatcher.SendAsync(new GetInfoRequest(), cancellationToken).ConfigureAwait(false);
        string mail = await AddressAsync(folder.Acl, guestMail, cancellationToken).ConfigureAwait(false)
            ?? throw new ZimbraShareNotFoundException(SignUpTexts.NotShared(calendar, about.Name, guestMail));

        string domain = AccountName.DomainOf(about.Name);
        var key = new GetConfigRequest { AttributeName = KeyAttribute };
        var policy = new GetDomainRequest { Domain = DomainSelector.ByName(domain) };
        BatchResponse server = await dispatcher.SendAsync(new BatchRequest([key, policy]), cancellationToken).ConfigureAwait(false);
        string value = server.OutcomeOf(key).ResponseOrThrow().Attributes[KeyAttribute]
            ?? throw ZimbraMissingRightException.LeftOut(
                key.OperationName,
                $"the server shows no {KeyAttribute}",
                [MissingRights.Grant($"get.config.{KeyAttribute}", RightTarget.Config, dispatcher.Admin?.Administrator)]
            );
        DirectoryEntry rules = Shown.Require(
            server.OutcomeOf(policy).ResponseOrThrow().Domain,
            dispatcher.Admin?.Administrator,
            LifetimeAttribute
        );
        TimeSpan lifetime = DirectoryDuration.Parse(rules.Attributes[LifetimeAttribute]) ?? TimeSpan.Zero;
        return Read(value)
            .Sign(
                BaseAddress(about),
                about.Id,
                folder.Id,
                mail,
                lifetime > TimeSpan.Zero ? dispatcher.Connection.Options.TimeProvider.GetUtcNow() + lifetime : null
            );
    }

    /// <summary>The address as the share spells it, or as a member of a group that it is shared with; null when it is not shared.</summary>
    private async Task<string?> AddressAsync(FolderAcl acl, GuestAddress guest, CancellationToken cancellationToken)
    {
        if (acl.Grants.FirstOrDefault(grant => GrantSearch.GuestOf(grant) == guest) is { GranteeId: { } typed })
        {
            return typed;
        }

        if (acl.Grants.All(grant => grant.Type != GranteeType.Group))
        {
            return null;
        }

        // Each external member of a group is mailed a personal link (docs/protocol.md §5.5).
        GranteeIds ids = await GranteeIds.ReadAsync(dispatcher, guest, cancellationToken).ConfigureAwait(false);
        if (acl.Grants.Any(grant => grant.Type == GranteeType.Group && ids.Covers(grant.Type, grant.GranteeId)))
        {
            return guest.Value;
        }

        await new GroupSight(dispatcher).RequireAsync(acl.Grants, cancellationToken).ConfigureAwait(false);
        return null;
    }

    private static ProvisioningKey Read(string value)
    {
        try
        {
            return ProvisioningKey.Parse(new Secret(value));
        }
        catch (ArgumentException e)
        {
            throw new ZimbraProtocolException(SignUpTexts.StrangeKey(KeyAttribute), e) { Operation = "GetConfigRequest" };
        }
    }

    private Uri BaseAddress(GetInfoResponse about) =>
        AbsoluteUri.TryRead(about.PublicUrl ?? about.RestRoot, out Uri? address) ? address : dispatcher.Connection.Server;
}
