using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Failures;

/// <summary>Ends a command with an exit code and something to say about it.</summary>
internal sealed class ToolException(ExitCode code, LocalizedText text) : Exception
{
    public ExitCode Code { get; } = code;

    public LocalizedText Text { get; } = text;

    public override string Message => Text.ToString();

    public static ToolException Usage(LocalizedText text) => new(ExitCode.Usage, text);
}
