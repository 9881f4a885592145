using System.Net;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Feeds.Transfer;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Feeds.FeedFindingCode;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>
/// Tries the guest's password: once, never repeated, since every wrong one counts towards the lock-out. A public calendar lets wrong ones
/// in too, so there a login over SOAP decides (docs/protocol.md §8.5).
/// </summary>
internal sealed class PasswordTrial(Connection connection, Findings findings)
{
    private const long MaxBytes = 64 * 1024 * 1024;

    public async Task RunAsync(
        IcsAddress address,
        FeedCredentials credentials,
        bool isPublic,
        bool isAllElseKnown,
        CancellationToken cancellationToken
    )
    {
        using var late = new CancellationTokenSource(connection.Options.AttemptTimeout, connection.Options.TimeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            if (isPublic)
            {
                var login = new AuthRequest { Account = AccountSelector.ByName(credentials.UserName), Password = credentials.Password };
                await connection.SendAsync(login, session: null, onBehalfOf: null, linked.Token).ConfigureAwait(false);
            }
            else
            {
                using FeedTransfer transfer = await FeedTransfer
                    .ReceiveOnceAsync(connection, new FeedSource("GET ics", address.Uri, credentials, MaxBytes), linked.Token)
                    .ConfigureAwait(false);
                if (transfer.Index.Events.Count == 0)
                {
                    findings.Possible(EmptyCalendar);
                }
            }

            findings.Certain(PasswordAccepted, credentials.UserName, address);
        }
        catch (Exception e) when (e is ZimbraAuthenticationException or ZimbraFaultException { Code: ZimbraFaultCodes.AuthFailed })
        {
            findings.Certain(isAllElseKnown ? WrongPassword : SignInRefused, credentials.UserName);
        }
        catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.ChangePassword)
        {
            // Said of the right password only (docs/protocol.md §2.1).
            findings.Certain(GuestMustChangePassword, credentials.UserName);
        }
        catch (ZimbraFaultException)
        {
            // Maintenance, or a server that is not well: nothing about the password.
            findings.Certain(ServerFailing, address.Uri.GetLeftPart(UriPartial.Authority));
        }
        catch (ZimbraFeedException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            // 404 instead of 401: signed in, but given nothing, for one of several reasons (docs/protocol.md §8.5).
            findings.Certain(NothingGiven, address, credentials.UserName);
        }
        catch (ZimbraException e)
        {
            Probe.Explain(e, address.Uri, findings);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            findings.Certain(ServerFailing, address.Uri.GetLeftPart(UriPartial.Authority));
        }
    }
}
