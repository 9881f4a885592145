using System.Net;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>How guests and their shares stand in the directory, in mailboxes and on the sign-up page.</summary>
public sealed class DirectoryWordTests
{
    private static GuestAccount Account(string[]? hidden = null, params (string Name, string Value)[] attributes) =>
        GuestAccount.Read(
            new DirectoryEntry
            {
                Kind = "account",
                Name = "adresse.orange.fr@monasso.org",
                Id = "id-1",
                Attributes = new AttributeList(attributes.Select(a => KeyValuePair.Create(a.Name, a.Value))),
                HiddenAttributes = hidden ?? [],
            }
        );

    [Fact]
    public void A_share_is_found_by_how_its_entry_begins() =>
        Assert.Equal("granteeId:adresse@orange.fr;", PublishedShareExtensions.PrefixFor("adresse@orange.fr"));

    [Fact]
    public void Whether_a_guest_has_a_password_is_known_unless_the_server_hides_it()
    {
        Assert.True(Account(null, ("userPassword", "VALUE-BLOCKED")).HasPassword);
        Assert.False(Account().HasPassword);
        Assert.Null(Account(["userPassword"]).HasPassword);
        Assert.False(Account(["zimbraNotes"]).HasPassword);
    }

    [Theory]
    [InlineData("20261122141801Z", 0)]
    [InlineData("20261122141801.383Z", 383)]
    public void The_time_a_guest_was_disabled_has_a_fraction_or_none(string text, int milliseconds) =>
        Assert.Equal(
            new DateTimeOffset(2026, 11, 22, 14, 18, 1, milliseconds, TimeSpan.Zero),
            Account(null, ("zimbraExternalAccountDisabledTime", text)).DisabledSince
        );

    [Fact]
    public void A_guest_is_shown_by_name_and_status()
    {
        GuestAccount account = Account(
            null,
            ("zimbraAccountStatus", "closed"),
            ("displayName", "Adresse"),
            ("zimbraPrefLocale", "fr"),
            ("zimbraExternalUserMailAddress", "A@orange.fr")
        );

        Assert.Equal("adresse.orange.fr@monasso.org (Closed)", account.ToString());
        Assert.Equal(("Adresse", "fr", "A@orange.fr", true), (account.DisplayName, account.Locale, account.Mail, account.HasUpperCaseMail));
        Assert.Equal(("", null), (Account().Mail, Account().DisabledSince));
    }

    [Theory]
    [InlineData("/Calendar", null, "Les Amis\u2019s Calendar")]
    [InlineData("/Calendar", "FR", "Calendar de Les Amis")]
    [InlineData("/Calendar", "fr_CA", "Calendar de Les Amis")]
    [InlineData("/Asso/Sorties/Été", "en", "Les Amis\u2019s Sorties Été")]
    public void A_mountpoint_is_named_after_owner_and_folder(string path, string? locale, string name) =>
        Assert.Equal(name, MountpointName.For("Les Amis", FolderPath.Parse(path), locale, []));

    [Fact]
    public void A_mountpoint_gets_a_number_where_its_name_is_taken_and_is_cut_where_it_is_too_long()
    {
        Assert.Equal(
            "Asso\u2019s Calendar (3)",
            MountpointName.For("Asso", FolderPath.Parse("/Calendar"), null, ["ASSO\u2019S Calendar", "Asso\u2019s Calendar (2)"])
        );
        Assert.Equal("a b  c\u2019s Calendar", MountpointName.For("a/b: c", FolderPath.Parse("/Calendar"), null, []));
        string fits = MountpointName.For(new string('a', 244), FolderPath.Parse("/Calendar"), null, []);
        Assert.Equal(255, fits.Length);
        Assert.EndsWith("s Calendar", fits, StringComparison.Ordinal);
        Assert.Equal(fits[..^1], MountpointName.For(new string('a', 245), FolderPath.Parse("/Calendar"), null, [])[1..]);
        Assert.Equal($"{fits[..251]} (2)", MountpointName.For(new string('a', 244), FolderPath.Parse("/Calendar"), null, [fits]));
    }

    [Theory]
    [InlineData("ZM_AUTH_TOKEN=0_a; Path=/", "0_a")]
    [InlineData("ZM_AUTH_TOKEN=; Path=/", null)]
    [InlineData("ZM_AUTH_TOKEN2=0_a", null)]
    [InlineData("other=1", null)]
    [InlineData(null, null)]
    public void Only_the_cookie_of_the_session_opens_it(string? cookie, string? token)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.Found);
        if (cookie is not null)
        {
            response.Headers.TryAddWithoutValidation("Set-Cookie", cookie);
        }

        SignUpPage page = SignUpPage.Read(response, "");

        Assert.Equal(token, page.SessionToken?.Reveal());
        Assert.Equal(token is not null, page.SignedUp);
        Assert.Equal("sign-up page, HTTP 302", page.ToString());
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, null, "name=\"loginOp\"", true)]
    [InlineData(HttpStatusCode.OK, null, "virtualacctdomain=monasso.org", true)]
    [InlineData(HttpStatusCode.NotFound, null, "name=\"loginOp\"", false)]
    [InlineData(HttpStatusCode.OK, "0_a", "name=\"loginOp\"", false)]
    [InlineData(HttpStatusCode.OK, null, "name=\"loginOp\" account.INVALID_PASSWORD", false)]
    [InlineData(HttpStatusCode.OK, null, "name=\"loginOp\" name=\"displayname\"", false)]
    [InlineData(HttpStatusCode.OK, null, "It works!", false)]
    public void A_login_page_is_told_from_every_other(HttpStatusCode status, string? linkCookie, string body, bool isLogin) =>
        Assert.Equal(isLogin, new SignUpPage(status, linkCookie, null, body).IsLogin);
}
