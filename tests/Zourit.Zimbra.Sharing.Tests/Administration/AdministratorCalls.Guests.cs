using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Tests.Guests;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Administration;

/// <content>Calls of the guests.</content>
internal static partial class AdministratorCalls
{
    private static Dictionary<string, Func<AssociationWorld, ZimbraClient, Task>> OfGuests() =>
        new()
        {
            ["Guests.CreateAllAsync"] = async (world, pipe) =>
            {
                await AllAsync(
                    pipe.Guests.CreateAllAsync([GuestCreations.WithCalendar with { Guest = Another }], cancellationToken: Token)
                );
                Assert.Equal("disabled", world.Server.Directory.FindAccount("autre.orange.fr@monasso.org")!.Attributes["zimbraMailStatus"]);
            },
            ["Guests.CreateAsync"] = async (world, pipe) =>
            {
                GuestCreation made = await pipe.Guests.CreateAsync(GuestCreations.WithCalendar with { Guest = "autre@orange.fr" }, Token);
                Assert.Equal(GuestStep.Created, made.Step);
                Assert.Equal("disabled", world.Server.Directory.FindAccount("autre.orange.fr@monasso.org")!.Attributes["zimbraMailStatus"]);
            },
            ["Guests.FindAllAsync"] = async (_, pipe) =>
                Assert.Single(await pipe.Guests.FindAllAsync(new GuestSearch { OwnerDomain = Domain }, Token).ToListAsync(Token)),
            ["Guests.FindAsync"] = async (_, pipe) => Assert.NotNull(await pipe.Guests.FindAsync(Identifier, Token)),
            ["Guests.FindByMailAsync"] = async (_, pipe) => Assert.NotNull(await pipe.Guests.FindByMailAsync(Domain, Guest, Token)),
            ["Guests.FindCollisionsAsync"] = async (world, pipe) =>
            {
                await world.ShareAsync(guest: "sans.compte@orange.fr", notify: false);
                Assert.Empty(await pipe.Guests.FindCollisionsAsync(Domain, Token).ToListAsync(Token));
            },
            ["Guests.GetPasswordPolicyAsync"] = async (_, pipe) =>
                Assert.NotEqual(PasswordPolicy.None, await pipe.Guests.GetPasswordPolicyAsync(Domain, Token)),
            ["Guests.InspectAllAsync"] = async (_, pipe) =>
                Assert.Empty(
                    Assert
                        .Single(
                            await pipe.Guests.InspectAllAsync(new GuestSearch { OwnerDomain = "monasso.org" }, Token).ToListAsync(Token)
                        )
                        .Problems
                ),
            ["Guests.InspectAsync"] = async (_, pipe) => Assert.Empty((await pipe.Guests.InspectAsync(Identifier, Token)).Problems),
            ["Guests.ListAccessAsync"] = async (_, pipe) =>
                Assert.Single(
                    await pipe.Guests.ListAccessAsync(Guest, new GuestAccessOptions { OwnerDomain = Domain }, Token).ToListAsync(Token)
                ),
            ["Guests.RepairAsync"] = async (world, pipe) =>
            {
                world.Server.Change(directory =>
                    directory.FindAccount(Association.Identifier)!.Attributes["zimbraExternalUserMailAddress"] = Guest.ToUpperInvariant()
                );
                await pipe.Guests.RepairAsync(Identifier, Token);
                Assert.Equal(Guest, GuestCreations.GuestOf(world)!.Attributes["zimbraExternalUserMailAddress"]);
            },
            ["Guests.ResetPasswordAsync"] = async (world, pipe) =>
            {
                GuestPasswordReset reset = await pipe.Guests.ResetPasswordAsync(Identifier, Token);
                Assert.Equal(200, await world.ReadFeedAsync(Association.Identifier, reset.Password.Reveal()));
            },
            ["Guests.ResumeAsync"] = async (world, pipe) =>
            {
                world.Server.Change(directory =>
                    directory.FindAccount(Association.Identifier)!.Attributes["zimbraAccountStatus"] = "locked"
                );
                Assert.Equal(GuestStep.Changed, (await pipe.Guests.ResumeAsync(Identifier, Token)).Step);
                Assert.Equal("disabled", GuestCreations.GuestOf(world)!.Attributes["zimbraMailStatus"]);
            },
            ["Guests.RetireAsync"] = async (world, pipe) =>
            {
                GuestRetirement retired = await pipe.Guests.RetireAsync(
                    Domain,
                    Guest,
                    new GuestRetirementOptions { DeleteAccount = true },
                    Token
                );
                Assert.Equal(RetiredAccount.Deleted, retired.Account);
                Assert.Null(GuestCreations.GuestOf(world));
            },
            ["Guests.SetPasswordAsync"] = async (world, pipe) =>
            {
                await pipe.Guests.SetPasswordAsync(Identifier, new Secret("An0ther-password"), Token);
                Assert.Equal(200, await world.ReadFeedAsync(Association.Identifier, "An0ther-password"));
            },
            ["Guests.SuspendAsync"] = async (world, pipe) =>
            {
                Assert.Equal(GuestStep.Changed, (await pipe.Guests.SuspendAsync(Identifier, Token)).Step);
                Assert.Equal("disabled", GuestCreations.GuestOf(world)!.Attributes["zimbraMailStatus"]);
            },
        };
}
