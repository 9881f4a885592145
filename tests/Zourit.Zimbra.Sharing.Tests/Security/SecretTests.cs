using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Guides;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Conventions;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Security;

/// <summary>
/// No type that holds a password, a token, a key or a personal link gives it away by being printed, serialised or looked at in a debugger.
/// </summary>
public sealed class SecretTests
{
    private const string Canary = "CanaryOfTheSecret";
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ProvisioningKey Key = ProvisioningKey.Parse(
        new Secret("0:1:000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
    );

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Every type of the library, public or not, that holds a secret.</summary>
    public static TheoryData<string> Holders { get; } =
    [
        .. Packages
            .LibraryTypes.Where(type =>
                type is { IsAbstract: false, ContainsGenericParameters: false, IsEnum: false }
                && !type.IsDefined(typeof(CompilerGeneratedAttribute))
                && SecretFields(type).Any()
            )
            .Select(type => type.FullName!),
    ];

    [Theory, MemberData(nameof(Holders))]
    public void A_type_that_holds_a_secret_neither_prints_nor_serialises_it(string name)
    {
        object holder = Holding(name);

        Assert.DoesNotContain(Canary, holder.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Canary, JsonOf(holder, out Exception? refusal) ?? "", StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Canary, refusal?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_such_types_and_most_have_a_JSON()
    {
        string[] silent = [.. Holders.Select(row => row.Data).Where(name => JsonOf(Holding(name), out _) is null)];

        Assert.True(Holders.Count > 15, $"only {Holders.Count}");
        Assert.True(silent.Length <= Holders.Count / 3, $"{silent.Length} of {Holders.Count} have none: {string.Join(", ", silent)}");
    }

    [Fact]
    public void A_secret_shows_nothing_whatever_looks_at_it()
    {
        Secret secret = new Secret(Canary);
        (string Name, Secret? Maybe) pair = ("x", secret);

        Assert.Equal("***", secret.ToString());
        Assert.Equal("***", $"{secret}");
        Assert.Equal("(x, ***)", pair.ToString());
        Assert.DoesNotContain(
            Canary,
            JsonSerializer.Serialize(
                new
                {
                    secret,
                    pair,
                    list = new[] { secret },
                },
                JsonSerializerOptions.Web
            ),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Equal("***", typeof(Secret).GetCustomAttribute<DebuggerDisplayAttribute>()?.Value);
        Assert.All(typeof(Secret).GetFields(Fields), field =>
            Assert.Equal(DebuggerBrowsableState.Never, field.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State)
        );
        Assert.DoesNotContain(typeof(Secret).GetProperties(), property => property.PropertyType == typeof(string));
    }

    [Fact]
    public void A_personal_link_is_neither_printed_nor_serialised()
    {
        PersonalLink link = Key.Sign(new Uri("https://mail1.example.net"), "owner-id", "10", "adresse@orange.fr", null);
        var address = IcsAddress.Parse("https://mail1.example.net/home/owner@monasso.org/my-events.ics");
        object[] holders =
        [
            link,
            new SentInvitation { Link = link, MessageId = "257" },
            new AcceptedInvitation { Outcome = AcceptanceOutcome.AccountCreated, Link = link },
            new Subscription
            {
                Address = address,
                Subscriber = Subscriber.Guest(GuestIdentifier.For(GuestAddress.Parse("adresse@orange.fr"), "monasso.org")),
                PersonalLink = link,
            },
        ];
        foreach (object holder in holders)
        {
            string shown = Printed.Everything(holder);
            Assert.Contains("mail1.example.net", shown, StringComparison.Ordinal);
            Assert.DoesNotContain(link.Signature, shown, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Clients_credentials_and_requests_print_no_secret()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        ZimbraCredentials[] credentials =
        [
            ZimbraCredentials.Password("owner@monasso.org", new Secret(Canary)),
            ZimbraCredentials.Admin("admin@example.net", new Secret(Canary)),
            ZimbraCredentials.Preauth("owner@monasso.org", new Secret(Canary)),
            ZimbraCredentials.Token(new Secret(Canary)),
            ZimbraCredentials.AdminToken(new Secret(Canary)),
            ZimbraCredentials.PasswordFrom("owner@monasso.org", _ => ValueTask.FromResult(new Secret(Canary))),
        ];
        foreach (ZimbraCredentials each in credentials)
        {
            await using var client = new ZimbraClient(server.Address, each, TestClients.Options());
            string shown = each.ToString() + client + client.Mailbox("paul@monasso.org") + JsonSerializer.Serialize(each);

            Assert.NotEmpty(shown);
            Assert.DoesNotContain(Canary, shown, StringComparison.OrdinalIgnoreCase);
        }

        Assert.All(Schemas.RequestSamples.All, request =>
            Assert.DoesNotContain("s3cret", request.ToString()!, StringComparison.OrdinalIgnoreCase)
        );
        Assert.DoesNotContain(
            Canary,
            Printed.Everything(
                FolderActionRequest.Grant("10", FolderGrant.Guest("adresse@orange.fr", "r") with { Password = new Secret(Canary) })
            ),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            Canary,
            Printed.Everything(new FeedCredentials("adresse.orange.fr@monasso.org", new Secret(Canary))),
            StringComparison.Ordinal
        );
    }

    private static object Holding(string name)
    {
        Type type = Packages.TypeOfLibrary(name);
        object holder = RuntimeHelpers.GetUninitializedObject(type);
        foreach (FieldInfo field in SecretFields(type))
        {
            field.SetValue(holder, new Secret(Canary));
        }

        return holder;
    }

    private static string? JsonOf(object holder, out Exception? refusal)
    {
        refusal = null;
        try
        {
            return JsonSerializer.Serialize(holder, holder.GetType());
        }
        catch (Exception e)
            when (e is NotSupportedException or NullReferenceException or InvalidOperationException or ArgumentNullException)
        {
            // What is on other objects, which are not there, or holds delegates, has no JSON.
            refusal = e;
            return null;
        }
    }

    private static IEnumerable<FieldInfo> SecretFields(Type type)
    {
        for (Type? each = type; each is not null && each != typeof(object); each = each.BaseType)
        {
            foreach (
                FieldInfo field in each.GetFields(Fields | BindingFlags.DeclaredOnly)
                    .Where(field => field.FieldType == typeof(Secret) || field.FieldType == typeof(Secret?))
            )
            {
                yield return field;
            }
        }
    }
}
