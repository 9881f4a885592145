namespace Zourit.Zimbra.Sharing.Benchmarks.Stubs;

/// <summary>A request as it was sent.</summary>
internal sealed record RecordedRequest(string Method, string Target, string? ContentType, string? Cookie, byte[] Body);
