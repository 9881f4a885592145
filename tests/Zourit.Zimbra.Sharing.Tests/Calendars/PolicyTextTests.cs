using System.Text;
using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>What the check of a policy says to people.</summary>
public sealed class PolicyTextTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly StringBuilder _text = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_said_of_a_policy_is_the_approved_text()
    {
        await AskAsOwnerAsync("nothing set");
        await AskAsOwnerAsync(
            "switched off",
            new() { Expiry = Clock.GetUtcNow().AddDays(30) },
            ("zimbraExternalSharingEnabled", "FALSE"),
            ("zimbraPublicSharingEnabled", "FALSE")
        );
        await AskAsOwnerAsync("lifetimes, an end at the latest time", new() { Expiry = Clock.GetUtcNow().AddDays(30) }, Lifetimes("30d"));
        await AskAsOwnerAsync(
            "lifetimes, an end one second later",
            new() { Expiry = Clock.GetUtcNow().AddDays(30).AddSeconds(1) },
            Lifetimes("30d")
        );
        await AskAsOwnerAsync("lifetimes, no end", new() { Expiry = ShareExpiry.Never }, Lifetimes("30d"));
        await AskAsOwnerAsync(
            "a lifetime of more than a thousand years",
            new() { Expiry = Clock.GetUtcNow().AddDays(30) },
            Lifetimes("366001d")
        );
        await AskAsAdministratorAsync("an administrator, nothing set", "account");
        await AskAsAdministratorAsync("an administrator, on the account", "account", Lifetimes("1d"));
        await AskAsAdministratorAsync("an administrator, on the class of service", "cos", Lifetimes("1d"));
        await AskAsAdministratorAsync(
            "an administrator, on the domain",
            "domain",
            ("zimbraExternalSharingEnabled", "FALSE"),
            ("zimbraExternalShareLifetime", "1d")
        );
        await AskAsAdministratorAsync(
            "an administrator, an empty white list",
            "account",
            ("zimbraExternalShareDomainWhitelistEnabled", "TRUE")
        );
        await AskAsAdministratorAsync(
            "an administrator, a white list without the guest's domain",
            "account",
            ("zimbraExternalShareDomainWhitelistEnabled", "TRUE"),
            ("zimbraExternalShareWhitelistDomain", "free.fr"),
            ("zimbraExternalShareWhitelistDomain", "sfr.fr")
        );
        await AskAsAdministratorAsync(
            "an administrator, a white list with the guest's domain",
            "account",
            ("zimbraExternalShareDomainWhitelistEnabled", "TRUE"),
            ("zimbraExternalShareWhitelistDomain", "orange.fr")
        );
        await AskAsAdministratorAsync(
            "an administrator, a white list and no guest",
            "account",
            guest: null,
            ("zimbraExternalShareDomainWhitelistEnabled", "TRUE"),
            ("zimbraExternalShareWhitelistDomain", "orange.fr")
        );

        ApprovedText.Matches("Calendars/PolicyTexts.approved.txt", _text.ToString());
    }

    private static (string, string)[] Lifetimes(string lifetime) =>
        [("zimbraShareLifetime", lifetime), ("zimbraExternalShareLifetime", lifetime), ("zimbraPublicShareLifetime", lifetime)];

    private async Task AskAsOwnerAsync(string what, PolicyCheckOptions? question = null, params (string Name, string Value)[] attributes)
    {
        await using AssociationWorld world = await new Association()
            .Using(options => options.TimeProvider = Clock)
            .On(new() { TimeProvider = Clock })
            .StartAsync();
        Set(world, "account", attributes);
        Add(what, await world.Client.Calendars.CheckPolicyAsync(question, Cancel));
    }

    private Task AskAsAdministratorAsync(string what, string where, params (string Name, string Value)[] attributes) =>
        AskAsAdministratorAsync(what, where, Guest, attributes);

    private async Task AskAsAdministratorAsync(string what, string where, string? guest, params (string Name, string Value)[] attributes)
    {
        await using AssociationWorld world = await new Association().AsAdmin().Using(options => options.TimeProvider = Clock).StartAsync();
        Set(world, where, attributes);
        Add(
            what,
            await world
                .Client.Mailbox(Owner)
                .Calendars.CheckPolicyAsync(new() { Guest = guest, Expiry = Clock.GetUtcNow().AddDays(2) }, Cancel)
        );
    }

    private static void Set(AssociationWorld world, string where, (string Name, string Value)[] attributes) =>
        world.Server.Change(directory =>
        {
            AttributeBag ofCos = directory.ClassesOfService.First().Attributes;
            foreach (IGrouping<string, string> attribute in attributes.GroupBy(each => each.Name, each => each.Value))
            {
                AttributeBag target = where switch
                {
                    "cos" => ofCos,
                    "domain" => directory.FindDomain("monasso.org")!.Attributes,
                    _ => directory.FindAccount(Owner)!.Attributes,
                };
                // The class of service is asked before the domain.
                ofCos[attribute.Key] = null;
                target.Set(attribute.Key, attribute);
            }
        });

    private void Add(string what, SharingPolicy policy)
    {
        _text.Append($"{what}\n");
        foreach (
            (string kind, PolicyVerdict verdict) in new[] { ("guests", policy.Guests), ("public", policy.Public), ("users", policy.Users) }
        )
        {
            _text.Append($"  {kind}: {verdict}\n");
            foreach (PolicyRule rule in verdict.Rules)
            {
                _text.Append(
                    $"    {rule.Answer} ({rule.Attribute} = {rule.Value ?? "not set"}, {rule.Level}): {rule}\n      {rule.Text.French}\n"
                );
            }
        }
    }
}
