using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Samples.Tests.WebApp;

/// <summary>The pages as people use them who have no mouse, or do not see them: by the keys, and by roles and names.</summary>
public sealed class AccessibilityTests
{
    private static readonly string[] Operated =
    [
        "link",
        "button",
        "textbox",
        "searchbox",
        "checkbox",
        "combobox",
        "Date",
        "DisclosureTriangle",
    ];

    // Headings that are skipped, ids that are double or lead nowhere, an order of focus that is not that of the page.
    private const string Faults = """
        () => {
          const wrong = [];
          const levels = [...document.querySelectorAll("h1,h2,h3,h4")].map(h => +h.tagName[1]);
          if (levels.filter(level => level === 1).length !== 1) wrong.push(`headings ${levels}`);
          levels.forEach((level, i) => { if (i > 0 && level > levels[i - 1] + 1) wrong.push(`h${level} after h${levels[i - 1]}`); });
          const ids = [...document.querySelectorAll("[id]")].map(e => e.id);
          ids.forEach((id, i) => { if (ids.indexOf(id) !== i) wrong.push(`two with id ${id}`); });
          for (const name of ["aria-describedby", "aria-labelledby", "for"]) for (const e of document.querySelectorAll(`[${name}]`))
            for (const id of e.getAttribute(name).split(" "))
              if (id && !document.getElementById(id)) wrong.push(`nothing has id ${id}`);
          for (const e of document.querySelectorAll("[tabindex]")) if (e.tabIndex > 0) wrong.push(`tabindex ${e.tabIndex}`);
          return wrong;
        }
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_has_a_name_a_role_and_a_place_among_headings()
    {
        await using Chromium chromium = await Chromium.StartAsync();
        await using Site site = await Site.StartAsync(Cancel, board => board.ShareWithGuest(Association.Guest, "r").SharePublicly("r"));
        Tab tab = await chromium.OpenAsync(site.Address);
        await tab.ClickAsync("details summary");
        await CheckAsync(tab);
        Assert.Contains(("button", $"Révoquer le partage avec {Association.Guest}"), await tab.HeardAsync());

        await tab.FollowAsync("a.all");
        await CheckAsync(tab);
        Assert.Contains(("checkbox", Association.Guest), await tab.HeardAsync());
        Assert.Contains(await tab.HeardAsync(), each => each.Role == "search");

        await tab.ClickAsync("input[type=checkbox]");
        await tab.FollowAsync("button[value=chosen]");
        await CheckAsync(tab);
        Assert.Contains(("button", "Oui, révoquer"), await tab.HeardAsync());

        await tab.GoAsync(new Uri(site.Address, "/nothing-here"));
        await CheckAsync(tab);
        Assert.Contains(await tab.HeardAsync(), each => each.Role == "alert");
    }

    [Fact]
    public async Task The_keyboard_alone_shares_revokes_and_undoes()
    {
        await using Chromium chromium = await Chromium.StartAsync();
        await using Site site = await Site.StartAsync(Cancel);
        int events = site.Zimbra.FolderOf(Association.Owner, Association.Events)!.Id;
        Tab tab = await chromium.OpenAsync(site.Address);

        await tab.PressAsync("Tab");
        Assert.Equal("Aller au contenu", await FocusedAsync(tab));
        await tab.PressAsync("Enter");
        await TabToAsync(tab, "Partager avec un invité", $"#guest-{events}");
        await tab.PressAsync("Enter");
        await tab.PressAsync("Tab");
        await tab.TypeAsync("adresse@gmial.com");
        await tab.PressAndFollowAsync("Enter");

        // The field at fault has the focus.
        await tab.WaitForFocusAsync("adresse@gmial.com");
        await tab.EvaluateAsync<bool>("() => { document.activeElement.select(); return true; }");
        await tab.TypeAsync(Association.Guest);
        await tab.PressAndFollowAsync("Enter");
        Assert.Single(site.Zimbra.GrantsOf(Association.Owner, Association.Events));

        await TabToAsync(tab, "Retour aux agendas");
        await tab.PressAndFollowAsync("Enter");
        await TabToAsync(tab, $"Révoquer le partage avec {Association.Guest}");
        await tab.PressAndFollowAsync("Enter");

        // Of the two answers the harmless one comes first.
        await TabToAsync(tab, "Annuler");
        await TabToAsync(tab, "Oui, révoquer");
        await tab.PressAndFollowAsync("Enter");
        Assert.Empty(site.Zimbra.GrantsOf(Association.Owner, Association.Events));
        await TabToAsync(tab, "Annuler : rétablir 1 partage");
        await tab.PressAndFollowAsync("Enter");
        Assert.Single(site.Zimbra.GrantsOf(Association.Owner, Association.Events));
    }

    private static async Task CheckAsync(Tab tab)
    {
        IReadOnlyList<(string Role, string Name)> heard = await tab.HeardAsync();
        Assert.Contains(heard, each => each.Role == "main");
        Assert.Contains(heard, each => each.Role == "banner");
        Assert.Contains(heard, each => each.Role == "navigation");
        Assert.DoesNotContain(heard, each => Operated.Contains(each.Role) && each.Name.Trim().Length == 0);
        Assert.Equal("fr", await tab.AttributeAsync("html", "lang"));
        Assert.Empty(await tab.EvaluateAsync<string[]>(Faults));
    }

    /// <summary>Presses Tab until something has the focus, and sees that it can be seen; nothing on the way may be a trap.</summary>
    private static async Task TabToAsync(Tab tab, string name, string? before = null)
    {
        for (int i = 0; i < 60; i++)
        {
            await tab.PressAsync("Tab");
            bool isNext = before is null || await tab.EvaluateAsync<bool>(Precedes(before));
            if (isNext && await FocusedAsync(tab) == name)
            {
                Assert.NotEqual("none", await tab.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineStyle"));
                return;
            }
        }

        Assert.Fail($"The key Tab does not lead to '{name}'.");
    }

    // A summary is the one of the details in which the selector's element is.
    private static string Precedes(string selector) =>
        $"() => document.activeElement.parentElement?.querySelector(\"{Regex.Replace(selector, "[\"\\\\]", "")}\") !== null";

    private static async Task<string> FocusedAsync(Tab tab) =>
        await tab.EvaluateAsync<string>(
            "() => document.activeElement.getAttribute(\"aria-label\") ?? document.activeElement.textContent.trim()"
        );
}
