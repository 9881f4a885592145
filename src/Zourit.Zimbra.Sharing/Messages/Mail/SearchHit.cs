namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>A message found by a search that asked for ids only (<c>hit</c>).</summary>
/// <param name="Id">The message's id (<c>id</c>).</param>
/// <param name="SortField">What the search sorted by (<c>sf</c>): by date, milliseconds since 1970 UTC.</param>
public sealed record SearchHit(string Id, string? SortField);
