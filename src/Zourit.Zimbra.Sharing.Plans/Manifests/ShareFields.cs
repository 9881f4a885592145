namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>A share as keys and texts, in the words of manifests; those that say nothing are left out.</summary>
internal sealed class ShareFields(string? timeZone)
{
    private readonly EndDate _dates = EndDate.In(timeZone);

    public IEnumerable<(string Key, string Text, bool IsText)> Of(DesiredShare share)
    {
        yield return ("owner", share.Owner, true);
        if (share.Calendar is { } calendar)
        {
            yield return ("calendar", calendar.Value, true);
        }

        yield return share.Grantee.Kind == GranteeKind.Public
            ? ("public", "true", false)
            : (GranteeKinds.Word(share.Grantee.Kind), share.Grantee.Name, true);
        if (share.IsAbsent)
        {
            yield return ("absent", "true", false);
            yield break;
        }

        if (share.Rights is { } rights)
        {
            yield return ("rights", rights.Letters, true);
        }

        if (!share.Expiry.IsKeep)
        {
            yield return ("expires", _dates.Write(share.Expiry.Time), true);
        }

        if (share.Notify != NotifyMode.Created)
        {
            yield return ("notify", share.Notify == NotifyMode.Never ? "never" : "ensure", true);
        }

        if (share.Note is { } note)
        {
            yield return ("note", note, true);
        }

        if (share.HasAccount)
        {
            yield return ("account", "true", false);
        }
    }
}
