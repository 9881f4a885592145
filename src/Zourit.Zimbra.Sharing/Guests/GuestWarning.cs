using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>Something a caller should know of a guest's account, though the call succeeded.</summary>
public sealed record GuestWarning
{
    /// <summary>What, to decide by.</summary>
    public required GuestWarningCode Code { get; init; }

    /// <summary>A sentence for people, with the remedy where there is one.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>The sentence, in English.</summary>
    public override string ToString() => Text.ToString();

    internal static GuestWarning Of(GuestWarningCode code, LocalizedText text) => new() { Code = code, Text = text };
}
