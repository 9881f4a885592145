using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Transport;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>
/// Decides whether an account that exists after an unclear reply was created by this call: the password given for it opens it.
/// </summary>
internal sealed class AccountOwnershipCheck(Connection connection, string name, Secret password)
{
    private Secret _token;

    /// <summary>
    /// Whether it has our password and not that of somebody else who asked for the same. By one login, whose session is ended.
    /// </summary>
    public async Task<bool> IsOursAsync(CancellationToken cancellationToken)
    {
        if (!await TakesPasswordAsync(cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        await EndAsync(Guest(), cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Whether it has our password. One login, never repeated: a wrong one counts towards the lock-out of somebody else.</summary>
    public async Task<bool> TakesPasswordAsync(CancellationToken cancellationToken)
    {
        TimeSpan longest = connection.Options.AttemptTimeout;
        using var late = new CancellationTokenSource(longest, connection.Options.TimeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var login = new AuthRequest { Account = AccountSelector.ByName(name), Password = password };
        try
        {
            _token = (await connection.SendAsync(login, session: null, onBehalfOf: null, linked.Token).ConfigureAwait(false)).Token;
            return true;
        }
        catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.AuthFailed)
        {
            return false;
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (OperationCanceledException e) when (late.IsCancellationRequested)
        {
            throw new ZimbraConnectionException(HttpTexts.NoReplyWithin(login.OperationName, longest), e)
            {
                Operation = login.OperationName,
                IsTransient = true,
            };
        }
    }

    /// <summary>
    /// Whether all that is shared with the guest is in it, which the sign-up puts there last (docs/protocol.md §6.4 step 5); ends the
    /// session.
    /// </summary>
    /// <param name="underWay">The loss of a sign-up that the server may be at even now: then it is looked again for a while. Null for
    /// none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<bool> IsWholeAsync(ZimbraException? underWay, CancellationToken cancellationToken)
    {
        RequestDispatcher guest = Guest();
        bool isWhole = await HoldsAllAsync(guest, cancellationToken).ConfigureAwait(false);
        for (int looks = 0; !isWhole && underWay is not null && looks < connection.Options.MaxRetries; looks++)
        {
            await connection.CallsTo(connection.Server).Verify.PauseAsync(underWay, looks, cancellationToken).ConfigureAwait(false);
            isWhole = await HoldsAllAsync(guest, cancellationToken).ConfigureAwait(false);
        }

        await EndAsync(guest, cancellationToken).ConfigureAwait(false);
        return isWhole;
    }

    private static async Task EndAsync(RequestDispatcher guest, CancellationToken cancellationToken)
    {
        try
        {
            await guest.SendAsync(new EndSessionRequest { LogOff = true }, cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraException)
        {
            // The session expires by itself; the finding is valid all the same.
        }
    }

    private RequestDispatcher Guest() =>
        new(connection, new Session(new GivenToken(_token), connection.Options), admin: null, onBehalfOf: null);

    private static async Task<bool> HoldsAllAsync(RequestDispatcher guest, CancellationToken cancellationToken)
    {
        // In this order: the folders' request makes a mailbox that is not there yet, without which the shares cannot be asked for.
        var folders = new GetFolderRequest();
        var shares = new GetShareInfoRequest { GranteeType = "guest" };
        BatchResponse answers = await guest.SendAsync(new BatchRequest([folders, shares]), cancellationToken).ConfigureAwait(false);
        HashSet<(string?, string?)> mounted =
        [
            .. answers
                .OutcomeOf(folders)
                .ResponseOrThrow()
                .Folder.SelfAndDescendants()
                .Select(folder => (folder.Target?.OwnerId, folder.Target?.FolderId)),
        ];
        return answers
            .OutcomeOf(shares)
            .ResponseOrThrow()
            .Shares.All(share => share.GranteeType != "guest" || mounted.Contains((share.OwnerId, share.FolderId)));
    }
}
