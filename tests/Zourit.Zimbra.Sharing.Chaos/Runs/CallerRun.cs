using Zourit.Zimbra.Sharing.Chaos.Processes;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Chaos.Worlds;

namespace Zourit.Zimbra.Sharing.Chaos.Runs;

/// <summary>Runs a caller's plan from its first process to the one that lives, and records every call.</summary>
/// <param name="world">The server.</param>
/// <param name="settings">What all processes share.</param>
/// <param name="isQuiet">Whether it is the run after the trouble: nobody gives up, nothing dies.</param>
/// <param name="note">Told of every call when it has expired.</param>
internal sealed class CallerRun(World world, RunSettings settings, bool isQuiet, Action<CallRecord> note)
{
    public async Task RunAsync(CallerPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            int crashes = isQuiet ? 0 : plan.Crashes.Count;
            for (int life = 0; life <= crashes; life++)
            {
                if (await LiveAsync(plan, isFirst: life == 0 && !isQuiet, life < crashes ? plan.Crashes[life] : null, cancellationToken))
                {
                    return;
                }
            }
        }
        finally
        {
            world.Turns?.Leave(plan.Number);
        }
    }

    /// <summary>Runs the plan in a new process; false when that died.</summary>
    private async Task<bool> LiveAsync(CallerPlan plan, bool isFirst, Interruption? death, CancellationToken cancellationToken)
    {
        await using var process = new CallerProcess(world, plan, settings, death, isQuiet);
        foreach (Step step in plan.Steps)
        {
            CallRecord record = await CallAsync(process, isFirst ? step : step.Again(), cancellationToken);
            note(record);
            if (record.Died)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<CallRecord> CallAsync(CallerProcess process, Step step, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<Cell, CellState> before = Read(step);
        IReadOnlyList<GuestState> guestsBefore = Guests(step);
        List<Answer> answers = [];
        CancellationToken token = process.BeginCall(isQuiet ? null : step.GivesUp, cancellationToken);
        try
        {
            await foreach (Answer answer in new StepRunner(world, process).RunAsync(step, token))
            {
                answers.Add(answer);
            }
        }
        catch (Exception e)
        {
            // Whatever it is: the checks say whether it may be.
            answers.Add(new Answer(step, null, e));
        }

        TimeSpan wentOn = process.SinceGivingUp;
        bool wasLeftAlone = process.WasLeftAlone;
        (IReadOnlyList<Exchange> exchanges, bool gaveUp) = await process.EndCallAsync();

        // What the server has yet to do belongs to this call.
        await world.Server.Misbehave.FinishLateAsync();
        cancellationToken.ThrowIfCancellationRequested();
        foreach (Answer answer in answers)
        {
            if (answer.Result is not null)
            {
                settings.Canaries.Add(step, answer.Result);
                settings.Evidence.AddResult(step.Name, answer.Result);
            }

            if (answer.Error is not null)
            {
                settings.Evidence.Add(answer.Error);
            }
        }

        return new CallRecord
        {
            Caller = process.Plan,
            Step = step,
            IsQuiet = isQuiet,
            Before = before,
            After = Read(step),
            GuestsBefore = guestsBefore,
            GuestsAfter = Guests(step),
            Answers = process.IsDead ? [] : answers,
            Exchanges = exchanges,
            GaveUp = gaveUp,
            WentOn = wentOn,
            WasLeftAlone = wasLeftAlone,
            Died = process.IsDead,
        };
    }

    private IReadOnlyList<GuestState> Guests(Step step) => step is AccountStep account ? world.GuestsOf(account.Mail, account.Domain) : [];

    private Dictionary<Cell, CellState> Read(Step step) =>
        world
            .Read(step is ListStep list ? world.Scenario.Cells.Where(cell => cell.Owner == list.Owner) : step.Cells)
            .ToDictionary(
                state => state.Key,
                state => new CellState(state.Value, world.MailsTo(state.Key), world.WasTold(state.Key))
                {
                    GranteeId = world.GranteeIdOf(state.Key),
                }
            );
}
