using NodaTime;
using Zourit.Zimbra.Sharing.Plans.Documents;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>Reads the values of lines, and reports those that are invalid.</summary>
internal sealed class ValueReader(DateTimeZone? zone, ErrorList errors)
{
    public EndDate Dates(string? format = null) => new(zone, format);

    /// <summary>Rights, end, notification and note, each by the name of its key or column.</summary>
    public LineValues Values(Func<string, TextAt?> field, EndDate dates) =>
        new()
        {
            Rights = field("rights") is { } rights ? Rights(rights) : null,
            Expiry = field("expires") is { } end ? Expiry(end, dates) : null,
            Notify = field("notify") is { } notify ? Notify(notify) : null,
            Note = field("note")?.Text,
            Account = field("account") is { } account && IsTrue(account) ? true : null,
            RightsAt = field("rights")?.At ?? default,
        };

    /// <summary>True or false, as a French spreadsheet writes it, too.</summary>
    public bool IsTrue(TextAt? text)
    {
        switch (text?.Text.ToUpperInvariant())
        {
            case "TRUE" or "VRAI" or "1":
                return true;
            case null or "FALSE" or "FAUX" or "0":
                return false;
            default:
                Invalid(text.Value.At, ManifestTexts.NoTruth(text.Value.Text));
                return false;
        }
    }

    public string? Address(TextAt text)
    {
        if (GuestAddress.TryParse(text.Text, out GuestAddress address))
        {
            return address.Value;
        }

        Invalid(text.At, ManifestTexts.NoAddress(text.Text));
        return null;
    }

    public FolderPath? Calendar(TextAt text)
    {
        if (FolderPath.TryParse(text.Text, out FolderPath path) && !path.IsRoot)
        {
            return path;
        }

        Invalid(text.At, ManifestTexts.NoCalendar(text.Text));
        return null;
    }

    public GlobPattern? Pattern(TextAt text)
    {
        GlobPattern? pattern = GlobPattern.TryParse(text.Text);
        if (pattern is null)
        {
            Invalid(text.At, ManifestTexts.NoPattern(text.Text));
        }

        return pattern;
    }

    public Permissions? Rights(TextAt text)
    {
        if (Permissions.TryParse(text.Text.Trim(), out Permissions rights) && rights != Permissions.None)
        {
            return rights;
        }

        Invalid(text.At, ManifestTexts.NoRights(text.Text));
        return null;
    }

    private ShareExpiry? Expiry(TextAt text, EndDate dates)
    {
        switch (dates.Read(text.Text.Trim(), out ShareExpiry expiry))
        {
            case EndDate.Reading.Read:
                return expiry;
            case EndDate.Reading.NoZone:
                errors.Add(ManifestErrorCode.Missing, text.At, ManifestTexts.NoZone);
                return null;
            default:
                Invalid(text.At, ManifestTexts.NoDate(text.Text, dates.Format));
                return null;
        }
    }

    private NotifyMode? Notify(TextAt text)
    {
        switch (text.Text)
        {
            case "created":
                return NotifyMode.Created;
            case "never":
                return NotifyMode.Never;
            case "ensure":
                return NotifyMode.Ensure;
            default:
                Invalid(text.At, ManifestTexts.NoNotifyMode(text.Text));
                return null;
        }
    }

    private void Invalid(SourceLocation at, LocalizedText text) => errors.Add(ManifestErrorCode.InvalidValue, at, text);
}
