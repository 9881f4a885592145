namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What a repeated share mail says besides.</summary>
public sealed record NotifyAgainOptions
{
    /// <summary>Free text below the mail, plain; null (the default) for none.</summary>
    public string? Note { get; init; }
}
