namespace WebApp.Pages;

/// <summary>What somebody typed into the form to share with a guest, as they typed it, and what is wrong with it.</summary>
public sealed record GuestFormInput
{
    public static GuestFormInput Empty { get; } = new();

    public string? Guest { get; init; }

    public string? Permissions { get; init; }

    public string? End { get; init; }

    public string? Note { get; init; }

    /// <summary>The field that is at fault; null where none is, or none alone.</summary>
    public string? Faulty { get; init; }

    /// <summary>What is wrong; null for nothing.</summary>
    public string? Problem { get; init; }
}
