namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>The ids under which the server knows grantees that are nobody in particular (<c>zid</c> of a revocation).</summary>
public static class WellKnownGrantee
{
    /// <summary>The id of the public (<c>pub</c>).</summary>
    public const string Public = "99999999-9999-9999-9999-999999999999";

    /// <summary>The id of everybody who is signed in (<c>all</c>).</summary>
    public const string AllAuthenticated = "00000000-0000-0000-0000-000000000000";
}
