using Zourit.Zimbra.Sharing.Chaos.Scenarios;

namespace Zourit.Zimbra.Sharing.Chaos.Worlds;

/// <summary>
/// Lets the callers' requests to the server one at a time. The next one is drawn only when every caller has come to a request or to their
/// end, so that the order follows from the seed and not from the threads.
/// </summary>
internal sealed class Turns(Dice dice, ScenarioClock clock)
{
    private const int TurnMilliseconds = 20;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, LinkedList<TaskCompletionSource>> _callers = [];
    private bool _taken;

    /// <summary>Adds the callers, all before the first of them starts.</summary>
    public void Join(IEnumerable<int> callers)
    {
        lock (_lock)
        {
            foreach (int caller in callers)
            {
                _callers.Add(caller, []);
            }
        }
    }

    /// <summary>A caller has come to their end.</summary>
    public void Leave(int caller)
    {
        lock (_lock)
        {
            _callers.Remove(caller);
            Next();
        }
    }

    /// <summary>Waits for the turn of a caller's request.</summary>
    public async Task EnterAsync(int caller, CancellationToken cancellationToken)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _callers[caller].AddLast(turn);
            Next();
        }

        await using CancellationTokenRegistration registration = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        try
        {
            await turn.Task;
        }
        catch (OperationCanceledException)
        {
            lock (_lock)
            {
                if (_callers.TryGetValue(caller, out LinkedList<TaskCompletionSource>? waiting))
                {
                    waiting.Remove(turn);
                }
            }

            throw;
        }
    }

    /// <summary>The request is done.</summary>
    public void Exit()
    {
        lock (_lock)
        {
            _taken = false;
            Next();
        }
    }

    private void Next()
    {
        while (!_taken && _callers.Count > 0 && _callers.Values.All(waiting => waiting.Count > 0))
        {
            LinkedList<TaskCompletionSource> caller = dice.Pick([.. _callers.Values]);
            TaskCompletionSource turn = caller.First!.Value;
            caller.RemoveFirst();
            if (turn.TrySetResult())
            {
                _taken = true;
                clock.Advance(TurnMilliseconds);
            }
        }
    }
}
