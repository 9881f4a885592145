using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Calendars.Reviews;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Guests;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Administration;

/// <content>Calls of calendars.</content>
internal static partial class AdministratorCalls
{
    private static Dictionary<string, Func<SharingWorld, ZimbraClient, Task>> OfCalendars() =>
        new()
        {
            ["Calendars.ApplySharesAsync"] = async (_, pipe) =>
                await AllAsync(pipe.Calendars.ApplySharesAsync([AnotherShare], cancellationToken: Token)),
            ["Calendars.CheckPolicyAsync"] = async (world, pipe) =>
            {
                world.Zimbra.Change(directory =>
                {
                    Account owner = directory.FindAccount(SharingWorld.Owner)!;
                    owner.Attributes["zimbraExternalShareDomainWhitelistEnabled"] = "TRUE";
                    owner.Attributes["zimbraExternalShareWhitelistDomain"] = "orange.fr";
                });
                SharingPolicy policy = await pipe.Mailbox(SharingWorld.Owner)
                    .Calendars.CheckPolicyAsync(new PolicyCheckOptions { Guest = SharingWorld.Guest }, Token);
                Require(policy.Guests.Answer != PolicyAnswer.Unknown, policy.Guests.ToString());
                Require(policy.GuestIsInternal is not null, "whether the guest is internal");
                Assert.Equal(PolicyAnswer.Allowed, policy.Guests.Answer);
                Assert.False(policy.GuestIsInternal);
            },
            ["Calendars.FindPublicShareAsync"] = async (_, pipe) =>
                Assert.Null(await pipe.Mailbox(SharingWorld.Owner).Calendars.FindPublicShareAsync(SharingWorld.Calendar, Token)),
            ["Calendars.FindShareAsync"] = async (_, pipe) =>
                Assert.NotNull(
                    await pipe.Mailbox(SharingWorld.Owner).Calendars.FindShareAsync(SharingWorld.Calendar, SharingWorld.Guest, Token)
                ),
            ["Calendars.ListCalendarsAsync"] = async (_, pipe) =>
                Assert.NotEmpty(
                    await pipe.Mailbox(SharingWorld.Owner).Calendars.ListCalendarsAsync(cancellationToken: Token).ToListAsync(Token)
                ),
            ["Calendars.ListEndingAsync"] = async (_, pipe) =>
                Assert.Empty(
                    await pipe.Mailbox(SharingWorld.Owner).Calendars.ListEndingAsync(TimeSpan.FromDays(1), Token).ToListAsync(Token)
                ),
            ["Calendars.ListSharesAsync"] = async (_, pipe) =>
                Assert.Single(
                    await pipe.Mailbox(SharingWorld.Owner).Calendars.ListSharesAsync(cancellationToken: Token).ToListAsync(Token)
                ),
            ["Calendars.NotifyAgainAsync"] = async (world, pipe) =>
            {
                await pipe.Mailbox(SharingWorld.Owner)
                    .Calendars.NotifyAgainAsync(SharingWorld.Calendar, SharingWorld.Guest, cancellationToken: Token);
                Assert.Single(world.Zimbra.Outbox.To(SharingWorld.Guest));
            },
            ["Calendars.PlanAsync"] = async (_, pipe) =>
                Assert.Equal(
                    ShareOutcome.Created,
                    (
                        await pipe.Mailbox(SharingWorld.Owner).Calendars.PlanAsync(SharingWorld.Calendar, Another, cancellationToken: Token)
                    ).Outcome
                ),
            ["Calendars.PlanSharesAsync"] = async (_, pipe) =>
                await AllAsync(pipe.Calendars.PlanSharesAsync([AnotherShare], cancellationToken: Token)),
            ["Calendars.RenewAsync"] = async (_, pipe) =>
                await pipe.Mailbox(SharingWorld.Owner).Calendars.RenewAsync(SharingWorld.Calendar, SharingWorld.Guest, NextYear, Token),
            ["Calendars.RenewPublicAsync"] = async (world, pipe) =>
            {
                await world.AsOwner().Calendars.SharePubliclyAsync(SharingWorld.Calendar, cancellationToken: Token);
                await pipe.Mailbox(SharingWorld.Owner).Calendars.RenewPublicAsync(SharingWorld.Calendar, NextYear, Token);
            },
            ["Calendars.RenewSharesAsync"] = async (_, pipe) =>
                await AllAsync(
                    pipe.Calendars.RenewSharesAsync(
                        [
                            new RenewalItem
                            {
                                Owner = SharingWorld.Owner,
                                Calendar = SharingWorld.Calendar,
                                Grantee = SharingWorld.Guest,
                                Expiry = NextYear,
                            },
                        ],
                        cancellationToken: Token
                    )
                ),
            ["Calendars.ReviewAsync"] = async (_, pipe) =>
            {
                List<ReviewFinding> findings = await pipe
                    .Calendars.ReviewAsync(new ReviewOptions { Domain = Domain }, Token)
                    .ToListAsync(Token);
                string unknown = string.Join(
                    '\n',
                    findings
                        .Where(finding => finding.Code is ReviewCode.NotReviewed or ReviewCode.NotKnowable)
                        .Select(finding => finding.Sentence.ToString())
                );
                Assert.True(unknown.Length == 0, unknown);
            },
            ["Calendars.RevokeAllAsync"] = async (world, pipe) =>
            {
                await pipe.Mailbox(SharingWorld.Owner).Calendars.RevokeAllAsync(SharingWorld.Calendar, Token);
                Assert.Empty(world.Zimbra.GrantsOf(SharingWorld.Owner, SharingWorld.Calendar));
            },
            ["Calendars.RevokeAllOfGuestAsync"] = async (_, pipe) =>
                await AllAsync(
                    pipe.Mailbox(SharingWorld.Owner).Calendars.RevokeAllOfGuestAsync(SharingWorld.Guest, cancellationToken: Token)
                ),
            ["Calendars.RevokeGuestAsync"] = async (world, pipe) =>
            {
                await pipe.Mailbox(SharingWorld.Owner)
                    .Calendars.RevokeGuestAsync(SharingWorld.Calendar, SharingWorld.Guest, cancellationToken: Token);
                Assert.Empty(world.Zimbra.GrantsOf(SharingWorld.Owner, SharingWorld.Calendar));
            },
            ["Calendars.RevokePublicAsync"] = async (world, pipe) =>
            {
                await world.AsOwner().Calendars.SharePubliclyAsync(SharingWorld.Calendar, cancellationToken: Token);
                await pipe.Mailbox(SharingWorld.Owner).Calendars.RevokePublicAsync(SharingWorld.Calendar, Token);
                Assert.Single(world.Zimbra.GrantsOf(SharingWorld.Owner, SharingWorld.Calendar));
            },
            ["Calendars.RevokeSharesAsync"] = async (_, pipe) =>
                await AllAsync(
                    pipe.Calendars.RevokeSharesAsync([AnotherShare with { Guest = SharingWorld.Guest }], cancellationToken: Token)
                ),
            ["Calendars.RevokeUserAsync"] = async (world, pipe) =>
            {
                await world.AsOwner().Calendars.ShareWithUserAsync(SharingWorld.Calendar, Pipe, cancellationToken: Token);
                await pipe.Mailbox(SharingWorld.Owner).Calendars.RevokeUserAsync(SharingWorld.Calendar, Pipe, cancellationToken: Token);
            },
            ["Calendars.SharePubliclyAsync"] = async (_, pipe) =>
                await pipe.Mailbox(SharingWorld.Owner).Calendars.SharePubliclyAsync(SharingWorld.Calendar, cancellationToken: Token),
            ["Calendars.ShareWithGuestAsync"] = async (_, pipe) =>
                Assert.Equal(
                    ShareOutcome.Created,
                    (
                        await pipe.Mailbox(SharingWorld.Owner)
                            .Calendars.ShareWithGuestAsync(SharingWorld.Calendar, Another, cancellationToken: Token)
                    ).Outcome
                ),
            ["Calendars.ShareWithGuestsAsync"] = async (_, pipe) =>
                await AllAsync(pipe.Calendars.ShareWithGuestsAsync([AnotherShare], cancellationToken: Token)),
            ["Calendars.ShareWithUserAsync"] = async (_, pipe) =>
                await pipe.Mailbox(SharingWorld.Owner).Calendars.ShareWithUserAsync(SharingWorld.Calendar, Pipe, cancellationToken: Token),
            ["Calendars.ShareWithUsersAsync"] = async (_, pipe) =>
                await AllAsync(
                    pipe.Calendars.ShareWithUsersAsync(
                        [
                            new UserShareItem
                            {
                                Owner = SharingWorld.Owner,
                                Calendar = SharingWorld.Calendar,
                                User = Pipe,
                            },
                        ],
                        cancellationToken: Token
                    )
                ),
        };
}
