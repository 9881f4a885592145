using Zourit.Zimbra.Sharing.PackageTests.Packing;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.PackageTests;

public sealed class ConsumerTests(PackedPackages packages)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_native_program_on_the_package_shares_and_reads_a_calendar()
    {
        string? missing = await NativeToolchain.MissingAsync(packages.Folder, Token);
        Assert.SkipWhen(missing is not null, missing ?? "");
        var program = new Consumer(packages, "Native");

        string printed = await program.PublishAsync(Token);

        // Trim warnings would tell of what breaks at the user's; of those that do not, our package says so itself.
        Assert.DoesNotContain("warning IL", printed, StringComparison.Ordinal);
        await using FakeZimbra zimbra = await FakeZimbra.StartAsync(
            seed =>
                seed.Account("owner@monasso.org", "pa55word", account =>
                    account.Calendar("/Événements de l'asso", calendar => calendar.Item(
                            new CalendarItem
                            {
                                Uid = "weekly",
                                Summary = "Permanence",
                                Start = new DateTime(2026, 9, 1, 18, 0, 0),
                                End = new DateTime(2026, 9, 1, 20, 0, 0),
                                TimeZone = "Europe/Paris",
                                RecurrenceRule = "FREQ=WEEKLY;COUNT=3",
                            }
                        ))
                ),
            cancellationToken: Token
        );
        string[] lines = await program.RunAsync(
            [zimbra.ServerUri.ToString(), "owner@monasso.org", "/événements de l'asso", "Adresse@Orange.fr", "2026-09-01"],
            "pa55word",
            Token
        );
        Assert.Equal(
            [
                $"Created adresse.orange.fr@monasso.org Sent "
                    + $"{zimbra.ServerUri}home/owner@monasso.org/%C3%89v%C3%A9nements%20de%20l'asso.ics",
                "Unchanged NotRequested",
                "2026-09-01 18:00 Permanence",
                "2026-09-08 18:00 Permanence",
                "2026-09-15 18:00 Permanence",
            ],
            lines
        );
        Assert.Equal("adresse@orange.fr", Assert.Single(zimbra.Outbox.Mails).EnvelopeTo);
    }

    [Fact]
    public async Task A_program_on_both_packages_is_tested_with_the_fake_in_process()
    {
        var program = new Consumer(packages, "InProcess");
        await program.PublishAsync(Token);

        Assert.Equal(["Created adresse.orange.fr@monasso.org 1"], await program.RunAsync([], "", Token));
    }
}
