using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Calendars.Reviews;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Administration;

/// <content>Calls of calendars.</content>
internal static partial class AdministratorCalls
{
    private static Dictionary<string, Func<AssociationWorld, ZimbraClient, Task>> OfCalendars() =>
        new()
        {
            ["Calendars.ApplySharesAsync"] = async (_, pipe) =>
                await AllAsync(pipe.Calendars.ApplySharesAsync([AnotherShare], cancellationToken: Token)),
            ["Calendars.CheckPolicyAsync"] = async (world, pipe) =>
            {
                world.Server.Change(directory =>
                {
                    Account owner = directory.FindAccount(Owner)!;
                    owner.Attributes["zimbraExternalShareDomainWhitelistEnabled"] = "TRUE";
                    owner.Attributes["zimbraExternalShareWhitelistDomain"] = "orange.fr";
                });
                SharingPolicy policy = await pipe.Mailbox(Owner)
                    .Calendars.CheckPolicyAsync(new PolicyCheckOptions { Guest = Guest }, Token);
                Require(policy.Guests.Answer != PolicyAnswer.Unknown, policy.Guests.ToString());
                Require(policy.GuestIsInternal is not null, "whether the guest is internal");
                Assert.Equal(PolicyAnswer.Allowed, policy.Guests.Answer);
                Assert.False(policy.GuestIsInternal);
            },
            ["Calendars.FindPublicShareAsync"] = async (_, pipe) =>
                Assert.Null(await pipe.Mailbox(Owner).Calendars.FindPublicShareAsync(Events, Token)),
            ["Calendars.FindShareAsync"] = async (_, pipe) =>
                Assert.NotNull(await pipe.Mailbox(Owner).Calendars.FindShareAsync(Events, Guest, Token)),
            ["Calendars.ListCalendarsAsync"] = async (_, pipe) =>
                Assert.NotEmpty(await pipe.Mailbox(Owner).Calendars.ListCalendarsAsync(cancellationToken: Token).ToListAsync(Token)),
            ["Calendars.ListEndingAsync"] = async (_, pipe) =>
                Assert.Empty(
                    await pipe.Mailbox(Owner).Calendars.ListEndingAsync(TimeSpan.FromDays(1), cancellationToken: Token).ToListAsync(Token)
                ),
            ["Calendars.ListSharesAsync"] = async (_, pipe) =>
                Assert.Single(await pipe.Mailbox(Owner).Calendars.ListSharesAsync(cancellationToken: Token).ToListAsync(Token)),
            ["Calendars.NotifyAgainAsync"] = async (world, pipe) =>
            {
                await pipe.Mailbox(Owner).Calendars.NotifyAgainAsync(Events, Guest, cancellationToken: Token);
                Assert.Single(world.Server.Outbox.To(Guest));
            },
            ["Calendars.PlanAsync"] = async (_, pipe) =>
                Assert.Equal(
                    ShareOutcome.Created,
                    (await pipe.Mailbox(Owner).Calendars.PlanAsync(Events, Another, cancellationToken: Token)).Outcome
                ),
            ["Calendars.PlanSharesAsync"] = async (_, pipe) =>
                await AllAsync(pipe.Calendars.PlanSharesAsync([AnotherShare], cancellationToken: Token)),
            ["Calendars.PlanRenewalAsync"] = async (_, pipe) =>
                await pipe.Mailbox(Owner).Calendars.PlanRenewalAsync(Events, Guest, NextYear, Token),
            ["Calendars.PlanRenewalsAsync"] = async (_, pipe) =>
                await AllAsync(pipe.Calendars.PlanRenewalsAsync([Renewal], cancellationToken: Token)),
            ["Calendars.PlanRevocationAsync"] = async (_, pipe) =>
                Assert.Single((await pipe.Mailbox(Owner).Calendars.PlanRevocationAsync(Events, Guest, cancellationToken: Token)).Grants),
            ["Calendars.PlanRevocationsAsync"] = async (_, pipe) =>
                await AllAsync(pipe.Calendars.PlanRevocationsAsync([AnotherShare], cancellationToken: Token)),
            ["Calendars.RenewAsync"] = async (_, pipe) => await pipe.Mailbox(Owner).Calendars.RenewAsync(Events, Guest, NextYear, Token),
            ["Calendars.RenewPublicAsync"] = async (world, pipe) =>
            {
                await world.AsOwner().Calendars.SharePubliclyAsync(Events, cancellationToken: Token);
                await pipe.Mailbox(Owner).Calendars.RenewPublicAsync(Events, NextYear, Token);
            },
            ["Calendars.RenewSharesAsync"] = async (_, pipe) =>
                await AllAsync(pipe.Calendars.RenewSharesAsync([Renewal], cancellationToken: Token)),
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
                await pipe.Mailbox(Owner).Calendars.RevokeAllAsync(Events, Token);
                Assert.Empty(world.Server.GrantsOf(Owner, Events));
            },
            ["Calendars.RevokeAllOfGuestAsync"] = async (_, pipe) =>
                await AllAsync(pipe.Mailbox(Owner).Calendars.RevokeAllOfGuestAsync(Guest, cancellationToken: Token)),
            ["Calendars.RevokeGuestAsync"] = async (world, pipe) =>
            {
                await pipe.Mailbox(Owner).Calendars.RevokeGuestAsync(Events, Guest, cancellationToken: Token);
                Assert.Empty(world.Server.GrantsOf(Owner, Events));
            },
            ["Calendars.RevokePublicAsync"] = async (world, pipe) =>
            {
                await world.AsOwner().Calendars.SharePubliclyAsync(Events, cancellationToken: Token);
                await pipe.Mailbox(Owner).Calendars.RevokePublicAsync(Events, Token);
                Assert.Single(world.Server.GrantsOf(Owner, Events));
            },
            ["Calendars.RevokeSharesAsync"] = async (_, pipe) =>
                await AllAsync(pipe.Calendars.RevokeSharesAsync([AnotherShare with { Guest = Guest }], cancellationToken: Token)),
            ["Calendars.RevokeUserAsync"] = async (world, pipe) =>
            {
                await world.AsOwner().Calendars.ShareWithUserAsync(Events, Pipe, cancellationToken: Token);
                await pipe.Mailbox(Owner).Calendars.RevokeUserAsync(Events, Pipe, cancellationToken: Token);
            },
            ["Calendars.SharePubliclyAsync"] = async (_, pipe) =>
                await pipe.Mailbox(Owner).Calendars.SharePubliclyAsync(Events, cancellationToken: Token),
            ["Calendars.ShareWithGuestAsync"] = async (_, pipe) =>
                Assert.Equal(
                    ShareOutcome.Created,
                    (await pipe.Mailbox(Owner).Calendars.ShareWithGuestAsync(Events, Another, cancellationToken: Token)).Outcome
                ),
            ["Calendars.ShareWithGuestsAsync"] = async (_, pipe) =>
                await AllAsync(pipe.Calendars.ShareWithGuestsAsync([AnotherShare], cancellationToken: Token)),
            ["Calendars.ShareWithUserAsync"] = async (_, pipe) =>
                await pipe.Mailbox(Owner).Calendars.ShareWithUserAsync(Events, Pipe, cancellationToken: Token),
            ["Calendars.ShareWithUsersAsync"] = async (_, pipe) =>
                await AllAsync(
                    pipe.Calendars.ShareWithUsersAsync(
                        [
                            new UserShareItem
                            {
                                Owner = Owner,
                                Calendar = Events,
                                User = Pipe,
                            },
                        ],
                        cancellationToken: Token
                    )
                ),
        };
}
