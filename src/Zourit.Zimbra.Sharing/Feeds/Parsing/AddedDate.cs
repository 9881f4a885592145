namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>An occurrence that an RDATE adds.</summary>
/// <param name="Start">When it starts.</param>
/// <param name="End">When it ends, if the RDATE is a period that says so.</param>
/// <param name="Length">How long it lasts, if the RDATE is a period that says so.</param>
internal readonly record struct AddedDate(IcsTime Start, IcsTime? End, IcsDuration? Length);
