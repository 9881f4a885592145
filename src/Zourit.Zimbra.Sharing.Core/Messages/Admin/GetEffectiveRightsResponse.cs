using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>The answer to a <see cref="GetEffectiveRightsRequest"/>.</summary>
public sealed record GetEffectiveRightsResponse
{
    /// <summary>The administrator, by its primary name.</summary>
    public required string Administrator { get; init; }

    /// <summary>The rights to do something with the entry (<c>right n</c>), e.g. <c>adminLoginAs</c>.</summary>
    public required IReadOnlyList<string> Rights
    {
        get;
        init => field = ContentList.Of(value);
    }

    /// <summary>The attributes that may be set (<c>setAttrs</c>).</summary>
    public IReadOnlyList<string> Settable
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<string>.Empty;

    /// <summary>Whether all attributes may be set (<c>setAttrs all</c>).</summary>
    public bool SetsAll { get; init; }

    /// <summary>The attributes that may be read (<c>getAttrs</c>).</summary>
    public IReadOnlyList<string> Readable
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<string>.Empty;

    /// <summary>Whether all attributes may be read (<c>getAttrs all</c>).</summary>
    public bool ReadsAll { get; init; }

    /// <summary>Whether a right is held: one to do something, or <c>get.TYPE.ATTRIBUTE</c>, <c>set.TYPE.ATTRIBUTE</c>, which also open by
    /// a wider right.</summary>
    /// <param name="right">The right's name.</param>
    public bool Holds(string right)
    {
        Argument.NotNull(right);
        return right.Split('.') switch
        {
            ["set", _, var attribute] => SetsAll || Has(Settable, attribute),
            ["get", _, var attribute] => ReadsAll || SetsAll || Has(Readable, attribute) || Has(Settable, attribute),
            // Who may set a password without its rules may set one that keeps to them.
            _ => Rights.Contains(right) || (right == "changeAccountPassword" && Rights.Contains("setAccountPassword")),
        };
    }

    private static bool Has(IReadOnlyList<string> attributes, string name) => attributes.Contains(name, StringComparer.OrdinalIgnoreCase);
}
