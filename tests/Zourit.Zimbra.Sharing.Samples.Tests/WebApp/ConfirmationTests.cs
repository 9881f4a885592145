using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Samples.Tests.WebApp;

/// <summary>What cannot be taken for granted is asked first, and can be undone; what was typed is not lost.</summary>
public sealed class ConfirmationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bad_input_keeps_the_form_and_names_the_field()
    {
        await using Site site = await Site.StartAsync(Cancel);
        string guests = $"/calendars/{FolderId(site)}/guests";

        string mistyped = await site.PostAsync(
            guests,
            ("guest", "adresse@gmial.com"),
            ("permissions", "rwidx"),
            ("end", "2100-06-30"),
            ("note", "Bienvenue « à tous »")
        );
        string past = await site.PostAsync(guests, ("guest", Association.Guest), ("end", "2001-01-01"), ("permissions", "rwidx"));

        Assert.Contains("value=\"adresse@gmial.com\"", mistyped, StringComparison.Ordinal);
        Assert.Contains("value=\"rwidx\" selected", mistyped, StringComparison.Ordinal);
        Assert.Contains("value=\"2100-06-30\"", mistyped, StringComparison.Ordinal);
        Assert.Contains("value=\"Bienvenue « à tous »\"", mistyped, StringComparison.Ordinal);
        Assert.Contains("<title>Erreur", mistyped, StringComparison.Ordinal);
        Assert.Contains("name=\"guest\"", Faulty(mistyped), StringComparison.Ordinal);
        Assert.Contains("name=\"end\"", Faulty(past), StringComparison.Ordinal);
        Assert.Contains($"value=\"{Association.Guest}\"", past, StringComparison.Ordinal);
        Assert.Empty(site.Zimbra.GrantsOf(Association.Owner, Association.Board));
    }

    [Fact]
    public async Task A_revocation_asks_first_and_can_be_undone()
    {
        await using Site site = await Site.StartAsync(Cancel, board =>
            board.ShareWithGuest(Association.Guest, "rwidx").ShareWithUser(Association.Colleague, "r").SharePublicly("r")
        );
        string calendar = $"/calendars/{FolderId(site)}";
        string[] before = Grants(site);

        string asked = await site.PostAsync($"{calendar}/revoke", ("only", Association.Guest));
        Assert.Equal(before, Grants(site));
        Assert.Contains("Révoquer 1 partage ?", asked, StringComparison.Ordinal);

        string revoked = await site.PostAsync(
            $"{calendar}/revoke",
            [("confirmed", "yes"), ("grantee", ""), ("grantee", Association.Colleague), .. Site.Fields(asked, "grantee")]
        );
        Assert.Empty(Grants(site));
        Assert.Contains("Révocation faite : 3 partages.", revoked, StringComparison.Ordinal);

        string restored = await site.PostAsync($"{calendar}/restore", Site.Fields(revoked, "share"));
        Assert.Equal(before.Order(), Grants(site).Order());
        Assert.Contains("3 partages en place", restored, StringComparison.Ordinal);
        Assert.Empty(site.Zimbra.Outbox.Mails);
    }

    [Fact]
    public async Task A_confirmed_revocation_that_is_sent_twice_can_still_be_undone()
    {
        await using Site site = await Site.StartAsync(Cancel, board => board.ShareWithGuest(Association.Guest, "rwidx"));
        string calendar = $"/calendars/{FolderId(site)}";
        string[] before = Grants(site);
        string asked = await site.PostAsync($"{calendar}/revoke", ("only", Association.Guest));
        (string, string)[] confirmed = [("confirmed", "yes"), .. Site.Fields(asked, "grantee"), .. Site.Fields(asked, "undo")];
        await site.PostAsync($"{calendar}/revoke", confirmed);

        string again = await site.PostAsync($"{calendar}/revoke", confirmed);
        Assert.Contains("rien n'a changé", again, StringComparison.Ordinal);

        await site.PostAsync($"{calendar}/restore", Site.Fields(again, "share"));
        Assert.Equal(before, Grants(site));
    }

    [Fact]
    public async Task Shares_of_which_none_could_be_brought_back_were_said_to_be_as_before()
    {
        await using Site site = await Site.StartAsync(Cancel);
        site.Zimbra.Misbehave.On("FolderActionRequest").Fault("service.PERM_DENIED");

        string page = await site.PostAsync($"/calendars/{FolderId(site)}/restore", ("share", $"Guest|r||{Association.Guest}"));

        Assert.Contains("Rien n'a été rétabli.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Comme avant", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_to_everybody_asks_first_and_can_be_undone()
    {
        await using Site site = await Site.StartAsync(Cancel);
        string calendar = $"/calendars/{FolderId(site)}";

        string asked = await site.PostAsync($"{calendar}/public", ("any", "1"));
        Assert.Contains("Ouvrir cet agenda à tout le monde ?", asked, StringComparison.Ordinal);
        Assert.Empty(Grants(site));

        string opened = await site.PostAsync($"{calendar}/public", Site.Fields(asked, "confirmed"));
        Assert.Equal(["pub  r 0"], Grants(site));

        string closed = await site.PostAsync(
            $"{calendar}/revoke",
            [.. Site.Fields(opened, "confirmed"), .. Site.Fields(opened, "grantee")]
        );
        Assert.Contains("Le partage est révoqué.", closed, StringComparison.Ordinal);
        Assert.Empty(Grants(site));
    }

    [Fact]
    public async Task A_form_that_was_tampered_with_brings_nothing_back()
    {
        await using Site site = await Site.StartAsync(Cancel);

        string page = await site.PostAsync($"/calendars/{FolderId(site)}/restore", ("share", "Guest|rwidx"));

        Assert.Contains("La demande n'est pas valable.", page, StringComparison.Ordinal);
        Assert.Empty(Grants(site));
    }

    [Fact]
    public async Task Five_hundred_guests_are_counted_found_and_revoked_together()
    {
        await using Site site = await Site.StartAsync(Cancel, board =>
        {
            for (int i = 0; i < 500; i++)
            {
                board.ShareWithGuest($"guest{i:000}@{(i % 50 == 0 ? "orange.fr" : "example.com")}", "r");
            }
        });
        string calendar = $"/calendars/{FolderId(site)}";

        string home = await site.Http.GetStringAsync("/", Cancel);
        Assert.Contains("500 partages", home, StringComparison.Ordinal);
        Assert.True(home.Length < 40_000, $"The first page has {home.Length} characters.");
        Assert.Contains("page=2", await site.Http.GetStringAsync(calendar, Cancel), StringComparison.Ordinal);
        string found = await site.Http.GetStringAsync($"{calendar}?filter=ORANGE&page=99", Cancel);
        Assert.Contains("10 partages sur 500", found, StringComparison.Ordinal);

        string none = await site.PostAsync($"{calendar}/revoke", ("which", "chosen"), ("filter", "orange"));
        Assert.Contains("au moins un partage", none, StringComparison.Ordinal);
        Assert.Contains("value=\"orange\"", none, StringComparison.Ordinal);

        string asked = await site.PostAsync($"{calendar}/revoke", ("which", "found"), ("filter", "orange"));
        Assert.Contains("Révoquer 10 partages ?", asked, StringComparison.Ordinal);
        Assert.Equal(500, Grants(site).Length);
        await site.PostAsync($"{calendar}/revoke", [("confirmed", "yes"), .. Site.Fields(asked, "grantee")]);
        Assert.Equal(490, Grants(site).Length);

        string all = await site.PostAsync($"{calendar}/revoke", ("which", "found"));
        string revoked = await site.PostAsync($"{calendar}/revoke", [("confirmed", "yes"), .. Site.Fields(all, "grantee")]);
        Assert.Empty(Grants(site));
        await site.PostAsync($"{calendar}/restore", Site.Fields(revoked, "share"));
        Assert.Equal(490, Grants(site).Length);
    }

    [Fact]
    public async Task A_form_with_a_field_for_each_of_many_shares_is_not_called_stale()
    {
        await using Site site = await Site.StartAsync(Cancel, board => board.ShareWithGuest(Association.Guest, "r"));
        IEnumerable<(string, string)> many = Enumerable.Range(0, 1500).Select(i => ("grantee", $"guest{i}@example.com"));

        string revoked = await site.PostAsync(
            $"/calendars/{FolderId(site)}/revoke",
            [("confirmed", "yes"), .. many, ("grantee", Association.Guest)]
        );

        Assert.Contains("Le partage est révoqué.", revoked, StringComparison.Ordinal);
        Assert.Empty(Grants(site));
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_not_called_stale()
    {
        await using Site site = await Site.StartAsync(Cancel);

        string page = await site.PostAsync($"/calendars/{FolderId(site)}/guests", ("guest", Association.Guest), ("note", "a\0b"));

        Assert.Contains("La demande n'est pas valable.", page, StringComparison.Ordinal);
        Assert.Empty(Grants(site));
    }

    private static string Faulty(string page)
    {
        int invalid = page.IndexOf("aria-invalid=\"true\"", StringComparison.Ordinal);
        Assert.True(invalid > 0, page);
        return page[page.LastIndexOf("<input", invalid, StringComparison.Ordinal)..invalid];
    }

    private static string[] Grants(Site site) =>
        [
            .. site
                .Zimbra.GrantsOf(Association.Owner, Association.Board)
                .Select(grant => $"{grant.Type} {(grant.Type == "pub" ? "" : grant.GranteeId)} {grant.Rights} {grant.Expiry}"),
        ];

    private static int FolderId(Site site) =>
        site.Zimbra.FolderOf(Association.Owner, Association.Board) is MailFolder folder ? folder.Id : throw new InvalidOperationException();
}
