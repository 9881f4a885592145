namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>A repetition that is made if the server's state asks for it.</summary>
internal sealed class Repetition(CallTelemetry telemetry, string operation, int attempt, TimeSpan pause, string failure)
{
    private bool _isTold;

    /// <summary>The request is sent again now: counts and logs that, once.</summary>
    public void Tell()
    {
        if (!_isTold)
        {
            _isTold = true;
            telemetry.Repeats(operation, attempt, pause, failure);
        }
    }
}
