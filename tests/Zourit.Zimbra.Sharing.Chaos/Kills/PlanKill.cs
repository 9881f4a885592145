using System.Diagnostics;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;

namespace Zourit.Zimbra.Sharing.Chaos.Kills;

/// <summary>
/// One plan whose runs are killed (SIGKILL) once or several times, at a request drawn by the seed and up to 15 ms after it; in most seeds
/// replies are lost and tokens expire besides, and the last line of the journal is cut. Then a quiet run, after which all must be done.
/// </summary>
internal sealed class PlanKill(int seed, int requests)
{
    private const string Intent = "\"type\":\"intent\"";

    private readonly Dice _dice = new(seed, "plan-kill");

    /// <summary>How many faults really happened.</summary>
    public int Faults { get; private set; }

    /// <summary>How many runs were killed; those that were faster than their death are not.</summary>
    public int Kills { get; private set; }

    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        await using KillWorld world = await KillWorld.StartAsync(cancellationToken);
        if (_dice.Chance(80))
        {
            Disturb(world.Server.Misbehave);
        }

        int deaths = _dice.Chance(30) ? 2 : 1;
        for (int i = 0; i < deaths; i++)
        {
            await KillAsync(world, cancellationToken);
        }

        Faults = world.Server.Misbehave.Injected.Count;
        world.Server.Misbehave.Clear();
        (int exitCode, string output) = await FinishAsync(world, cancellationToken);
        (int secondExitCode, string second) = await FinishAsync(world, cancellationToken);
        List<string> findings = [.. await world.FindingsAsync(cancellationToken)];
        if (exitCode != 0 || secondExitCode != 0)
        {
            findings.Add($"the run after ended with {exitCode}, the one after that with {secondExitCode}: {output} {second}");
        }

        if (!second.Contains("0 to create (0 mails), 0 to change, 0 to remove", StringComparison.Ordinal))
        {
            findings.Add($"the run after found something to do: {second}");
        }

        return findings;
    }

    private static async Task<(int ExitCode, string Output)> FinishAsync(KillWorld world, CancellationToken cancellationToken)
    {
        using Process process = PlanProcess.Start(world);
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, $"{output}{await errors}".Trim());
    }

    private async Task KillAsync(KillWorld world, CancellationToken cancellationToken)
    {
        long last = world.Server.Journal.Requests + _dice.Between(1, requests);
        var pause = TimeSpan.FromMilliseconds(_dice.Below(16));
        using Process process = PlanProcess.Start(world);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (world.Server.Journal.Requests < last && !process.HasExited)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, cancellationToken);
        }

        await Task.Delay(pause, TimeProvider.System, cancellationToken);
        Kills += process.HasExited ? 0 : 1;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(cancellationToken);
        if (_dice.Chance(30))
        {
            CutJournal(world.Journal);
        }
    }

    // As a disk leaves a line that was being written. What an intent announces has not been sent while it is being written, so that a cut
    // intent is one of which nothing was done.
    private void CutJournal(string path)
    {
        if (!File.Exists(path) || File.ReadLines(path).LastOrDefault() is not { } line || line.Contains(Intent, StringComparison.Ordinal))
        {
            return;
        }

        using FileStream file = File.OpenWrite(path);
        file.SetLength(file.Length - _dice.Between(1, line.Length));
    }

    private void Disturb(MisbehaviourRules rules)
    {
        foreach (string operation in new[] { "BatchRequest", "GetFolderRequest", "CreateAccountRequest", "CreateMountpointRequest" })
        {
            MisbehaviourTrigger trigger = rules.On(operation).Call(_dice.Between(1, operation == "BatchRequest" ? 20 : 4));
            _ = _dice.Below(5) switch
            {
                0 => trigger.ResetAfterEffect(),
                1 => trigger.CutReply(),
                2 => trigger.ResetBeforeEffect(),
                3 => trigger.GatewayTimeout(),
                _ => trigger.ExpireToken(),
            };
        }

        _ = rules.OnAnything().Call(_dice.Between(5, requests)).ExpireToken();
    }
}
