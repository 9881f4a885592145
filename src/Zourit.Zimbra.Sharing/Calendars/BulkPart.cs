using Zourit.Zimbra.Sharing.Folders;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What became of a part of a list.</summary>
/// <param name="After">The calendar afterwards, from which the next part starts; null to read it again.</param>
/// <param name="Done">The result or the error of each item, in order.</param>
internal sealed record BulkPart<TResult>(SharedFolder? After, IReadOnlyList<(TResult? Result, Exception? Error)> Done)
    where TResult : class
{
    public BulkPart(SharedFolder after, IEnumerable<TResult> results)
        : this(after, [.. results.Select(result => ((TResult?)result, (Exception?)null))]) { }
}
