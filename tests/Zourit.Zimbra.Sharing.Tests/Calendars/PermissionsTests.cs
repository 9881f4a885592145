using CsCheck;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

public sealed class PermissionsTests
{
    [Theory]
    [InlineData("R")]
    [InlineData("r-w")]
    [InlineData("r w")]
    [InlineData("rz")]
    public void What_is_no_permission_letter_is_refused_and_named(string letters)
    {
        var refusal = Assert.ThrowsAny<ArgumentException>(() => Permissions.Parse(letters));

        Assert.Contains("no permission letter", refusal.Message, StringComparison.Ordinal);
        Assert.False(Permissions.TryParse(letters, out Permissions none));
        Assert.Equal(Permissions.None, none);
    }

    [Theory]
    [InlineData("", "", PermissionRole.None)]
    [InlineData("p", "p", PermissionRole.None)]
    [InlineData("r", "r", PermissionRole.Viewer)]
    [InlineData("pr", "rp", PermissionRole.Viewer)]
    [InlineData("xdiwr", "rwidx", PermissionRole.Manager)]
    [InlineData("rwidxap", "rwidxap", PermissionRole.Admin)]
    [InlineData("rrw", "rw", PermissionRole.Custom)]
    [InlineData("rf", "rf", PermissionRole.Custom)]
    [InlineData("ricc", "ri", PermissionRole.Custom)]
    public void Letters_come_out_in_the_servers_order_with_the_web_clients_role(string letters, string canonical, PermissionRole role)
    {
        Permissions permissions = Permissions.Parse(letters);

        Assert.Equal(canonical, permissions.ToString());
        Assert.Equal(role, permissions.Role);
    }

    [Fact]
    public void Roles_are_the_sets_of_the_web_client()
    {
        Assert.Equal("r", Permissions.Viewer.Letters);
        Assert.Equal("rwidx", Permissions.Manager.Letters);
        Assert.Equal("rwidxa", Permissions.Admin.Letters);
        Assert.Equal("rp", Permissions.Viewer.WithPrivate().Letters);
        Assert.True(Permissions.Manager.CanCreateSubfolders);
        Assert.False(Permissions.Viewer.CanCreateSubfolders);
    }

    [Fact]
    public void A_letter_of_a_later_server_is_passed_over_in_replies() => Assert.Equal("rw", Permissions.ParseLenient("rwZ").Letters);

    [Fact]
    public void Any_letters_in_any_order_make_the_same_set() =>
        Gen.Char["rwidxapfc"]
            .Array[0, 12]
            .Sample(letters =>
            {
                Permissions permissions = Permissions.Parse(new string(letters));

                Assert.Equal(permissions, Permissions.Parse(permissions.Letters));
                Assert.Equal(permissions, letters.Aggregate(Permissions.None, (set, letter) => set | Permissions.Parse(letter.ToString())));
                Assert.True(permissions.Includes(Permissions.None));
                Assert.True((permissions | Permissions.Admin).Includes(permissions));
            });
}
