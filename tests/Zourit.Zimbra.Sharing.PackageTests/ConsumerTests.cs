using Zourit.Zimbra.Sharing.PackageTests.Packing;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.PackageTests;

public sealed class ConsumerTests(PackedPackages packages)
{
    private const long LargestNative = 22_000_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_native_program_on_the_package_shares_and_reads_a_calendar()
    {
        string? missing = await NativeToolchain.MissingAsync(packages.Folder, Token);
        Assert.SkipWhen(missing is not null, missing ?? "");
        var program = new Consumer(packages, "Native");

        string printed = await program.PublishAsync(Token);

        long size = new FileInfo(program.Published).Length;
        TestContext.Current.SendDiagnosticMessage($"The native program has {size:N0} bytes.");
        Assert.True(size < LargestNative, $"The native program has {size:N0} bytes.");

        // Trim warnings would tell of what breaks at the user's; of those that do not, our package says so itself.
        Assert.DoesNotContain("warning IL", printed, StringComparison.Ordinal);
        await using FakeZimbra zimbra = await FakeZimbra.StartAsync(
            seed =>
                seed.Account("owner@monasso.org", "pa55word", account =>
                    account.Calendar("/Événements de l'asso", calendar =>
                        calendar
                            .Item(Series("Permanence", new DateTime(2026, 9, 1, 18, 0, 0), "FREQ=WEEKLY;COUNT=3"))
                            .Item(Series("Bureau", new DateTime(2026, 8, 31, 19, 0, 0), "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"))
                            .Item(Series("Bilan", new DateTime(2025, 9, 20, 9, 0, 0), "FREQ=YEARLY;BYWEEKNO=38;BYDAY=SA"))
                    )
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
                "2026-09-19 09:00 Bilan",
                "2026-09-30 19:00 Bureau",
            ],
            lines
        );
        Assert.Equal("adresse@orange.fr", Assert.Single(zimbra.Outbox.Mails).EnvelopeTo);
    }

    [Fact]
    public async Task A_trimmed_program_with_a_container_shares_and_no_warning_is_of_ours()
    {
        (Consumer program, string printed) = await PublishedConsumers.GetAsync(packages, "Trimmed", Token);

        Assert.DoesNotContain(printed.Split('\n'), line =>
            line.Contains("warning IL", StringComparison.Ordinal) && line.Contains("Zourit", StringComparison.Ordinal)
        );
        await using FakeZimbra zimbra = await StartAsync();
        Assert.Equal(
            ["Created Sent", "/my-events adresse@orange.fr r adresse.orange.fr@monasso.org"],
            await program.RunAsync([$"{zimbra.ServerUri}", "owner@monasso.org", "/my-events", "adresse@orange.fr"], "pa55word", Token)
        );
    }

    [Fact]
    public async Task A_file_is_run_as_it_is()
    {
        await using FakeZimbra zimbra = await StartAsync();

        string[] lines = await new Consumer(packages, "Script").RunFileAsync(
            "share.cs",
            [$"{zimbra.ServerUri}", "owner@monasso.org", "/my-events", "adresse@orange.fr"],
            "pa55word",
            Token
        );

        Assert.Equal(["Created adresse.orange.fr@monasso.org Sent"], lines);
    }

    [Theory]
    [InlineData("XunitTests")]
    [InlineData("NUnitTests")]
    public async Task Tests_of_somebody_else_run_on_the_fake(string framework)
    {
        (Consumer program, _) = await PublishedConsumers.GetAsync(packages, framework, Token);

        string printed = string.Join('\n', await program.RunAsync([], "", Token));

        Assert.Matches(@"(?i)(succeeded|passed): *1\b|Total: 1, Errors: 0, Failed: 0", printed);
    }

    [Fact]
    public async Task The_first_test_of_the_page_about_testing_compiles_and_passes_as_it_stands()
    {
        (Consumer program, _) = await PublishedConsumers.GetAsync(packages, "testing.md", Token);

        string printed = string.Join('\n', await program.RunAsync([], "", Token));

        Assert.Matches(@"(?i)(succeeded|passed): *1\b|Total: 1, Errors: 0, Failed: 0", printed);
    }

    [Fact]
    public async Task A_program_on_both_packages_is_tested_with_the_fake_in_process()
    {
        (Consumer program, _) = await PublishedConsumers.GetAsync(packages, "InProcess", Token);

        Assert.Equal(["Created adresse.orange.fr@monasso.org 1"], await program.RunAsync([], "", Token));
    }

    private static CalendarItem Series(string summary, DateTime start, string rule) =>
        new()
        {
            Uid = summary,
            Summary = summary,
            Start = start,
            End = start.AddHours(2),
            TimeZone = "Europe/Paris",
            RecurrenceRule = rule,
        };

    private static Task<FakeZimbra> StartAsync() =>
        FakeZimbra.StartAsync(
            seed => seed.Account("owner@monasso.org", "pa55word", account => account.Calendar("/my-events")),
            cancellationToken: Token
        );
}
