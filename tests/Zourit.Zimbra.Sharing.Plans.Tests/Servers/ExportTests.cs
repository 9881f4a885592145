using CsCheck;
using Zourit.Zimbra.Sharing.Plans.Exporting;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Reading;
using Zourit.Zimbra.Sharing.Testing.Seeding;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

public sealed class ExportTests
{
    [Fact]
    public async Task What_a_manifest_cannot_say_is_reported()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(seed =>
            seed.Account("paul@monasso.org", PlanWorld.Password, account =>
                account.Calendar("/e", calendar =>
                    calendar.ShareWithAllAccounts("r").ShareWithGuest("p@example.com", "r", new() { Password = "pa55" })
                )
            )
        );

        ManifestExport export = await new ManifestExporter(new ZimbraPlanSource(world.Admin)).ExportAsync(
            ["paul@monasso.org", "nobody@monasso.org"],
            cancellationToken: Files.Token
        );

        Assert.Equal(3, export.Omissions.Count);
        Assert.Single(export.Manifest.Shares);
        Assert.DoesNotContain(export.Omissions, omission => omission.ToString().Contains("pa55", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_plan_of_an_export_is_empty()
    {
        var gen = Gen.Select(
            Gen.Int[0, 2],
            Gen.Int[0, 3],
            Gen.OneOf("r", "rw", "rwidx", "rp"),
            Gen.Int[0, 400],
            Gen.OneOf(ManifestFormat.Yaml, ManifestFormat.Json, ManifestFormat.Csv)
        ).Array[1, 12];
        (int Calendar, int Kind, string Rights, int Days, ManifestFormat Format)[][] samples = [.. Samples(gen, 12)];
        foreach (var grants in samples)
        {
            await using PlanWorld world = await PlanWorld.StartAsync(seed => Seed(seed, grants));
            var reader = new ZimbraPlanSource(world.Admin);
            ManifestExport export = await new ManifestExporter(reader).ExportAsync(
                ["paul@monasso.org", PlanWorld.Bureau],
                new() { TimeZone = "Europe/Paris" },
                Files.Token
            );
            string file = Path.Combine(world.Folder, $"export.{grants[0].Format.ToString().ToLowerInvariant()}");
            await using (FileStream output = File.Create(file))
            {
                export.Manifest.Write(output, grants[0].Format);
            }

            Manifest manifest = (await Manifest.ReadAsync(file, new() { TimeZone = "Europe/Paris" }, Files.Token)).ValueOrThrow();
            SharingPlan plan = await world.PlanAsync(manifest);

            Assert.NotEmpty(manifest.Shares);
            Assert.Empty(plan.Changes);
            Assert.Empty(plan.Owners.SelectMany(owner => owner.Problems));
        }
    }

    private static List<T> Samples<T>(Gen<T> gen, int count)
    {
        List<T> samples = [];
        gen.Sample(samples.Add, iter: count, threads: 1);
        return samples;
    }

    private static void Seed(FakeZimbraSeed seed, (int Calendar, int Kind, string Rights, int Days, ManifestFormat Format)[] grants)
    {
        string[] calendars = ["/my events", "/Événements/d'été", "/=sum;1"];
        seed.Account("paul@monasso.org", PlanWorld.Password, account =>
        {
            foreach (
                IGrouping<int, (int Calendar, int Kind, string Rights, int Days, ManifestFormat)> each in grants.GroupBy(grant =>
                    grant.Calendar
                )
            )
            {
                account.Calendar(calendars[each.Key], calendar =>
                {
                    foreach ((int index, (_, int kind, string rights, int days, _)) in each.Index())
                    {
                        // Ends at any minute, some of them midnights in Paris.
                        DateTimeOffset? end =
                            days % 3 == 0 ? null
                            : days % 3 == 1 ? new DateTimeOffset(2031, 1, 1, 23, 0, 0, TimeSpan.Zero).AddDays(days)
                            : new DateTimeOffset(2031, 1, 1, 0, days % 60, 7, days, TimeSpan.Zero).AddDays(days);
                        switch (kind)
                        {
                            case 0 or 1:
                                calendar.ShareWithGuest($"g{index}@example.com", rights, new() { Expiry = end });
                                break;
                            case 2 when index == 0:
                                calendar.ShareWithUser(PlanWorld.Tresor, rights);
                                break;
                            case 3 when index == 0:
                                calendar.SharePublicly("r");
                                break;
                            default:
                                calendar.ShareWithGuest($"h{index}@example.com", rights);
                                break;
                        }
                    }
                });
            }
        });
    }
}
