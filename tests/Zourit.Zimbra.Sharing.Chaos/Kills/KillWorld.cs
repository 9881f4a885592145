using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Chaos.Kills;

/// <summary>
/// A server, and a manifest that makes, changes and removes shares there, and makes accounts. What must be in the end is known beforehand.
/// </summary>
internal sealed class KillWorld : IAsyncDisposable
{
    private const int OwnerCount = 6;
    private const int GuestCount = 5;
    private const string Calendar = "/e";

    private static readonly string[] Signers = ["s0@example.com", "s1@example.com"];

    private KillWorld(FakeZimbra server) => Server = server;

    public static LimitSettings NoLimits { get; } =
        new()
        {
            Removals = Amount.Of(1000),
            RemovalsPerDomain = Amount.Of(1000),
            RemovalsPerOwner = Amount.Of(1000),
        };

    public FakeZimbra Server { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("plan-kill-").FullName;

    public string Journal => Path.Combine(Folder, PlanProcess.JournalName);

    public static async Task<KillWorld> StartAsync(CancellationToken cancellationToken)
    {
        FakeZimbra server = await FakeZimbra.StartAsync(
            seed =>
            {
                foreach (string owner in Owners())
                {
                    seed.Account(owner, "Secret-1owner", account =>
                        account.Calendar(Calendar, calendar =>
                            calendar.ShareWithGuest("old@example.com", "r").ShareWithGuest("more@example.com", "r")
                        )
                    );
                }
            },
            cancellationToken: cancellationToken
        );
        var world = new KillWorld(server);
        await File.WriteAllTextAsync(Path.Combine(world.Folder, PlanProcess.ManifestName), Manifest(), cancellationToken);
        return world;
    }

    /// <summary>Everything that is not as it must be; empty where all is well.</summary>
    public async Task<IReadOnlyList<string>> FindingsAsync(CancellationToken cancellationToken)
    {
        List<string> findings = [];
        string[] wanted = [.. Guests().Select(guest => $"{guest} r"), .. Signers.Select(guest => $"{guest} r"), "more@example.com rw"];
        foreach (string owner in Owners())
        {
            string[] grants = [.. Server.GrantsOf(owner, Calendar).Select(grant => $"{grant.GranteeId} {grant.Rights}")];
            findings.AddRange(wanted.Except(grants).Select(grant => $"{owner}: missing {grant}"));
            findings.AddRange(grants.Except(wanted).Select(grant => $"{owner}: stray {grant}"));
            findings.AddRange(Doubles(grants).Select(grant => $"{owner}: doubled {grant}"));
        }

        string[] mails = [.. Server.Outbox.Mails.Select(mail => $"mail {mail.From} to {mail.To}")];
        string[] due = [.. Owners().SelectMany(owner => Guests().Concat(Signers).Select(guest => $"mail {owner} to {guest}"))];
        findings.AddRange(due.Except(mails).Select(mail => $"missing {mail}"));
        findings.AddRange(mails.Except(due).Select(mail => $"stray {mail}"));
        findings.AddRange(Doubles(mails).Select(mail => $"doubled {mail}"));
        foreach (string guest in Signers)
        {
            findings.AddRange(await AccountFindingsAsync(guest, cancellationToken));
        }

        return findings;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    // The account is there, has every owner's calendar, and its password is in a file.
    private async Task<IReadOnlyList<string>> AccountFindingsAsync(string guest, CancellationToken cancellationToken)
    {
        if (Server.GuestOf(guest, "monasso.org") is not { } account)
        {
            return [$"missing account of {guest}"];
        }

        int mountpoints = account.Mailbox?.Folders.Count(folder => folder.Link is not null) ?? 0;
        List<string> findings = mountpoints == OwnerCount ? [] : [$"account of {guest}: {mountpoints} calendars"];
        foreach (
            string line in Directory
                .GetFiles(Folder, "*.csv")
                .SelectMany(File.ReadLines)
                .Where(line => line.StartsWith(guest, StringComparison.Ordinal))
        )
        {
            string password = line.Split(';', 3)[2].Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal);
            await using var client = new ZimbraClient(Server.ServerUri, ZimbraCredentials.Password(account.Name, new Secret(password)));
            try
            {
                _ = await client.PingAsync(cancellationToken);
                return findings;
            }
            catch (ZimbraAuthenticationException)
            {
                // Of a run that was killed before the account was made.
                continue;
            }
        }

        return [.. findings, $"account of {guest}: its password is lost"];
    }

    private static IEnumerable<string> Owners() => Enumerable.Range(0, OwnerCount).Select(i => $"o{i}@monasso.org");

    private static IEnumerable<string> Guests() => Enumerable.Range(0, GuestCount).Select(i => $"g{i}@example.com");

    private static IEnumerable<string> Doubles(IEnumerable<string> texts) =>
        texts.GroupBy(text => text).Where(group => group.Count() > 1).Select(group => group.Key);

    private static string Manifest()
    {
        string guests = string.Join(", ", Guests());
        string signers = string.Join(", ", Signers);
        return "version: 1\nshares:\n"
            + string.Concat(
                Owners()
                    .Select(owner =>
                        $"  - {{ owner: {owner}, calendar: {Calendar}, guests: [{guests}], rights: r }}\n"
                        + $"  - {{ owner: {owner}, calendar: {Calendar}, guests: [{signers}], rights: r, account: true }}\n"
                        + $"  - {{ owner: {owner}, calendar: {Calendar}, guest: more@example.com, rights: rw }}\n"
                        + $"  - {{ owner: {owner}, calendar: {Calendar}, guest: old@example.com, absent: true }}\n"
                    )
            );
    }
}
