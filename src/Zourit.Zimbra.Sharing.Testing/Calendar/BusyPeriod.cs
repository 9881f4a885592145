namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>A stretch of time at which somebody is not free.</summary>
/// <param name="Status"><c>BUSY</c>, <c>TENTATIVE</c> or <c>OOF</c>.</param>
/// <param name="From">Its start.</param>
/// <param name="To">Its end.</param>
internal sealed record BusyPeriod(string Status, DateTimeOffset From, DateTimeOffset To);
