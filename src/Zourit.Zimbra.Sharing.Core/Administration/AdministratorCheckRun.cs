using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Administration;

/// <summary>Asks for an administrator's rights on each kind of entry, and compares them with what the operations need.</summary>
internal sealed class AdministratorCheckRun(RequestDispatcher dispatcher)
{
    public async Task<AdministratorCheck> RunAsync(string given, AdministratorCheckOptions options, CancellationToken cancellationToken)
    {
        DirectoryEntry entry = await PrimaryDomain.FindAsync(dispatcher, given, cancellationToken).ConfigureAwait(false);
        string domain = PrimaryDomain.Ascii(entry.Name);
        var onDomain = new GetEffectiveRightsRequest { Target = RightTarget.Domain(domain), Administrator = options.Administrator?.Trim() };
        GetEffectiveRightsResponse ofDomain = await dispatcher.SendAsync(onDomain, cancellationToken).ConfigureAwait(false);
        string administrator = ofDomain.Administrator;
        string account = options.Account?.Trim() ?? await ExampleAsync(administrator, domain, cancellationToken).ConfigureAwait(false);
        Dictionary<RightScope, RightTarget> targets = new()
        {
            [RightScope.Domain] = RightTarget.Domain(domain),
            [RightScope.OwnAccount] = RightTarget.Account(administrator),
            [RightScope.GuestClassOfService] = GuestCos(entry),
            [RightScope.Config] = RightTarget.Config,
        };
        GetEffectiveRightsRequest onAccount = Ask(RightTarget.Account(account));
        GetEffectiveRightsRequest[] others =
        [
            .. new[] { RightScope.OwnAccount, RightScope.GuestClassOfService, RightScope.Config }.Select(scope => Ask(targets[scope])),
        ];
        BatchResponse answers = await dispatcher
            .SendAsync(new BatchRequest([onAccount, .. others]), cancellationToken)
            .ConfigureAwait(false);
        GetEffectiveRightsResponse ofAccount = answers.OutcomeOf(onAccount).ResponseOrThrow();
        bool isGlobal = ofAccount.SetsAll && ofDomain.SetsAll;
        return new AdministratorCheck
        {
            Administrator = administrator,
            Domain = domain,
            Operations = [.. AdministratorRights.ByOperation.Select(operation => Check(operation.Key, operation.Value))],
        };

        GetEffectiveRightsRequest Ask(RightTarget target) => new() { Target = target, Administrator = options.Administrator?.Trim() };

        OperationCheck Check(string operation, IReadOnlyList<NeededRight> needed)
        {
            NeededRight[] missing = [.. needed.Where(right => !Has(right))];
            return new OperationCheck
            {
                Operation = operation,
                Needed = needed,
                Missing = missing,
                Grants = [.. missing.Select(right => MissingRights.Grant(right.Name, targets[right.On], administrator))],
            };
        }

        bool Has(NeededRight right) =>
            isGlobal
            || right.On switch
            {
                // What is granted on a domain shows on the kind of entry that the right is about.
                RightScope.Domain => (right.Name.Contains(".domain.", StringComparison.Ordinal) ? ofDomain : ofAccount).Holds(right.Name)
                    || ofDomain.Rights.Contains(right.Name),
                RightScope.OwnAccount => Holds(others[0], right.Name),
                RightScope.GuestClassOfService => Holds(others[1], right.Name),
                RightScope.Config => Holds(others[2], right.Name),
                _ => false,
            };

        // A class of service that is not there gives no rules to read.
        bool Holds(GetEffectiveRightsRequest request, string right) =>
            answers.OutcomeOf(request) is { Fault: null } outcome && outcome.ResponseOrThrow().Holds(right);
    }

    private async Task<string> ExampleAsync(string administrator, string domain, CancellationToken cancellationToken)
    {
        if (string.Equals(AccountName.DomainOf(administrator), domain, StringComparison.OrdinalIgnoreCase))
        {
            return administrator;
        }

        var any = new SearchDirectoryRequest
        {
            Domain = domain,
            AttributeNames = ["zimbraId"],
            Limit = 1,
            ApplyCos = false,
        };
        return (await dispatcher.SendAsync(any, cancellationToken).ConfigureAwait(false)).Entries is [var account, ..]
            ? account.Name
            : throw Argument.Invalid(
                LocalizedText.Format(
                    $"{administrator} sees no account of {domain} to ask about. Name one in "
                        + $"{nameof(AdministratorCheckOptions)}.{nameof(AdministratorCheckOptions.Account)}.",
                    $"{administrator} ne voit aucun compte de {domain} à interroger. Nommez-en un dans "
                        + $"{nameof(AdministratorCheckOptions)}.{nameof(AdministratorCheckOptions.Account)}."
                ),
                nameof(domain)
            );
    }

    private static RightTarget GuestCos(DirectoryEntry domain) =>
        domain.Attributes["zimbraDomainDefaultExternalUserCOSId"] is { Length: > 0 } id
            ? RightTarget.CosWithId(id)
            : RightTarget.Cos("defaultExternal");
}
