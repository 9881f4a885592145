using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Exporting;

/// <summary>What is shared, as a manifest.</summary>
public sealed record ManifestExport
{
    /// <summary>The manifest; <see cref="Manifest.Write"/> writes it.</summary>
    public required Manifest Manifest { get; init; }

    /// <summary>
    /// What it cannot say: owners who could not be read; shares with a class of service, a domain, all accounts, by key, or with an account
    /// that is deleted; the passwords of grants.
    /// </summary>
    public IReadOnlyList<LocalizedText> Omissions
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<LocalizedText>.Empty;
}
