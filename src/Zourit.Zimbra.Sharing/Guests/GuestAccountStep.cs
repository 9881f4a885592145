using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
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
    private GuestAccount? _account;

    /// <summary>Whether an account was found as it was asked for, and nobody can sign in to it to see whose password it has.</summary>
    private bool _isPasswordUntried;

    public GuestIdentifier Identifier => identifier;

    public GuestStep Step { get; private set; } = GuestStep.Unchanged;

    /// <summary>Whether the request that makes the account is under way.</summary>
    public bool IsBeingMade { get; private set; }

    public GuestStep Password { get; private set; } = GuestStep.Unchanged;

    public IReadOnlyList<GuestWarning> Warnings => _warnings;

    /// <summary>Looks for the account.</summary>
    /// <exception cref="ZimbraGuestCollisionException">The identifier is another's.</exception>
    public async Task FindAsync(CancellationToken cancellationToken) =>
        _account = await directory.FindGuestAsync(mail, identifier, cancellationToken).ConfigureAwait(false);

    /// <summary>Makes the account where there was none, and what it lacks. Look for it first.</summary>
    public async Task<GuestAccount> EnsureAsync(
        NewGuestAccount wanted,
        IReadOnlyList<OwnedFolder> folders,
        CancellationToken cancellationToken
    )
    {
        IsBeingMade = _account is null;
        GuestAccount account = _account ?? await CreateAsync(wanted, folders, cancellationToken).ConfigureAwait(false);
        IsBeingMade = false;
        account = await ConvergeAsync(account, folders, cancellationToken).ConfigureAwait(false);
        return await EnsurePasswordAsync(account, wanted, cancellationToken).ConfigureAwait(false);
    }

    private Task<GuestAccount> CreateAsync(NewGuestAccount wanted, IReadOnlyList<OwnedFolder> folders, CancellationToken cancellationToken)
    {
        var request = new CreateAccountRequest
        {
            Name = identifier.Value,
            Password = wanted.Password,
            Attributes = Attributes(wanted, folders),
        };
        var attempt = new Attempt(request.OperationName);

        // The entry is written before the password (docs/protocol.md §7.1), so that after a loss the account itself is looked for.
        return dispatcher
            .Verify(request)
            .RunAsync(
                attempt,
                token => SendAsync(request, attempt, token),
                token => LookAsync(request, token),
                found => found is null ? Verdict<GuestAccount>.NotDone : Verdict<GuestAccount>.Done(found),
                cancellationToken
            );
    }

    private async Task<GuestAccount> SendAsync(CreateAccountRequest request, Attempt attempt, CancellationToken cancellationToken)
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
            GuestAccount? found = attempt.IsInDoubt
                ? await attempt.LookAsync(token => LookAsync(request, token), cancellationToken).ConfigureAwait(false)
                : await directory.FindGuestAsync(mail, identifier, cancellationToken).ConfigureAwait(false);
            return found
                ?? throw new ZimbraGuestCollisionException(mail, GuestCollisionTexts.TakenByListOrAlias(identifier, mail), e)
                {
                    TakenName = identifier.Value,
                };
        }
    }

    /// <summary>
    /// The account after a loss. It may be the one that was asked for; but the guest may have signed up in that moment, with another name
    /// or
    /// password.
    /// </summary>
    private async Task<GuestAccount?> LookAsync(CreateAccountRequest request, CancellationToken cancellationToken)
    {
        GuestAccount? found = await directory.FindGuestAsync(mail, identifier, cancellationToken).ConfigureAwait(false);
        if (found is null || !IsAsAsked(found, request.Attributes))
        {
            return found;
        }

        // Another program may have asked for the very same, with another password.
        _isPasswordUntried = found is { HasPassword: not false, Status: not GuestStatus.Active };
        var account = new AccountOwnershipCheck(dispatcher.Connection, found.Name, request.Password!.Value);
        bool isOurs =
            found.HasPassword == false || (!_isPasswordUntried && await account.IsOursAsync(cancellationToken).ConfigureAwait(false));
        Step = isOurs ? GuestStep.Created : GuestStep.Unchanged;
        Password = isOurs && found.HasPassword != false ? GuestStep.Created : GuestStep.Unchanged;
        return found;
    }

    private static bool IsAsAsked(GuestAccount found, AttributeList asked) =>
        found.DisplayName == asked["displayName"]
        && found.Locale == asked["zimbraPrefLocale"]
        && asked.All(attribute => found.Attributes.Values(attribute.Key).Contains(attribute.Value));

    private AttributeList Attributes(NewGuestAccount wanted, IReadOnlyList<OwnedFolder> folders)
    {
        var attributes = new Dictionary<string, string?>
        {
            [GuestAttributes.VirtualFlag] = "TRUE",
            [GuestAttributes.Mail] = mail.Value,
            ["displayName"] = wanted.DisplayName?.Trim(),
            ["zimbraHideInGal"] = "TRUE",
            ["zimbraMailStatus"] = "disabled",
            [GuestAccount.PasswordSetFlag] = "TRUE",
            ["zimbraPrefLocale"] = wanted.Locale?.Trim(),

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
        folders.Select(folder => FolderViews.Feature(folder.View)).OfType<string>().Prepend(FolderViews.CalendarFeature).Distinct();

    private async Task<GuestAccount> ConvergeAsync(
        GuestAccount account,
        IReadOnlyList<OwnedFolder> folders,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyDictionary<string, string> changes = account.ChangesFor(
            Features(folders),
            mail.Value,
            opens: true,
            dispatcher.Admin?.Administrator
        );
        if (changes.Count == 0)
        {
            return account;
        }

        GuestAccount changed = await new AccountChange(dispatcher, directory)
            .MakeAsync(account, changes, cancellationToken)
            .ConfigureAwait(false);
        Step = Step == GuestStep.Created ? GuestStep.Created : GuestStep.Changed;
        return changed;
    }

    private async Task<GuestAccount> EnsurePasswordAsync(GuestAccount account, NewGuestAccount wanted, CancellationToken cancellationToken)
    {
        if (Password == GuestStep.Created)
        {
            return account;
        }

        // An account that this call made has no password of anybody else's to be spared.
        if (Step != GuestStep.Created && account.HasPassword != false && !wanted.ResetPassword)
        {
            _warnings.Add(
                GuestWarning.Of(
                    GuestWarningCode.PasswordKept,
                    _isPasswordUntried ? GuestWarningTexts.PasswordUntried(account.Name) : GuestWarningTexts.PasswordKept(account.Name)
                )
            );
            return account;
        }

        SetPasswordResponse response = await new AccountChange(dispatcher, directory)
            .SetPasswordAsync(account, wanted.Password, cancellationToken)
            .ConfigureAwait(false);
        Password = Step == GuestStep.Created || account.HasPassword == false ? GuestStep.Created : GuestStep.Changed;
        if (response.Message is { } broken)
        {
            _warnings.Add(
                GuestWarning.Of(
                    GuestWarningCode.PasswordAgainstPolicy,
                    GuestWarningTexts.PasswordAgainstPolicy(account.Name, PasswordRuleTexts.Of(broken))
                )
            );
        }

        return account with
        {
            HasPassword = true,
        };
    }
}
