using System.CommandLine;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;

namespace Zourit.Zimbra.Sharing.Tool.Commands;

/// <summary>Refuses an option that would do nothing beside the others that were typed.</summary>
internal static class IdleOption
{
    /// <exception cref="ToolException">The option was typed, and none of those it needs was.</exception>
    public static void RefuseWithout(this Invocation run, Option option, params Option[] needed)
    {
        if (run.Has(option) && !needed.Any(run.Has))
        {
            string[] names = [.. needed.Select(each => each.Name)];
            throw ToolException.Usage(
                Sentence.Of(
                    $"{option.Name} does nothing without {string.Join(" or ", names)}.",
                    $"{option.Name} est sans effet sans {string.Join(" ou ", names)}."
                )
            );
        }
    }

    /// <exception cref="ToolException">The option was typed beside one that leaves it nothing to do.</exception>
    public static void RefuseBeside(this Invocation run, Option option, Option other)
    {
        if (run.Has(option) && run.Has(other))
        {
            throw ToolException.Usage(
                Sentence.Of($"{option.Name} does nothing beside {other.Name}.", $"{option.Name} est sans effet avec {other.Name}.")
            );
        }
    }
}
