using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Help;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary>--detailed-exitcode.</summary>
internal static class DetailedExitCode
{
    public static Flag New() =>
        new("--detailed-exitcode", Sentence.Of($"exit code 2 where changes are pending", $"code de sortie 2 si des changements attendent"));
}
