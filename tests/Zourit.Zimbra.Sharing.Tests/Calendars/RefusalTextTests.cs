using System.Text;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>What is said of calls that cannot be right, before anything is changed.</summary>
public sealed class RefusalTextTests
{
    private static readonly DateTimeOffset Past = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly StringBuilder _text = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_said_of_a_call_that_cannot_be_right_is_the_approved_text()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed("/Événements de l'asso", new AccessGrant("adresse@orange.fr", "guest", "r"));
        CalendarClient calendars = world.Client.Calendars;
        const string events = Events;
        string before = Grants(world);

        await RefusedAsync("share with an id", () =>
            calendars.ShareWithUserAsync(events, "0a1b2c3d-0000-4000-8000-000000000001", cancellationToken: Cancel)
        );
        await RefusedAsync("share with a guest until the past", () =>
            calendars.ShareWithGuestAsync(events, Guest, new() { Expiry = Past }, Cancel)
        );
        await RefusedAsync("share with a user until the past", () =>
            calendars.ShareWithUserAsync(events, "paul", new() { Expiry = Past }, Cancel)
        );
        await RefusedAsync("share publicly until the past", () => calendars.SharePubliclyAsync(events, new() { Expiry = Past }, Cancel));
        await RefusedAsync("share with a note that XML cannot carry", () =>
            calendars.ShareWithGuestAsync(events, Guest, new() { Note = "a\u0001b" }, Cancel)
        );
        await RefusedAsync("renew a guest's until it stays", () => calendars.RenewAsync(events, Guest, ShareExpiry.Keep, Cancel));
        await RefusedAsync("renew a guest's until the past", () => calendars.RenewAsync(events, Guest, Past, Cancel));
        await RefusedAsync("renew the public's until the past", () => calendars.RenewPublicAsync(events, Past, Cancel));
        await RefusedAsync("renew what a guest has not", () => calendars.RenewAsync(events, Guest, ShareExpiry.Never, Cancel));
        await RefusedAsync("renew what the public has not", () => calendars.RenewPublicAsync(events, ShareExpiry.Never, Cancel));
        await RefusedAsync("renew what stands above", () =>
            calendars.RenewAsync("/Événements de l'asso/Sorties d'été", Guest, ShareExpiry.Never, Cancel)
        );
        await RefusedAsync("mail again who has no share", () => calendars.NotifyAgainAsync(events, Guest, cancellationToken: Cancel));
        await RefusedAsync("mail again with a note that XML cannot carry", () =>
            calendars.NotifyAgainAsync(events, Guest, new() { Note = "a\u0001b" }, Cancel)
        );
        Refused("a list with a null", () =>
            calendars.ShareWithGuestsAsync([new() { Calendar = events, Guest = "a@orange.fr" }, null!], cancellationToken: Cancel)
        );
        Refused("a list with a calendar that is null", () =>
            calendars.RevokeSharesAsync([new GuestShareItem { Calendar = null!, Guest = "a@orange.fr" }], cancellationToken: Cancel)
        );
        Refused("a batch of none", () => calendars.ShareWithGuestsAsync([], new() { BatchSize = 0 }, Cancel));
        Refused("no place for a batch", () => calendars.ShareWithGuestsAsync([], new() { MaxConcurrency = 0 }, Cancel));
        Refused("a review of a domain and of all", () =>
            calendars.ReviewAsync(new() { Domain = "monasso.org", WholeServer = true }, Cancel)
        );
        Refused("a review of an empty domain", () => calendars.ReviewAsync(new() { Domain = " " }, Cancel));
        Refused("a review of less than now", () => calendars.ReviewAsync(new() { EndingWithin = TimeSpan.FromTicks(-1) }, Cancel));
        Refused("a review with too many at once", () => calendars.ReviewAsync(new() { MaxConcurrency = 65 }, Cancel));

        Assert.Equal(before, Grants(world));
        Assert.Empty(world.Server.Outbox.Mails);
        ApprovedText.Matches("Calendars/RefusalTexts.approved.txt", _text.ToString());
    }

    [Fact]
    public async Task The_edges_of_what_a_review_takes_are_taken()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        Assert.Empty(
            await world
                .Client.Calendars.ReviewAsync(new() { EndingWithin = TimeSpan.Zero, MaxConcurrency = 64 }, Cancel)
                .ToListAsync(Cancel)
        );
        Assert.Empty(await world.Client.Calendars.ListEndingAsync(TimeSpan.Zero, cancellationToken: Cancel).ToListAsync(Cancel));
        Assert.Empty(await world.Client.Calendars.ListEndingAsync(TimeSpan.MaxValue, cancellationToken: Cancel).ToListAsync(Cancel));
    }

    private static string Grants(AssociationWorld world) => string.Join('\n', world.Grants().Concat(world.Grants("/Événements de l'asso")));

    private async Task RefusedAsync(string what, Func<Task> call) => Add(what, await Refusal(call));

    private static async Task<Exception> Refusal(Func<Task> call)
    {
        Exception e = await Assert.ThrowsAnyAsync<Exception>(call);
        return Assert.IsAssignableFrom<Exception>(e as ArgumentException ?? (Exception?)(e as ZimbraShareNotFoundException));
    }

    private void Refused(string what, Func<object> call) => Add(what, Assert.ThrowsAny<ArgumentException>(call));

    private void Add(string what, Exception e) => _text.Append($"{what}\n  {e.Message}\n");
}
