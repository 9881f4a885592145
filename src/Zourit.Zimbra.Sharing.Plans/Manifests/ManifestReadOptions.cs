using Zourit.Zimbra.Sharing.Plans.Documents;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>How a manifest is read.</summary>
public sealed record ManifestReadOptions
{
    private const long DefaultMaxBytes = 64 * 1024 * 1024;
    private const int DefaultMaxShares = 1_000_000;

    private readonly long _maxBytes = DefaultMaxBytes;
    private readonly int _maxShares = DefaultMaxShares;

    /// <summary>The encoding of CSV files; UTF-8 by default.</summary>
    public TextEncoding Encoding { get; init; }

    /// <summary>The time zone of dates where the manifest names none, by its IANA name: a manifest in CSV cannot.</summary>
    public string? TimeZone { get; init; }

    /// <summary>What manifests may say; null where nothing bounds them.</summary>
    public PlanPolicy? Policy { get; init; }

    /// <summary>The most bytes that a file may have; 64 MiB by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1 or more than 1 GiB.</exception>
    public long MaxBytes
    {
        get => _maxBytes;
        init
        {
            Argument.AtLeast(value, 1);
            Argument.AtMost(value, 1024 * 1024 * 1024);
            _maxBytes = value;
        }
    }

    /// <summary>The most shares that owners, calendars and guests may multiply to; 1,000,000 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MaxShares
    {
        get => _maxShares;
        init
        {
            Argument.AtLeast(value, 1);
            _maxShares = value;
        }
    }
}
