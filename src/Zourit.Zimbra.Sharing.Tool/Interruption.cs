using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Commands;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool;

/// <summary>What is said after Ctrl-C: what was done, what may have been, and how to go on.</summary>
internal static class Interruption
{
    /// <summary>What is said at once where a list goes on until what was started is finished.</summary>
    public static LocalizedText Finishing =>
        Sentence.Of(
            $"Stopping: what was started is finished, mails included. Ctrl-C again ends at once.",
            $"Arrêt : ce qui était commencé se termine, courriels compris. Ctrl-C de nouveau arrête tout de suite."
        );

    public static LocalizedText AccountOf(ToolCommand command, Invocation run)
    {
        int count = run.Results.Count;
        if (run.NotStarted is { } left)
        {
            return Sentence.Of(
                $"Interrupted. Done: {count}; not started: {left}. Running it again does the rest.",
                $"Interrompu. Fait : {count} ; pas commencé : {left}. Relancer fait le reste."
            );
        }

        return !command.Changes || run.IsDryRun
            ? Sentence.Of(
                $"Interrupted after {count} results; nothing was changed.",
                $"Interrompu après {count} résultats ; rien n'a changé."
            )
            : Sentence.Of(
                $"Interrupted. Done: {count}. What was under way may have been done as well. Running it again is safe.",
                $"Interrompu. Fait : {count}. Ce qui était en cours a pu être fait aussi. Relancer est sans risque."
            );
    }
}
