using System.Reflection;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>
/// Each option of a share reaches the grant that is made: one that is declared and not passed on would do nothing, in silence.
/// </summary>
public sealed class ShareOptionTests
{
    private static readonly GuestAddress Guest = GuestAddress.Parse("adresse@orange.fr");

    public static TheoryData<string> GuestOptions { get; } = [.. Names<GuestShareOptions>()];

    public static TheoryData<string> UserOptions { get; } = [.. Names<UserShareOptions>()];

    public static TheoryData<string> PublicOptions { get; } = [.. Names<PublicShareOptions>()];

    [Theory, MemberData(nameof(GuestOptions))]
    public void An_option_of_a_guests_share_reaches_the_grant(string option) =>
        AssertReaches<GuestShareOptions>(option, options => options.For(Guest));

    [Theory, MemberData(nameof(UserOptions))]
    public void An_option_of_a_users_share_reaches_the_grant(string option) =>
        AssertReaches<UserShareOptions>(option, options => options.For("marie@monasso.org", "user"));

    [Theory, MemberData(nameof(PublicOptions))]
    public void An_option_of_a_public_share_reaches_the_grant(string option) =>
        AssertReaches<PublicShareOptions>(option, options => options.ToGrant());

    private static IEnumerable<string> Names<TOptions>() => typeof(TOptions).GetProperties().Select(property => property.Name);

    private static void AssertReaches<TOptions>(string option, Func<TOptions, DesiredGrant> grant)
        where TOptions : new()
    {
        PropertyInfo property = typeof(TOptions).GetProperty(option)!;
        var changed = new TOptions();
        property.SetValue(changed, Another(property.GetValue(changed), property.PropertyType));

        Assert.NotEqual(grant(new TOptions()), grant(changed));
    }

    /// <summary>A value of an option that is not its default.</summary>
    private static object Another(object? value, Type type) =>
        value switch
        {
            bool flag => !flag,
            Permissions => Permissions.Manager,
            ShareExpiry => ShareExpiry.Never,
            _ when type == typeof(string) => "Bienvenue",
            _ when type == typeof(Secret?) => new Secret("pa55word"),
            _ => throw new NotSupportedException($"Say here what another {type.Name} is."),
        };
}
