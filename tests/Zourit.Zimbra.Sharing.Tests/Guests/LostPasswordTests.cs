using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>
/// A guest's account that is found after a lost reply, just as it was asked for: whether its password is the one that was given shows only
/// in a login.
/// </summary>
public sealed class LostPasswordTests
{
    private const string OtherPassword = "An0ther-pipeline";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_password_of_another_pipeline_is_not_reported_as_the_one_that_was_given()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        GuestCreation made = await CreateAsync(world.AsAdmin(way: AnotherIsFaster(world)));

        Assert.Equal((GuestStep.Unchanged, GuestStep.Unchanged), (made.Step, made.Password));
        Assert.Equal(GuestWarningCode.PasswordKept, Assert.Single(made.Warnings).Code);
        Assert.Equal(OtherPassword, Guest(world).Password);
        Assert.Single(Logins(world));
    }

    [Fact]
    public async Task The_password_of_another_pipeline_is_replaced_when_that_is_asked_for()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        GuestCreation made = await CreateAsync(world.AsAdmin(way: AnotherIsFaster(world)), reset: true);

        Assert.Equal((GuestStep.Unchanged, GuestStep.Changed), (made.Step, made.Password));
        Assert.Empty(made.Warnings);
        Assert.Equal(GuestPassword, Guest(world).Password);
    }

    [Fact]
    public async Task The_password_that_was_given_is_tried_once_and_its_session_ended()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("CreateAccountRequest").ResetAfterEffect();

        GuestCreation made = await CreateAsync(world.AsAdmin(options => options.MaxRetries = 0));

        Assert.Equal((GuestStep.Created, GuestStep.Created), (made.Step, made.Password));
        Assert.Single(Logins(world));
        Assert.Single(world.Server.Journal.Entries, entry => entry.Operations.Contains("EndSessionRequest"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_a_loss_no_password_is_tried(bool stands)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        if (stands)
        {
            await CreateAsync(world.AsAdmin());
        }

        await CreateAsync(world.AsAdmin());

        Assert.Empty(Logins(world));
    }

    [Fact]
    public async Task A_password_that_cannot_be_tried_is_not_known()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("CreateAccountRequest").ResetAfterEffect();
        ZimbraClient admin = world.AsAdmin();
        await admin.Guests.FindAsync(GuestIdentifier.Parse(Identifier), Token);
        world.Server.Misbehave.On("AuthRequest").ServiceUnavailable();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => CreateAsync(admin));

        Assert.Equal("CreateAccountRequest", e.Operation);
        Assert.Contains("Looking for that failed too: AuthRequest", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_of_an_account_that_was_locked_meanwhile_is_not_tried_and_its_doubt_reported()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        var slow = new SlowServer
        {
            CutsOff = Creates,
            Meanwhile = async () =>
            {
                await CreateAsync(world.AsAdmin(), OtherPassword);
                world.Server.Change(_ => Guest(world).Status = "locked");
            },
        };

        GuestCreation made = await CreateAsync(world.AsAdmin(way: slow));

        Assert.Equal(GuestStep.Unchanged, made.Password);
        Assert.Equal(
            "adresse.orange.fr@monasso.org exists and has a password, the one given or another: it was not active, so that it could not "
                + "be tried. Ask for ResetPassword to set the one given.",
            Assert.Single(made.Warnings, warning => warning.Code == GuestWarningCode.PasswordKept).Text.English
        );
        Assert.Empty(Logins(world));
    }

    private static bool Creates(string request) => request.Contains("<CreateAccountRequest", StringComparison.Ordinal);

    private static SlowServer AnotherIsFaster(AssociationWorld world) =>
        new() { CutsOff = Creates, Meanwhile = () => CreateAsync(world.AsAdmin(), OtherPassword) };

    private static Task<GuestCreation> CreateAsync(ZimbraClient admin, string password = GuestPassword, bool reset = false) =>
        admin.Guests.CreateAsync(
            new NewGuestAccount
            {
                OwnerDomain = "monasso.org",
                Guest = Association.Guest,
                Password = new Secret(password),
                ResetPassword = reset,
                FurtherCalendars = [new SharedCalendar { Owner = Owner, Calendar = FolderPath.Parse(Events) }],
            },
            Token
        );

    private static Account Guest(AssociationWorld world) => world.Server.Directory.FindAccount(Identifier)!;

    /// <summary>The logins of the guest, by which the password was tried.</summary>
    private static IEnumerable<object> Logins(AssociationWorld world) =>
        world.Server.Journal.Entries.Where(entry =>
            entry.RequestBody.Contains("<AuthRequest xmlns=\"urn:zimbraAccount\"", StringComparison.Ordinal)
            && entry.RequestBody.Contains(Identifier, StringComparison.Ordinal)
        );
}
