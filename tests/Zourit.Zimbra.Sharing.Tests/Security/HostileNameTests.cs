using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.DependencyInjection;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Security;

/// <summary>
/// Every text of every method of the sub-clients, filled with what would be more than a name: it is refused with the caller's own
/// exception, or it arrives as the value that it is. No header, no element, no filter, no host comes of it.
/// </summary>
[Trait("Category", "Slow")]
public sealed partial class HostileNameTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Kinds { get; } = [.. HostileText.All.Keys];

    [Fact]
    public void Every_method_has_a_place_for_a_text()
    {
        Assert.True(TextSlots.Methods.Count > 35, $"only {TextSlots.Methods.Count}");
        Assert.True(HostileText.All.Values.All(text => text.Contains(HostileText.Mark, StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_text_stays_a_text(string kind)
    {
        string text = HostileText.All[kind];
        await using FakeZimbra zimbra = await FakeZimbra.StartAsync(
            seed =>
                seed.Account("owner@monasso.org", "pa55word", account => account.Calendar("/my-events"))
                    .Account("paul@monasso.org", "pa55word", account => account.Calendar("/my-events")),
            cancellationToken: Token
        );
        var sent = new SentText([zimbra.ServerUri, zimbra.AdminUri, new Uri($"https://{zimbra.ServerUri.Host}")]);
        await using ServiceProvider services = Services(zimbra, sent);
        ZimbraClient admin = services.GetRequiredService<ZimbraClient>();
        int calls = 0;
        foreach ((PropertyInfo client, MethodInfo method) in TextSlots.Methods)
        {
            for (int place = 0, places = 1; place < places; place++, calls++)
            {
                var slots = new TextSlots(zimbra.ServerUri, place, text);
                sent.Clear();
                Exception? e = await Record.ExceptionAsync(() => slots.CallAsync(admin, "owner@monasso.org", client, method, Token));
                places = Math.Max(places, slots.Places);

                string where = $"{method.DeclaringType!.Name}.{method.Name}, place {place}";
                Assert.True(e is null or ArgumentException or ZimbraException, $"{where}: {e}");
                Assert.True(!sent.Problems.Any(), $"{where}: a request {sent.Problems.FirstOrDefault()}");
                Assert.All(sent.Values, value => Assert.True(IsWhole(value, text), $"{where}: '{value}' was sent"));
            }
        }

        Assert.True(calls > 80, $"only {calls} calls were made");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_name_of_an_account_stays_a_name(string kind)
    {
        string text = HostileText.All[kind];
        await using FakeZimbra zimbra = await FakeZimbra.StartAsync(
            seed => seed.Account("owner@monasso.org", "pa55word"),
            cancellationToken: Token
        );
        var sent = new SentText([zimbra.ServerUri, zimbra.AdminUri]);
        (Func<ZimbraCredentials?> Credentials, string UserAgent)[] ways =
        [
            (() => ZimbraCredentials.Password(text, new Secret("pa55word")), "x"),
            (() => ZimbraCredentials.Admin(text, new Secret("pa55word")), "x"),
            (() => ZimbraCredentials.Preauth(text, new Secret("abcd")), "x"),
            (() => ZimbraCredentials.Password("owner@monasso.org", new Secret(text)), "x"),
            (() => ZimbraCredentials.Token(new Secret(text)), "x"),
            (() => null, text),
        ];
        foreach ((Func<ZimbraCredentials?> credentials, string userAgent) in ways)
        {
            await using ServiceProvider services = Services(zimbra, sent, credentials(), userAgent);
            if (Sharing.Soap.XmlText.Problem(userAgent) is not null)
            {
                Assert.Throws<OptionsValidationException>(services.GetRequiredService<ZimbraClient>);
                continue;
            }

            ZimbraClient client = services.GetRequiredService<ZimbraClient>();
            foreach (
                Func<NoOpRequest, CancellationToken, Task> send in (Func<NoOpRequest, CancellationToken, Task>[])
                    [client.SendAsync, client.Mailbox(text).SendAsync]
            )
            {
                Exception? e = await Record.ExceptionAsync(() => send(new NoOpRequest(), Token));

                Assert.True(e is null or ArgumentException or ZimbraException, e?.ToString());
            }
        }

        Assert.Empty(sent.Problems);
        Assert.All(sent.Values, value => Assert.True(IsWhole(value, text), $"'{value}' was sent"));
    }

    [Fact]
    public async Task A_note_adds_no_markup_to_the_mail()
    {
        await using FakeZimbra zimbra = await FakeZimbra.StartAsync(
            seed =>
                seed.Account("owner@monasso.org", "pa55word", account => account.Calendar("/my-events"))
                    .Account("paul@monasso.org", "pa55word"),
            cancellationToken: Token
        );
        await using var owner = new ZimbraClient(zimbra.ServerUri, ZimbraCredentials.Password("owner@monasso.org", new Secret("pa55word")));
        foreach (
            string note in (string[])
                [
                    HostileText.All["an element"],
                    HostileText.All["a script"],
                    HostileText.All["the end of a CDATA section"],
                    HostileText.All["an entity"],
                ]
        )
        {
            int before = zimbra.Outbox.Mails.Count;
            await owner.Calendars.RevokeGuestAsync("/my-events", "adresse@orange.fr", cancellationToken: Token);
            await owner.Calendars.RevokeUserAsync("/my-events", "paul@monasso.org", cancellationToken: Token);
            await owner.Calendars.ShareWithGuestAsync("/my-events", "adresse@orange.fr", new() { Note = note }, Token);
            await owner.Calendars.ShareWithUserAsync("/my-events", "paul@monasso.org", new() { Note = note }, Token);
            await owner.Calendars.NotifyAgainAsync("/my-events", "adresse@orange.fr", new() { Note = note }, Token);
            await owner
                .Calendars.ShareWithGuestsAsync(
                    [
                        new()
                        {
                            Calendar = "/my-events",
                            Guest = "marie@example.com",
                            Options = new() { Note = note },
                        },
                    ],
                    cancellationToken: Token
                )
                .ToListAsync(Token);

            string[] pages = [.. zimbra.Outbox.Mails.Skip(before).Select(mail => mail.Html)];
            Assert.True(pages.Length >= 3, $"only {pages.Length} mails");
            Assert.All(pages, page =>
            {
                Assert.Contains(HostileText.Mark, page, StringComparison.Ordinal);
                Assert.DoesNotMatch($"<[^<>]*{HostileText.Mark}", page);
                Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            });
        }
    }

    /// <summary>
    /// A value that holds the mark is the text as it was given, or says the same in the escaped form that its place asks for.
    /// </summary>
    private static bool IsWhole(string value, string text)
    {
        string[] forms = [text, text.Trim(), $"/{text.Trim()}"];
        return Is(value)
            // Where there is no such folder, those above it are asked for.
            || (
                value.StartsWith('/')
                && text.Contains('/', StringComparison.Ordinal)
                && $"/{text}".StartsWith(value, StringComparison.OrdinalIgnoreCase)
            )
            || (!value.Contains('<', StringComparison.Ordinal) && Is(WebUtility.HtmlDecode(value)))
            || (value.StartsWith('(') && IsFilter(value))
            || (
                Search().Match(value) is { Success: true } search
                && search.Groups[1].Captures.All(each => !each.Value.Contains(HostileText.Mark, StringComparison.Ordinal) || Is(each.Value))
            );

        bool Is(string form) => forms.Contains(form, StringComparer.OrdinalIgnoreCase);

        // Conditions stand side by side and within each other; what the text gave is in their values only (RFC 4515).
        bool IsFilter(string filter) =>
            Condition().Replace(filter, "").All(c => "()&|!".Contains(c, StringComparison.Ordinal))
            && Condition()
                .Matches(filter)
                .Select(match => match.Groups[1].Value.Trim('*'))
                .Where(each => each.Contains(HostileText.Mark, StringComparison.OrdinalIgnoreCase))
                .All(each =>
                    !each.Contains('*', StringComparison.Ordinal)
                    && Is(Escape().Replace(each, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString()))
                );
    }

    private static ServiceProvider Services(
        FakeZimbra zimbra,
        SentText sent,
        ZimbraCredentials? credentials = null,
        string? userAgent = null
    )
    {
        var collection = new ServiceCollection();
        ZimbraSharingBuilder builder = collection.AddZimbraSharing(options =>
        {
            (options.ServerUri, options.AdminUri) = (zimbra.ServerUri, zimbra.AdminUri);
            (options.Account, options.Password, options.IsAdmin) = (zimbra.AdminName, new Secret(zimbra.AdminPassword), true);
            (options.Client.MaxRetries, options.Client.BreakAfterRequests, options.Client.RefusedLoginPause) = (0, 0, TimeSpan.Zero);
            options.Client.UserAgent = userAgent ?? options.Client.UserAgent;
        });
        builder.HttpClient.AddHttpMessageHandler(sent.Watch);
        if (credentials is not null)
        {
            builder.UseCredentials(_ => credentials);
        }

        return collection.BuildServiceProvider();
    }

    [GeneratedRegex(@"\\([0-9a-f]{2})")]
    private static partial Regex Escape();

    [GeneratedRegex(@"\([A-Za-z0-9;-]+=([^()]*)\)")]
    private static partial Regex Condition();

    [GeneratedRegex(@"^(?:[a-z]+:(?:""([^""]*)""|[0-9]+) ?)+$")]
    private static partial Regex Search();
}
