using System.Globalization;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Terminals;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary>Reads --shard: <c>2/4</c>, or <c>auto</c> from what the runner sets.</summary>
internal static class ShardOption
{
    public static TextOption New() =>
        new("--shard", "I/N", Sentence.Of($"this machine's part of the owners, or auto", $"la part de cette machine, ou auto"), "auto");

    /// <exception cref="ArgumentException">It is no shard.</exception>
    public static Shard Read(string? text, Terminal terminal) =>
        text is null ? Shard.All
        : text == "auto" ? FromRunner(terminal)
        : Shard.Parse(text);

    // GitLab counts from 1, Kubernetes from 0.
    private static Shard FromRunner(Terminal terminal)
    {
        if (terminal.Variable("CI_NODE_INDEX") is { } node && terminal.Variable("CI_NODE_TOTAL") is { } nodes)
        {
            return Shard.Parse($"{node}/{nodes}");
        }

        return
            terminal.Variable("JOB_COMPLETION_INDEX") is { } index
            && terminal.Variable("ZIMBRA_SHARE_SHARDS") is { } shards
            && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? Shard.Parse(string.Create(CultureInfo.InvariantCulture, $"{number + 1L}/{shards}"))
            : throw ToolException.Usage(
                Sentence.Of(
                    $"--shard auto reads CI_NODE_INDEX and CI_NODE_TOTAL, or JOB_COMPLETION_INDEX and ZIMBRA_SHARE_SHARDS: none is set.",
                    $"--shard auto lit CI_NODE_INDEX et CI_NODE_TOTAL, ou JOB_COMPLETION_INDEX et ZIMBRA_SHARE_SHARDS : rien n'est défini."
                )
            );
    }
}
