using System.Globalization;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands;

/// <summary>On a terminal: how much is done, how fast, and how long it takes yet. One line a second at most.</summary>
internal sealed class ProgressLine(Invocation run) : IProgress<ApplyProgress>
{
    private TimeSpan _shown;

    public void Report(ApplyProgress value)
    {
        if (!run.Terminal.IsErrorTerminal || value.Elapsed - _shown < TimeSpan.FromSeconds(1))
        {
            return;
        }

        _shown = value.Elapsed;
        double rate = value.Settled / value.Elapsed.TotalSeconds;
        string left = rate > 0 ? $"{TimeSpan.FromSeconds(Math.Round((value.Changes - value.Settled) / rate)):c}" : "?";
        string perSecond = rate.ToString("0.0", CultureInfo.InvariantCulture);
        run.Note(
            Sentence.Of(
                $"{value.Settled} of {value.Changes}, {perSecond}/s, {left} left",
                $"{value.Settled} sur {value.Changes}, {perSecond}/s, reste {left}"
            )
        );
    }
}
