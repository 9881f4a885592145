using System.Diagnostics.CodeAnalysis;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>A calendar that anybody can read without signing in. Nobody is mailed about it.</summary>
public sealed record PublicShare : CalendarShare
{
    /// <summary>A share made by hand, e.g. in a test of a program that shows shares.</summary>
    public PublicShare() { }

    [SetsRequiredMembers]
    internal PublicShare(ShareFacts facts)
        : base(facts) { }
}
