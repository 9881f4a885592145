using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;
using WebApp.Failures;
using WebApp.Sharing;
using Zourit.Zimbra.Sharing;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Values;

namespace WebApp.Pages;

/// <summary>Revokes shares, once that was confirmed, and brings them back.</summary>
internal static class RevokeEndpoints
{
    /// <summary>
    /// Takes the shares that the form names: the one of the button <c>only</c>, all that the filter finds, or those that were chosen.
    /// </summary>
    public static async Task<RazorComponentResult> RevokeAsync(
        string calendar,
        IFormCollection form,
        HttpContext context,
        ZimbraClient zimbra,
        OwnerCalendars calendars,
        ChangeCount changes,
        CancellationToken cancellationToken
    )
    {
        Words said = PageLanguage.Of(context);
        OwnerCalendar read = await calendars.ReadAsync(calendar, cancellationToken);
        var search = new ShareSearch(form["filter"], 1);
        CalendarGrant[] due = [.. (form["which"] == "found" ? search.In(read) : Named(form, read)).Where(share => share.CanBeRevokedHere)];
        if (due.Length == 0)
        {
            return form["which"] == "chosen"
                ? Page.Of<CalendarPage>(
                    (nameof(CalendarPage.Calendar), read),
                    (nameof(CalendarPage.Zone), await calendars.ZoneAsync(cancellationToken)),
                    (nameof(CalendarPage.Search), search),
                    (nameof(CalendarPage.Problem), said.NothingChosen)
                )
                : Page.Of<RevokedPage>(
                    (nameof(RevokedPage.Calendar), read.DisplayName(said)),
                    (nameof(RevokedPage.FolderId), read.Id),
                    (nameof(RevokedPage.Sentence), said.Revocations[RevocationOutcome.NotThere]),
                    (
                        nameof(RevokedPage.Undo),
                        form["undo"].OfType<string>().Where(share => !RevokedShare.Parse(share).IsIn(read)).ToArray()
                    )
                );
        }

        return form.ContainsKey("confirmed")
            ? await RevokeAsync(read, due, said, zimbra, changes, cancellationToken)
            : Page.Of<ConfirmPage>(
                (nameof(ConfirmPage.Question), said.ConfirmRevoke.With(said.Shares(due.Length))),
                (nameof(ConfirmPage.Effect), Effect(due, said)),
                (nameof(ConfirmPage.Names), due.Select(share => share.Name ?? said.Everybody).ToArray()),
                (nameof(ConfirmPage.Grantees), due.Select(share => share.Key).ToArray()),
                (nameof(ConfirmPage.Undo), due.Where(RevokedShare.CanComeBack).Select(share => $"{RevokedShare.Of(share)}").ToArray()),
                (nameof(ConfirmPage.Yes), said.ConfirmYes),
                (nameof(ConfirmPage.Action), $"{Routes.Calendar(calendar)}/revoke"),
                (nameof(ConfirmPage.BackTo), form.ContainsKey("only") ? "/" : Routes.Calendar(calendar, search))
            );
    }

    /// <summary>Brings shares back that were revoked a moment ago.</summary>
    public static async Task<RazorComponentResult> RestoreAsync(
        string calendar,
        IFormCollection form,
        HttpContext context,
        ZimbraClient zimbra,
        ChangeCount changes,
        CancellationToken cancellationToken
    )
    {
        Words said = PageLanguage.Of(context);
        ShareItem[] items = [.. form["share"].Select(text => RevokedShare.Parse(text ?? "").In(calendar))];
        var failures = new List<string>();
        var warnings = new List<ShareWarning>();
        await foreach (
            BulkOutcome<ShareItem, CalendarShare> outcome in zimbra.Calendars.ApplySharesAsync(items, cancellationToken: cancellationToken)
        )
        {
            if (outcome.Result is { } done)
            {
                warnings.AddRange(changes.Count(done).Warnings);
            }

            if (outcome.Error is { } error)
            {
                changes.CountFailure();
                failures.Add(Sentence(NameOf(outcome.Item, said), error, said));
            }
        }

        return Page.Of<RestoredPage>(
            (nameof(RestoredPage.FolderId), calendar),
            (
                nameof(RestoredPage.Sentence),
                failures.Count == items.Length ? said.NothingRestored : said.Restored.With(said.Shares(items.Length - failures.Count))
            ),
            (nameof(RestoredPage.Failures), failures),
            (nameof(RestoredPage.Warnings), warnings.Distinct().ToArray())
        );
    }

    private static async Task<RazorComponentResult> RevokeAsync(
        OwnerCalendar calendar,
        CalendarGrant[] due,
        Words said,
        ZimbraClient zimbra,
        ChangeCount changes,
        CancellationToken cancellationToken
    )
    {
        var failures = new List<string>();
        var warnings = new List<ShareWarning>();
        var undo = new List<string>();
        ShareItem[] items = [.. due.Select(share => share.ToItem(calendar.Id))];
        await foreach (
            BulkOutcome<ShareItem, Revocation> outcome in zimbra.Calendars.RevokeSharesAsync(items, cancellationToken: cancellationToken)
        )
        {
            CalendarGrant share = due[outcome.Index];
            if (outcome.Result is { } done)
            {
                warnings.AddRange(changes.Count(done).Warnings);
            }

            if (outcome.Error is { } error)
            {
                changes.CountFailure();
                failures.Add(Sentence(share.Name ?? said.Everybody, error, said));
            }
            else if (RevokedShare.CanComeBack(share))
            {
                undo.Add(RevokedShare.Of(share).ToString());
            }
        }

        int revoked = due.Length - failures.Count;
        return Page.Of<RevokedPage>(
            (nameof(RevokedPage.Calendar), calendar.DisplayName(said)),
            (nameof(RevokedPage.FolderId), calendar.Id),
            (
                nameof(RevokedPage.Sentence),
                revoked == 1 ? said.Revocations[RevocationOutcome.Removed] : said.Revoked.With(said.Shares(revoked))
            ),
            (nameof(RevokedPage.Failures), failures),
            (nameof(RevokedPage.Warnings), warnings.Distinct().ToArray()),
            (nameof(RevokedPage.Undo), undo)
        );
    }

    private static IEnumerable<CalendarGrant> Named(IFormCollection form, OwnerCalendar calendar)
    {
        StringValues names = form.TryGetValue("only", out StringValues only) ? only : form["grantee"];
        var chosen = names.Select(name => name ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        return calendar.Shares.Where(share => chosen.Contains(share.Key));
    }

    private static string Effect(CalendarGrant[] due, Words said) =>
        due.Any(share => share.HasGrantPassword) ? $"{said.RevokeEffect} {said.GrantPasswordLost}" : said.RevokeEffect;

    private static string Sentence(string name, Exception error, Words said) =>
        Failure.Of(error, said) is { } failure ? $"{name} – {failure.Message}" : throw error;

    private static string NameOf(ShareItem item, Words said) =>
        item switch
        {
            GuestShareItem guest => guest.Guest,
            UserShareItem user => user.User,
            _ => said.Everybody,
        };
}
