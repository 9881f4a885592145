using System.Diagnostics;
using System.Globalization;

namespace Zourit.Zimbra.Sharing.Tests.Globalization;

/// <summary>
/// Text is compared, normalized and mapped by ICU or, in invariant mode, by the runtime's own tables; which of them is settled when a
/// process starts. Tests marked <c>[Trait("Globalization", "Both")]</c> run in a process of either mode.
/// </summary>
public sealed class GlobalizationModeTests
{
    private const string InvariantVariable = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";

    // Its letters, dates and numbers are unlike the invariant ones: I is not the capital of i.
    private const string Culture = "tr_TR.UTF-8";

    // In invariant mode strings are compared by their code units.
    private static bool IsInvariant => StringComparer.InvariantCulture.Compare("a", "B") > 0;

    [Trait("Category", "Slow")]
    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task Marked_tests_pass_with_ICU_and_in_invariant_mode(bool invariant)
    {
        string assembly = typeof(GlobalizationModeTests).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [assembly, "--filter-trait", "Globalization=Both", "--no-progress", "--no-ansi"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[InvariantVariable] = invariant ? "1" : "0";
        start.Environment["LC_ALL"] = Culture;

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await errors;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.SkipWhen(
            !invariant && output.Contains("Couldn't find a valid ICU package", StringComparison.Ordinal),
            "This machine has no ICU (libicu), so the tests of names run in invariant mode only."
        );
        Assert.True(process.ExitCode == 0, output);
    }

    [Fact, Trait("Globalization", "Both")]
    public void The_process_runs_in_the_mode_that_was_asked_for()
    {
        if (Environment.GetEnvironmentVariable(InvariantVariable) is { } wanted)
        {
            Assert.Equal(wanted is "1" or "true", IsInvariant);
            if (Environment.GetEnvironmentVariable("LC_ALL") == Culture)
            {
                Assert.Equal(IsInvariant ? "" : "tr-TR", CultureInfo.CurrentCulture.Name);
            }
        }
    }
}
