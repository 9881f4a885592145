using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>
/// Sees to the account itself: exists, is this guest's, is active, has a password and the features that its calendars need.
/// </summary>
internal sealed class GuestAccountStep(
    RequestDispatcher dispatcher,
    GuestDirectory directory,
    GuestAddress mail,
    GuestIdentifier identifier
)
{
    private readonly List<GuestWarning> _warnings = [];

    /// <summary>Whether an account was found as it was asked for, and nobody can sign in to it to see whose password it has.</summary>
    private bool _isPasswordUntried;

    public GuestAccount? Account { get; private set; }

    public GuestStep Step { get; private set; }

    public GuestStep Password { get; private set; }

    public IReadOnlyList<GuestWarning> Warnings => _warnings;

    public async Task EnsureAsync(
        Secret password,
        GuestCreationOptions options,
        IReadOnlyList<OwnedFolder> folders,
        CancellationToken cancellationToken
    )
    {
        Account = await FindAsync(cancellationToken).ConfigureAwait(false)
            ?? await CreateAsync(password, options, folders, cancellationToken).ConfigureAwait(false);
        await ConvergeAsync(folders, cancellationToken).ConfigureAwait(false);
        await EnsurePasswordAsync(password, options.ResetPassword, cancellationToken).ConfigureAwait(false);
    }

    private Task<GuestAccount?> FindAsync(CancellationToken cancellationToken) =>
        directory.FindGuestAsync(mail, identifier, cancellationToken);

    private async Task<GuestAccount> CreateAsync(
        Secret password,
        GuestCreationOptions options,
        IReadOnlyList<OwnedFolder> folders,
        CancellationToken cancellationToken
    )
    {
        var request = new CreateAccountRequest(identifier.Value) { Password = password, Attributes = Attributes(options, folders) };
        LostReply? lost = null;
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                DirectoryEntry made = (await dispatcher.SendAsync(request, cancellationToken).ConfigureAwait(false)).Account;
                Step = Password = GuestStep.Created;
                return GuestAccount.Read(made);
            }
            catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.AccountExists)
            {
                // An earlier attempt was slow, or somebody else faster; or an alias or a list has the name, which GetAccount does not find.
                return await LookAsync(request, lost, cancellationToken).ConfigureAwait(false)
                    ?? throw new ZimbraGuestCollisionException(
                        mail,
                        $"{identifier} is taken by a list or an alias. {mail} cannot have a " + $"guest's account in this domain.",
                        e
                    )
                    {
                        TakenName = identifier.Value,
                    };
            }
            catch (ZimbraException e) when (!e.IsOutcomeKnown)
            {
                // The entry is written before the password (docs/protocol.md §7.1), so look what is there before deciding.
                lost = LostReply.After(lost, e);
                Repetition? again = await dispatcher.PauseAsync(request, e, attempt, cancellationToken).ConfigureAwait(false);
                if (await LookAsync(request, lost, cancellationToken).ConfigureAwait(false) is { } found)
                {
                    return found;
                }

                if (again is null || e is ZimbraFaultException || attempt >= dispatcher.Connection.Options.MaxRetries)
                {
                    throw lost.NotDone();
                }

                again.Tell();
            }
            catch (ZimbraException e) when (lost is { MayStillRun: true })
            {
                // The repetition was turned away; the first attempt may have come through meanwhile.
                return await LookAsync(request, lost, cancellationToken).ConfigureAwait(false) ?? throw lost.Unknown(e);
            }
        }
    }

    /// <summary>
    /// What stands under the name. After a loss it may be what was asked for; but the guest may have signed up in that moment, under a name
    /// of his own.
    /// </summary>
    private async Task<GuestAccount?> LookAsync(CreateAccountRequest request, LostReply? lost, CancellationToken cancellationToken)
    {
        if (lost is null)
        {
            return await FindAsync(cancellationToken).ConfigureAwait(false);
        }

        GuestAccount? found = await lost.LookAsync(() => FindAsync(cancellationToken)).ConfigureAwait(false);
        if (found is null || !IsAsAsked(found, request.Attributes))
        {
            return found;
        }

        // Another pipeline may have asked for the very same, with another password.
        _isPasswordUntried = found is { HasPassword: not false, Status: not GuestStatus.Active };
        var account = new AccountOwnershipCheck(dispatcher.Connection, found.Name, request.Password!.Value);
        bool isOurs =
            found.HasPassword == false
            || (!_isPasswordUntried && await lost.LookAsync(() => account.IsOursAsync(cancellationToken)).ConfigureAwait(false));
        Step = isOurs ? GuestStep.Created : GuestStep.Unchanged;
        Password = isOurs && found.HasPassword != false ? GuestStep.Created : GuestStep.Unchanged;
        return found;
    }

    private static bool IsAsAsked(GuestAccount found, AttributeList asked) =>
        found.DisplayName == asked["displayName"]
        && found.Locale == asked["zimbraPrefLocale"]
        && asked.All(attribute => found.Attributes.Values(attribute.Key).Contains(attribute.Value));

    private AttributeList Attributes(GuestCreationOptions options, IReadOnlyList<OwnedFolder> folders)
    {
        var attributes = new Dictionary<string, string?>
        {
            [GuestAccount.VirtualFlag] = "TRUE",
            [GuestAccount.MailAttribute] = mail.Value,
            ["displayName"] = options.DisplayName?.Trim(),
            ["zimbraHideInGal"] = "TRUE",
            ["zimbraMailStatus"] = "disabled",
            [GuestAccount.PasswordSetFlag] = "TRUE",
            ["zimbraPrefLocale"] = options.Locale?.Trim(),

            // Beside the owner, so that no request has to pass from one mail host to another.
            ["zimbraMailHost"] = folders
                .Select(folder => folder.Owner.Attributes["zimbraMailHost"])
                .FirstOrDefault(host => host is not null),
        };
        foreach (string feature in Features(folders))
        {
            attributes[feature] = "TRUE";
        }

        return new AttributeList(
            attributes
                .Where(attribute => !string.IsNullOrEmpty(attribute.Value))
                .Select(attribute => KeyValuePair.Create(attribute.Key, attribute.Value!))
        );
    }

    /// <summary>The calendar feature in any case (the web client and CalDAV need it), and what the folders need.</summary>
    private static IEnumerable<string> Features(IReadOnlyList<OwnedFolder> folders) =>
        folders
            .Select(folder => MountTarget.FeatureOf(folder.Folder.View))
            .OfType<string>()
            .Prepend("zimbraFeatureCalendarEnabled")
            .Distinct();

    private async Task ConvergeAsync(IReadOnlyList<OwnedFolder> folders, CancellationToken cancellationToken)
    {
        GuestAccount account = Account!;
        IReadOnlyDictionary<string, string> changes = account.ChangesFor(Features(folders), mail.Value, opens: true);
        if (changes.Count > 0)
        {
            Account = await new AccountChange(dispatcher, directory).MakeAsync(account, changes, cancellationToken).ConfigureAwait(false);
            Step = Step == GuestStep.Created ? GuestStep.Created : GuestStep.Changed;
        }
    }

    private async Task EnsurePasswordAsync(Secret password, bool reset, CancellationToken cancellationToken)
    {
        GuestAccount account = Account!;
        if (Password == GuestStep.Created)
        {
            return;
        }

        // An account that this call made has no password of anybody else's to be spared.
        if (Step != GuestStep.Created && account.HasPassword != false && !reset)
        {
            _warnings.Add(
                new GuestWarning(
                    GuestWarningCode.PasswordKept,
                    _isPasswordUntried
                        ? $"{account.Name} exists and has a password, the one given or another: it was not active, so that it could not "
                            + $"be tried. "
                            + $"Ask for {nameof(GuestCreationOptions.ResetPassword)} to set the one given."
                        : $"{account.Name} exists and has a password; the one given was not set. Ask for "
                            + $"{nameof(GuestCreationOptions.ResetPassword)} to replace it."
                )
            );
            return;
        }

        SetPasswordResponse response = await dispatcher
            .SendAsync(new SetPasswordRequest(account.Id, password), cancellationToken)
            .ConfigureAwait(false);
        Password = Step == GuestStep.Created || account.HasPassword == false ? GuestStep.Created : GuestStep.Changed;
        Account = account with { HasPassword = true };
        if (response.Message is { } broken)
        {
            _warnings.Add(
                new GuestWarning(
                    GuestWarningCode.PasswordAgainstPolicy,
                    $"The password of {account.Name} was set, but it " + $"breaks the server's policy: {broken}"
                )
            );
        }
    }
}
