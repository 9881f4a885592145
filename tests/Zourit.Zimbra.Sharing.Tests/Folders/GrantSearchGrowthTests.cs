using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Folders;

/// <summary>The index of an ACL grows with it; each state of the ACL shows its own grants only.</summary>
public sealed class GrantSearchGrowthTests
{
    private static readonly GrantSearch Before = new(
        new FolderAcl { Grants = [Guest("A@b.fr", "r"), new() { Type = GranteeType.Public, Rights = "r" }] }
    );

    [Fact]
    public void What_was_added_is_found_afterwards_and_not_before()
    {
        var before = new GrantSearch(Before.Acl);

        GrantSearch after = before.Plus([Guest("c@d.fr", "rw")]);

        Assert.Equal("rw", after.Guest("C@D.fr")?.Rights);
        Assert.Equal("r", after.Guest("a@b.fr")?.Rights);
        Assert.Equal(GranteeType.Public, after.ToEverybody?.Type);
        Assert.Null(before.Guest("c@d.fr"));
        Assert.Equal(3, after.Acl.Grants.Count);
    }

    [Fact]
    public void What_was_there_is_replaced_in_its_place_whatever_its_letter_case()
    {
        var before = new GrantSearch(Before.Acl);

        GrantSearch after = before.Plus([Guest("A@b.fr", "rwidx")]);

        Assert.Equal("rwidx", after.Guest("a@b.fr")?.Rights);
        Assert.Equal("r", before.Guest("a@b.fr")?.Rights);
        Assert.Equal(2, after.Acl.Grants.Count);
    }

    [Fact]
    public void Two_that_grew_from_the_same_do_not_see_each_other_s()
    {
        var before = new GrantSearch(Before.Acl);

        GrantSearch one = before.Plus([Guest("one@d.fr", "r")]),
            other = before.Plus([Guest("other@d.fr", "r")]);

        Assert.NotNull(other.Guest("other@d.fr"));
        Assert.Null(other.Guest("one@d.fr"));
        Assert.NotNull(one.Guest("one@d.fr"));
        Assert.Null(one.Guest("other@d.fr"));
    }

    [Fact]
    public void What_was_revoked_is_gone_afterwards_and_was_there_before()
    {
        GrantSearch before = new GrantSearch(Before.Acl).Plus([Guest("c@d.fr", "rw"), Guest("e@f.fr", "r")]);

        GrantSearch after = before.Minus([before.Guest("c@d.fr")!]);

        Assert.Null(after.Guest("c@d.fr"));
        Assert.Empty(after.All("c@d.fr"));
        Assert.NotNull(before.Guest("c@d.fr"));
        Assert.Equal(["A@b.fr", null, "e@f.fr"], after.Acl.Grants.Select(grant => grant.GranteeId));
        Assert.Equal("rwidx", after.Plus([Guest("c@d.fr", "rwidx")]).Guest("c@d.fr")?.Rights);
        Assert.Equal("e@f.fr", after.Minus([after.Guest("a@b.fr")!]).Guest("e@f.fr")?.GranteeId);
    }

    [Fact]
    public void A_guest_with_the_identifier_of_one_who_was_added_is_a_namesake()
    {
        GrantSearch after = Before.Plus([Guest("a.b@c.fr", "r")]);

        Assert.Equal("a.b@c.fr", after.Namesake(GuestAddress.Parse("a@b.c.fr"))?.GranteeId);
    }

    private static FolderGrant Guest(string address, string rights) =>
        new()
        {
            Type = GranteeType.Guest,
            Rights = rights,
            GranteeId = address,
        };
}
