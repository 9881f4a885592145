using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Granting;

/// <summary>How grantees are named by callers, and found in an ACL.</summary>
public sealed class GranteeNameTests
{
    [Theory]
    [InlineData("Paul@MonAsso.org", "paul@monasso.org")]
    [InlineData(" paul ", "paul")]
    [InlineData("Paul <paul@monasso.org>", "paul@monasso.org")]
    [InlineData("<paul@monasso.org>", "paul@monasso.org")]
    public void An_address_is_taken_bare_and_small(string text, string name) => Assert.Equal(name, GranteeName.Parse(text));

    [Theory]
    [InlineData("paul dupont")]
    [InlineData("Paul < >")]
    [InlineData("paul\u0001@monasso.org")]
    [InlineData("paul@monasso.org> x")]
    public void What_is_no_address_is_refused_with_what_is_wanted(string text)
    {
        ArgumentException e = Assert.ThrowsAny<ArgumentException>(() => GranteeName.Parse(text));

        string shown = text.Replace("\u0001", "U+0001", StringComparison.Ordinal);
        Assert.Equal($"'{shown}' is no address. Give a bare mail address, e.g. 'paul@asso.org'.", e.Message);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(" a@b.fr ", "a@b.fr")]
    [InlineData("Nom <a@b.fr>", "a@b.fr")]
    [InlineData("<a@b.fr>", "a@b.fr")]
    [InlineData("< a@b.fr >", "a@b.fr")]
    [InlineData("a@b.fr>", "a@b.fr>")]
    [InlineData("Nom <a@b.fr> (x)", "Nom <a@b.fr> (x)")]
    public void A_stored_grantee_is_compared_by_its_bare_address(string? stored, string bare) =>
        Assert.Equal(bare, GrantSearch.Bare(stored));

    [Fact]
    public void A_guest_s_own_grant_goes_before_that_of_an_account_with_the_same_name()
    {
        FolderGrant guest = new()
        {
            Type = GranteeType.Guest,
            Rights = "r",
            GranteeId = "a@b.fr",
        };
        FolderGrant account = new()
        {
            Type = GranteeType.User,
            Rights = "r",
            GranteeId = "0a1b",
            GranteeName = "a@b.fr",
        };
        FolderAcl acl = new() { Grants = [account, guest] };

        Assert.Same(guest, new GrantSearch(acl).Find("A@b.fr"));
        Assert.Same(account, new GrantSearch(new FolderAcl { Grants = [account] }).Find("A@b.fr"));
        Assert.Null(new GrantSearch(new FolderAcl { Grants = [account with { GranteeName = "" }] }).Find(""));
    }

    [Fact]
    public void The_public_and_all_who_are_signed_in_are_found_by_their_well_known_ids()
    {
        FolderAcl acl = new() { Grants = [FolderGrant.AllAuthenticated("r"), FolderGrant.Public("r")] };

        Assert.Equal(GranteeType.Public, new GrantSearch(acl).ById(WellKnownGrantee.Public)?.Type);
        Assert.Equal(GranteeType.AllAuthenticated, new GrantSearch(acl).ById(WellKnownGrantee.AllAuthenticated)?.Type);
        Assert.Null(new GrantSearch(acl).ById("0a1b"));
    }
}
