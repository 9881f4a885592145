using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Commands;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool;

/// <summary>What is said after Ctrl-C: what was done, what may have been, and how to go on.</summary>
internal static class Interruption
{
    public static LocalizedText AccountOf(ToolCommand command, Invocation run)
    {
        int count = run.Results.Count;
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
