using Zourit.Zimbra.Sharing.Fuzz.Engine;

namespace Zourit.Zimbra.Sharing.Fuzz.Targets;

/// <summary>All targets.</summary>
public static class FuzzTargets
{
    /// <summary>One of each.</summary>
    public static IReadOnlyList<FuzzTarget> All() =>
        [
            new ReplyTarget(),
            new FaultTarget(),
            new FeedTarget(),
            new LinkTarget(),
            new SignUpTarget(),
            new CallTarget(),
            new TextTarget(),
            new ToolTarget(),
        ];
}
