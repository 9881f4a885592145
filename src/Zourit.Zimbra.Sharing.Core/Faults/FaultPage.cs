namespace Zourit.Zimbra.Sharing;

/// <summary>The page that tells of every fault code and exception; its rows are the anchors.</summary>
internal static class FaultPage
{
    /// <summary>The row of the codes that have none of their own.</summary>
    public const string OtherCodes = "other-codes";

    private const string Address = $"{RepositoryLinks.Files}/docs/faults.md";

    public static string LinkTo(string anchor) => $"{Address}#{anchor}";
}
