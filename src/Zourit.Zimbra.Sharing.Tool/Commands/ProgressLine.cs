using System.Globalization;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands;

/// <summary>On a terminal: how much is done, how fast, and how long it takes yet. One line a second at most.</summary>
internal sealed class ProgressLine(Invocation run) : IProgress<ApplyProgress>
{
    private TimeSpan _shown;

    public void Report(ApplyProgress value) => Show(value.Settled, value.Changes, value.Elapsed);

    /// <summary>Shows that some of all are done.</summary>
    public void Show(int done, int all, TimeSpan elapsed)
    {
        if (!run.Terminal.IsErrorTerminal || elapsed - _shown < TimeSpan.FromSeconds(1))
        {
            return;
        }

        _shown = elapsed;
        double rate = done / elapsed.TotalSeconds;
        string left = rate > 0 ? $"{TimeSpan.FromSeconds(Math.Round((all - done) / rate)):c}" : "?";
        string perSecond = rate.ToString("0.0", CultureInfo.InvariantCulture);
        run.Note(Sentence.Of($"{done} of {all}, {perSecond}/s, {left} left", $"{done} sur {all}, {perSecond}/s, reste {left}"));
    }
}
