using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Chaos.Worlds;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Chaos.Processes;

/// <summary>Makes the calls of a plan through the library's public API.</summary>
internal sealed class StepRunner(World world, CallerProcess process)
{
    /// <summary>Makes one call; gives its answers as they come. An exception ends it.</summary>
    public async IAsyncEnumerable<Answer> RunAsync(Step step, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        switch (step)
        {
            case ShareAllStep all:
                await foreach (Answer answer in ShareAllAsync(all, cancellationToken))
                {
                    yield return answer;
                }

                break;
            case RevokeAllStep all:
                await foreach (Answer answer in RevokeAllAsync(all, cancellationToken))
                {
                    yield return answer;
                }

                break;
            case TogetherStep together:
                foreach (Answer answer in await TogetherAsync(together, cancellationToken))
                {
                    yield return answer;
                }

                break;
            case ListStep list:
                await foreach (CalendarGrant grant in process.CalendarsOf(list.Owner).ListSharesAsync(cancellationToken: cancellationToken))
                {
                    yield return new Answer(step, grant, null);
                }

                break;
            default:
                yield return new Answer(step, await CallAsync(step, cancellationToken), null);
                break;
        }
    }

    private async Task<object> CallAsync(Step step, CancellationToken cancellationToken) =>
        step switch
        {
            ShareStep { Cell.Kind: GranteeKind.Guest } share => await Calendars(share)
                .ShareWithGuestAsync(share.Cell.Calendar, share.Cell.Grantee, Options(share), cancellationToken),
            ShareStep { Cell.Kind: GranteeKind.Account } share => await Calendars(share)
                .ShareWithUserAsync(
                    share.Cell.Calendar,
                    share.Cell.Grantee,
                    new UserShareOptions
                    {
                        Permissions = Permissions.Parse(share.Rights),
                        Expiry = Expiry(share.Expiry),
                        Notify = share.Notify,
                        EnsureNotified = share.EnsureNotified,
                        Note = share.Note,
                    },
                    cancellationToken
                ),
            ShareStep share => await Calendars(share)
                .SharePubliclyAsync(
                    share.Cell.Calendar,
                    new PublicShareOptions { Permissions = Permissions.Parse(share.Rights), Expiry = Expiry(share.Expiry) },
                    cancellationToken
                ),
            RevokeStep { Cell.Kind: GranteeKind.Guest } revoke => await Calendars(revoke)
                .RevokeGuestAsync(
                    revoke.Cell.Calendar,
                    revoke.Cell.Grantee,
                    new RevokeOptions { Notify = revoke.Notify },
                    cancellationToken
                ),
            RevokeStep { Cell.Kind: GranteeKind.Account } revoke => await Calendars(revoke)
                .RevokeUserAsync(
                    revoke.Cell.Calendar,
                    revoke.Cell.Grantee,
                    new RevokeOptions { Notify = revoke.Notify },
                    cancellationToken
                ),
            RevokeStep revoke => await Calendars(revoke).RevokePublicAsync(revoke.Cell.Calendar, cancellationToken),
            RenewStep { Cell.Kind: GranteeKind.Everybody } renew => await Calendars(renew)
                .RenewPublicAsync(renew.Cell.Calendar, Expiry(renew.Expiry), cancellationToken),
            RenewStep renew => await Calendars(renew)
                .RenewAsync(renew.Cell.Calendar, renew.Cell.Grantee, Expiry(renew.Expiry), cancellationToken),
            NotifyStep notify => await Calendars(notify)
                .NotifyAgainAsync(notify.Cell.Calendar, notify.Cell.Grantee, cancellationToken: cancellationToken),
            RawGrantStep raw => await GrantAsync(raw, cancellationToken),
            CreateGuestStep create => await process.Client.Guests.CreateAsync(
                new NewGuestAccount
                {
                    OwnerDomain = create.Domain,
                    Guest = create.Mail,
                    Password = new Secret(create.Password),
                    DisplayName = "A guest",
                    FurtherCalendars =
                    [
                        .. create.Calendars.Select(cell => new SharedCalendar
                        {
                            Owner = cell.Owner,
                            Calendar = FolderPath.Parse(cell.Calendar),
                        }),
                    ],
                },
                cancellationToken
            ),
            SignUpStep signUp => await process.Client.Invitations.AcceptAsync(
                PersonalLink.Parse(world.LinkOf(signUp.Cell)!.AbsoluteUri),
                "A guest",
                new Secret(signUp.Password),
                new AcceptOptions { PublicationWait = TimeSpan.FromSeconds(3) },
                cancellationToken
            ),
            SuspendStep suspend => await process.Client.Guests.SuspendAsync(IdentifierOf(suspend), cancellationToken),
            ResumeStep resume => await process.Client.Guests.ResumeAsync(IdentifierOf(resume), cancellationToken),
            ResetPasswordStep { Password: { } password } reset => await process.Client.Guests.SetPasswordAsync(
                IdentifierOf(reset),
                new Secret(password),
                cancellationToken
            ),
            ResetPasswordStep reset => await process.Client.Guests.ResetPasswordAsync(IdentifierOf(reset), cancellationToken),
            InspectStep inspect => await process.Client.Guests.InspectAsync(IdentifierOf(inspect), cancellationToken),
            RepairStep repair => await process.Client.Guests.RepairAsync(IdentifierOf(repair), cancellationToken),
            RetireStep retire => await process.Client.Guests.RetireAsync(
                retire.Domain,
                retire.Mail,
                new GuestRetirementOptions { DeleteAccount = retire.DeletesAccount },
                cancellationToken
            ),
            ReadFeedStep read => await process.Client.Feeds.ReadAsync(AddressOf(read.Cell), cancellationToken: cancellationToken),
            DiagnoseStep diagnose => await process.Client.Feeds.DiagnoseAsync(
                diagnose.Cell.Owner,
                diagnose.Cell.Calendar,
                diagnose.Cell.Grantee,
                new() { Password = new Secret(diagnose.Password) },
                cancellationToken
            ),
            GuessStep guess => await process
                .Connect(ZimbraCredentials.Password(guess.Account, new Secret(guess.Password)))
                .SendAsync(new GetInfoRequest(), cancellationToken),
            _ => throw new InvalidOperationException($"{step.Name} is not known."),
        };

    private async Task<IReadOnlyList<Answer>> TogetherAsync(TogetherStep together, CancellationToken cancellationToken)
    {
        if (world.Turns is null)
        {
            IReadOnlyList<Answer>[] all = await Task.WhenAll(
                together.Steps.Select(step => Task.Run(() => AnswersAsync(step, cancellationToken), CancellationToken.None))
            );
            return [.. all.SelectMany(each => each)];
        }

        List<Answer> answers = [];
        foreach (Step step in together.Steps)
        {
            answers.AddRange(await AnswersAsync(step, cancellationToken));
        }

        return answers;
    }

    private async Task<IReadOnlyList<Answer>> AnswersAsync(Step step, CancellationToken cancellationToken)
    {
        var answers = new List<Answer>();
        try
        {
            await foreach (Answer answer in RunAsync(step, cancellationToken))
            {
                answers.Add(answer);
            }
        }
        catch (Exception e)
        {
            // Whatever it is: the checks say whether it may be.
            answers.Add(new Answer(step, null, e));
        }

        return answers;
    }

    private async Task<FolderActionResponse> GrantAsync(RawGrantStep raw, CancellationToken cancellationToken)
    {
        Folder folder = (await process.Client.SendAsync(GetFolderRequest.AtPath(raw.Cell.Calendar), cancellationToken)).Folder;
        try
        {
            return await process.Client.SendAsync(
                FolderActionRequest.Grant(folder.Id, FolderGrant.Guest(raw.Cell.Grantee, raw.Rights)),
                cancellationToken
            );
        }
        catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.GrantExists)
        {
            // The answer to a grant that was made before.
            return new FolderActionResponse { FolderId = folder.Id, Action = "grant" };
        }
    }

    private async IAsyncEnumerable<Answer> ShareAllAsync(ShareAllStep all, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IEnumerable<GuestShareItem> requests = all.Shares.Select(share => Request(share.Cell, Options(share)));
        await foreach (
            BulkOutcome<GuestShareItem, GuestShare> outcome in process.Client.Calendars.ShareWithGuestsAsync(
                requests,
                Bulk(all.Concurrency, all.BatchSize),
                cancellationToken
            )
        )
        {
            yield return new Answer(all.Shares[outcome.Index], outcome.Result, outcome.Error);
        }
    }

    private async IAsyncEnumerable<Answer> RevokeAllAsync(RevokeAllStep all, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IEnumerable<GuestShareItem> requests = all.Revocations.Select(revocation => Request(revocation.Cell, null));
        await foreach (
            BulkOutcome<ShareItem, Revocation> outcome in process.Client.Calendars.RevokeSharesAsync(
                requests,
                Bulk(all.Concurrency, all.BatchSize),
                cancellationToken
            )
        )
        {
            yield return new Answer(all.Revocations[outcome.Index], outcome.Result, outcome.Error);
        }
    }

    private CalendarClient Calendars(Step step) => process.CalendarsOf(step.Cells[0].Owner);

    private static GuestIdentifier IdentifierOf(AccountStep step) => GuestIdentifier.For(GuestAddress.Parse(step.Mail), step.Domain);

    private GuestShareItem Request(Cell cell, GuestShareOptions? options) =>
        new()
        {
            Calendar = cell.Calendar,
            Guest = cell.Grantee,
            Owner = process.Plan.Login == LoginKind.Administrator ? cell.Owner : null,
            Options = options,
        };

    // Where requests come one at a time, so must the calls that make them: else the order in which a client's own calls come would be the
    // machine's.
    private BulkOptions Bulk(int concurrency, int batchSize) =>
        new() { MaxConcurrency = world.Turns is null ? concurrency : 1, BatchSize = batchSize };

    private static GuestShareOptions Options(ShareStep share) =>
        new()
        {
            Permissions = Permissions.Parse(share.Rights),
            Expiry = Expiry(share.Expiry),
            Notify = share.Notify,
            EnsureNotified = share.EnsureNotified,
            Note = share.Note,
            GrantPassword = Secret.FromNullable(share.Password),
        };

    private static ShareExpiry Expiry(long? milliseconds) =>
        milliseconds switch
        {
            null => ShareExpiry.Keep,
            0 => ShareExpiry.Never,
            { } time => ShareExpiry.At(DateTimeOffset.FromUnixTimeMilliseconds(time)),
        };

    private IcsAddress AddressOf(Cell cell) =>
        IcsAddress.Parse(new Uri(world.Server.ServerUri, $"home/{cell.Owner}{cell.Calendar}.ics").AbsoluteUri);
}
