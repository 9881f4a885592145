using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>How far the making of a guest's account has come: whatever ends it, the exception says what exists by then.</summary>
internal sealed class GuestCreationProgress(GuestAddress guest, IReadOnlyList<OwnedFolder> folders)
{
    /// <summary>The account, once it is looked for.</summary>
    public GuestAccountStep? Account { get; set; }

    /// <summary>The calendar whose mountpoint is being made; null before that.</summary>
    public SharedCalendar? Mounting { get; set; }

    /// <summary>What exists by this call when it fails; null for nothing.</summary>
    public LocalizedText? Left(ZimbraException failure)
    {
        string[] shared = [.. folders.Where(folder => folder.Grant != GuestStep.Unchanged).Select(folder => folder.Calendar.ToString())];
        LocalizedText?[] left =
        [
            shared.Length == 0 ? null : GuestCreationTexts.StillShared(guest.Value, string.Join(", ", shared)),
            Account is null ? null : OfAccount(Account, failure),
        ];
        LocalizedText[] all = [.. left.OfType<LocalizedText>()];
        return all.Length == 0 ? null : LocalizedText.Join(" ", all.Append(GuestCreationTexts.Again));
    }

    private LocalizedText? OfAccount(GuestAccountStep account, ZimbraException failure) =>
        Mounting is { } calendar ? GuestCreationTexts.NotMounted(account.Identifier.Value, calendar.ToString())
        : account.Step == GuestStep.Created ? GuestCreationTexts.AccountMade(account.Identifier.Value)
        : account.IsBeingMade && !failure.IsOutcomeKnown ? GuestCreationTexts.AccountMayExist(account.Identifier.Value)
        : null;
}
