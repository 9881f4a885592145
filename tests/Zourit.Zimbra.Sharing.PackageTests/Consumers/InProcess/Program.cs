// A test of somebody's own integration, with the fake in process.
using Zourit.Zimbra.Sharing;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Values;

await using FakeZimbra fake = await FakeZimbra.StartAsync(seed =>
    seed.Account("owner@monasso.org", "pa55word", account => account.Calendar("/my-events"))
);
await using var zimbra = new ZimbraClient(fake.ServerUri, ZimbraCredentials.Password("owner@monasso.org", new Secret("pa55word")));
GuestShare share = await zimbra.Calendars.ShareWithGuestAsync("/my-events", "adresse@orange.fr");
Console.WriteLine($"{share.Outcome} {share.GuestIdentifier} {fake.Outbox.Mails.Count}");
