using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Does a part of a list: the items of one calendar, each for somebody else.</summary>
/// <param name="owner">The owner's dispatcher.</param>
/// <param name="folder">The calendar, as read last.</param>
/// <param name="items">The items.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal delegate Task<BulkPart<TResult>> BulkWork<TItem, TResult>(
    RequestDispatcher owner,
    SharedFolder folder,
    IReadOnlyList<TItem> items,
    CancellationToken cancellationToken
)
    where TResult : class;
