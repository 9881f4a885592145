using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

/// <summary>What a run leaves to the next that prunes by record.</summary>
public sealed class RunRecordTests
{
    private const string Old = """
        owner: bureau@monasso.org, calendar: /my-events, guests: [a@x.org, b@x.org]
        owner: tresor@monasso.org, calendar: /my-events, guests: [a@x.org, b@x.org]
        """;

    private const string New = """
        owner: bureau@monasso.org, calendar: /my-events, guest: a@x.org
        owner: tresor@monasso.org, calendar: /my-events, guest: a@x.org
        """;

    [Fact]
    public async Task A_removal_that_could_not_be_made_is_carried_over_until_it_is()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        Manifest old = await world.ManifestAsync(Old);
        await world.ApplyAsync(await world.PlanAsync(old));
        Manifest next = await world.ManifestAsync(New);
        world.Server.Change(directory => directory.FindAccount(PlanWorld.Tresor)!.Status = "maintenance");

        Manifest first = await RunAsync(world, next, old);
        world.Server.Change(directory => directory.FindAccount(PlanWorld.Tresor)!.Status = "active");
        Manifest second = await RunAsync(world, next, first);

        Assert.Equal(["tresor@monasso.org b@x.org"], Names(first).Except(Names(next)));
        Assert.Equal(Names(next), Names(second));
        Assert.Equal(["guest a@x.org r"], world.Grants());
        Assert.Equal(["guest a@x.org r"], world.Grants(PlanWorld.Tresor));
    }

    [Fact]
    public async Task What_is_absent_everywhere_is_not_carried_over_and_what_is_written_reads_the_same()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        Manifest old = await world.ManifestAsync(Old);
        Manifest next = await world.ManifestAsync(
            "owner: bureau@monasso.org, guest: b@x.org, absent: true\nowner: nobody@monasso.org, calendar: /e, guest: a@x.org",
            "scope: { owners: ['*@monasso.org'] }\nkeep: ['*@partner.org']\nlimits: { mails: 3 }"
        );
        SharingPlan plan = await world.PlanAsync(next, new() { Prune = PruneMode.Record, Record = old });

        Manifest record = RunRecord.Of(next, old, plan, []);
        string path = Path.Combine(world.Folder, "record.yaml");
        await using (FileStream file = File.Create(path))
        {
            record.Write(file, ManifestFormat.Yaml);
        }

        Manifest read = (await Manifest.ReadAsync(path, null, Files.Token)).ValueOrThrow();
        Assert.Equal(record.Hash, read.Hash);
        Assert.DoesNotContain("bureau@monasso.org b@x.org", Names(record).Skip(next.Shares.Count));
        Assert.Contains("bureau@monasso.org a@x.org", Names(record));
    }

    [Fact]
    public async Task A_share_of_a_calendar_that_was_renamed_is_not_forgotten_in_silence()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        Manifest old = await world.ManifestAsync("owner: bureau@monasso.org, calendar: /my-events, guests: [a@x.org, b@x.org]");
        await world.ApplyAsync(await world.PlanAsync(old));
        await using ZimbraClient bureau = world.Connect(ZimbraCredentials.Password(PlanWorld.Bureau, new Secret(PlanWorld.Password)));
        GetFolderResponse found = await bureau.SendAsync(new GetFolderRequest { Path = "/my-events" }, Files.Token);
        Manifest next = await world.ManifestAsync("owner: bureau@monasso.org, calendar: /fairs, guest: a@x.org");
        await bureau.SendAsync(FolderActionRequest.Rename(found.Folder.Id, "fairs"), Files.Token);
        SharingPlan plan = await world.PlanAsync(next, new() { Prune = PruneMode.Record, Record = old });

        Manifest record = RunRecord.Of(next, old, plan, await world.ApplyAsync(plan));

        Assert.Contains("'absent: true'", Assert.Single(plan.Owners[0].Warnings).ToString(), StringComparison.Ordinal);
        Assert.Contains("bureau@monasso.org b@x.org", Names(record));
    }

    private static async Task<Manifest> RunAsync(PlanWorld world, Manifest manifest, Manifest record)
    {
        Amount many = Amount.Of(10);
        SharingPlan plan = await world.PlanAsync(
            manifest,
            new()
            {
                Prune = PruneMode.Record,
                Record = record,
                Limits = new() { RemovalsPerOwner = many, RemovalsPerDomain = many },
            }
        );
        return RunRecord.Of(manifest, record, plan, await world.ApplyAsync(plan));
    }

    private static IEnumerable<string> Names(Manifest manifest) => manifest.Shares.Select(share => $"{share.Owner} {share.Grantee.Name}");
}
