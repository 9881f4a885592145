using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Something a caller should know of a share, though the call succeeded.</summary>
public sealed record ShareWarning
{
    /// <summary>What, to decide by.</summary>
    public required ShareWarningCode Code { get; init; }

    /// <summary>A sentence for people, with the remedy where there is one; no secret is in it.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>The sentence, in English.</summary>
    public override string ToString() => Text.ToString();
}
