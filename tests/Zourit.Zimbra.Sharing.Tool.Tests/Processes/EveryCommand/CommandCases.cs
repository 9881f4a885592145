using Zourit.Zimbra.Sharing.Tool.Commands;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes.EveryCommand;

/// <summary>A case for each command; <see cref="CompletenessTests"/> asks for one where there is a new command.</summary>
internal static class CommandCases
{
    /// <summary>All of them.</summary>
    public static IReadOnlyDictionary<string, CommandCase> All { get; } =
        new[] { GuestCases.All, ShareCases.All, AccountCases.All, PlanCases.All, SetupCases.All }
            .SelectMany(cases => cases)
            .ToDictionary(each => each.Command);

    /// <summary>The words of all commands that there are.</summary>
    public static IEnumerable<string> Commands => new RootDefinition().Tools().Where(tool => !tool.Hidden).Select(RootDefinition.PathOf);

    /// <summary>Those of them that have a case, for theories.</summary>
    public static TheoryData<string> Names => [.. Commands.Where(All.ContainsKey)];
}
