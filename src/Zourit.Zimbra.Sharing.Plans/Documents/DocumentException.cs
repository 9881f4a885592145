using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Documents;

/// <summary>A document cannot be read beyond this place. It becomes one of the errors of the manifest.</summary>
internal sealed class DocumentException(ManifestErrorCode code, SourceLocation at, LocalizedText text) : Exception(text.ToString())
{
    public ManifestError Error { get; } =
        new()
        {
            Code = code,
            Location = at,
            Text = text,
        };
}
