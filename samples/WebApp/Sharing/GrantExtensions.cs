using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Values;

namespace WebApp.Sharing;

/// <summary>Grants as the page and its forms name them.</summary>
internal static class GrantExtensions
{
    extension(CalendarGrant share)
    {
        /// <summary>The grantee's address, or id; null for the public.</summary>
        public string? Name => share.Grantee.Name ?? share.Grantee.Id;

        /// <summary>The name as a form sends it: empty for the public.</summary>
        public string Key => share.Name ?? "";

        /// <summary>Grants to everybody who is signed in, to domains and to classes of service are the web client's matter.</summary>
        public bool CanBeRevokedHere =>
            share.Grantee.Type is GranteeType.Guest or GranteeType.User or GranteeType.Group or GranteeType.Public;

        /// <summary>The share as an item of a list of revocations.</summary>
        public ShareItem ToItem(string calendar) =>
            share.Grantee.Type switch
            {
                GranteeType.Public => new PublicShareItem { Calendar = calendar },
                GranteeType.Guest => new GuestShareItem { Calendar = calendar, Guest = share.Key },
                _ => new UserShareItem { Calendar = calendar, User = share.Key },
            };
    }
}
