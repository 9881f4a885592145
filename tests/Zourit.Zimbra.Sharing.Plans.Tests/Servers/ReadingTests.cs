using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Reading;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

public sealed class ReadingTests
{
    [Fact]
    public async Task An_account_that_is_not_there_is_unresolved_and_one_that_fails_is_unknown()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        var reader = new ZimbraPlanSource(world.Admin);

        OwnerState nobody = await reader.ReadAsync("nobody@monasso.org", Files.Token);
        world.Server.Misbehave.On("GetFolderRequest").Fault("mail.MAINTENANCE");
        OwnerState failing = await reader.ReadAsync(PlanWorld.Bureau, Files.Token);

        Assert.True(nobody.IsUnresolved);
        Assert.NotNull(nobody.Failure);
        Assert.False(failing.IsUnresolved);
        Assert.NotNull(failing.Failure);
    }

    [Fact]
    public async Task What_somebody_elses_mailbox_does_not_show_is_unknown_and_not_absent()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(seed =>
            seed.Account("paul@monasso.org", PlanWorld.Password, account =>
                account.Calendar("/e", calendar => calendar.ShareWithGuest("m@example.com", "r").ShareWithUser(PlanWorld.Bureau, "r"))
            )
        );
        await using ZimbraClient bureau = world.Connect(ZimbraCredentials.Password(PlanWorld.Bureau, new Secret(PlanWorld.Password)));
        var reader = new ZimbraPlanSource(bureau);

        OwnerState other = await reader.ReadAsync("paul@monasso.org", Files.Token);
        OwnerState own = await reader.ReadAsync(PlanWorld.Bureau, Files.Token);

        Assert.NotNull(other.Failure);
        Assert.Null(own.Failure);
        Assert.Equal(["/Calendar", "/my-events", "/public"], own.Calendars.Select(calendar => calendar.Path.Value).Order());
    }

    [Fact]
    public async Task Grants_are_read_by_whom_they_are_for()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(seed =>
        {
            seed.Group("comite@monasso.org", PlanWorld.Tresor);
            seed.Account("paul@monasso.org", PlanWorld.Password, account =>
                account.Calendar("/e", calendar =>
                    calendar
                        .ShareWithGuest("M@Example.com", "rw", new() { Expiry = DateTimeOffset.Parse("2030-01-01T00:00Z", null) })
                        .ShareWithGuest("p@example.com", "r", new() { Password = "pa55" })
                        .ShareWithUser(PlanWorld.Tresor, "rwidx")
                        .ShareWithGroup("comite@monasso.org", "r")
                        .SharePublicly("r")
                        .ShareWithAllAccounts("r")
                )
            );
        });

        OwnerState state = await new ZimbraPlanSource(world.Admin) { Account = PlanWorld.Tresor }.ReadAsync(
            "paul@monasso.org",
            Files.Token
        );

        GrantState[] grants = [.. state.Calendars.Single(calendar => calendar.Path.Value == "/e").Grants];
        Assert.Equal(
            [
                "guest m@example.com rw 2030",
                "guest p@example.com r ",
                "user tresor@monasso.org rwidx ",
                "user comite@monasso.org r ",
                "public r ",
                "Unknown r ",
            ],
            grants.Select(grant =>
                $"{(grant.Grantee.Kind == GranteeKind.Unknown ? "Unknown" : grant.Grantee)} {grant.Rights} {grant.Expiry?.Year}"
            )
        );
        Assert.True(grants[1].HasPassword);
        Assert.True(grants[2].IsOwn);
    }

    [Fact]
    public async Task A_grant_to_the_owner_itself_is_never_removed_since_the_server_refuses_that()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(seed =>
            seed.Account("paul@monasso.org", PlanWorld.Password, account =>
                account.Calendar("/e", calendar => calendar.ShareWithUser("paul@monasso.org", "r").ShareWithGuest("m@example.com", "r"))
            )
        );

        OwnerState state = await new ZimbraPlanSource(world.Admin).ReadAsync("paul@monasso.org", Files.Token);

        GrantState[] grants = [.. state.Calendars.Single(calendar => calendar.Path.Value == "/e").Grants];
        Assert.Equal([true, false], grants.Select(grant => grant.IsOwn));
    }

    [Fact]
    public async Task Owners_of_a_scope_are_those_that_the_directory_says_share_anything()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(seed =>
            seed.Account("paul@monasso.org", PlanWorld.Password, account =>
                account.Calendar("/e", calendar => calendar.ShareWithGuest("m@example.com", "r"))
            )
        );
        await using ZimbraClient bureau = world.Connect(ZimbraCredentials.Password(PlanWorld.Bureau, new Secret(PlanWorld.Password)));
        PruningScope scope = new()
        {
            Owners = [GlobPattern.Parse("*@monasso.org")],
            Calendars = [GlobPattern.Parse("**")],
            Kinds = [GranteeKind.Guest],
        };

        Assert.Equal(
            ["paul@monasso.org"],
            await new ZimbraPlanSource(world.Admin).ListOwnersAsync(scope, Files.Token).ToArrayAsync(Files.Token)
        );
        Assert.Empty(await new ZimbraPlanSource(bureau).ListOwnersAsync(scope, Files.Token).ToArrayAsync(Files.Token));
    }
}
