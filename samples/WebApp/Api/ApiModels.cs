using System.Text.Json.Serialization;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace WebApp.Api;

/// <summary>A calendar with its shares.</summary>
internal sealed record ApiCalendar(string Id, string Name, string Path, bool IsPublic, IReadOnlyList<ApiGrant> Shares);

/// <summary>A share as it is.</summary>
internal sealed record ApiGrant(
    GranteeType Type,
    string? Grantee,
    string Permissions,
    DateTimeOffset? Expiry,
    bool IsExpired,
    string? GuestIdentifier,
    string IcsAddress
);

/// <summary>With whom to share, and how. Permissions default to <c>r</c>, the mail to yes.</summary>
internal sealed record ApiGuest(string? Guest, string? Permissions, DateTimeOffset? Expiry, bool? Notify, string? Note);

/// <summary>What a share came to.</summary>
internal sealed record ApiShare(
    ShareOutcome Outcome,
    string? Grantee,
    string Permissions,
    DateTimeOffset? Expiry,
    string IcsAddress,
    string? GuestIdentifier,
    string? UserName,
    NotificationStatus? Notification,
    string? NotificationReason,
    IReadOnlyList<string> Warnings
);

/// <summary>What a revocation came to.</summary>
internal sealed record ApiRevocation(RevocationOutcome Outcome, IReadOnlyList<string> Grantees, IReadOnlyList<string> Warnings);

/// <summary>The token that requests with an effect carry in the header.</summary>
internal sealed record ApiToken(string HeaderName, string Token);

/// <summary>What went wrong.</summary>
internal sealed record ApiError(int Status, string Error);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<ApiCalendar>))]
[JsonSerializable(typeof(ApiGuest))]
[JsonSerializable(typeof(ApiShare))]
[JsonSerializable(typeof(ApiRevocation))]
[JsonSerializable(typeof(ApiToken))]
[JsonSerializable(typeof(ApiError))]
internal sealed partial class ApiJson : JsonSerializerContext;
