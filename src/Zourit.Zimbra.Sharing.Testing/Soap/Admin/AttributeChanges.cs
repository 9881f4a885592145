using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>
/// Reads <c>&lt;a n="…"&gt;</c> lists and applies them: empty removes, <c>+name</c> and <c>-name</c> change single values.
/// </summary>
internal static class AttributeChanges
{
    private static readonly string[] Immutable = ["uid", "zimbraMailAlias", "zimbraMailDeliveryAddress", "zimbraId"];

    /// <summary>The attributes that a request sets or changes.</summary>
    public static IEnumerable<string> Names(XElement request) => request.All("a").Select(a => (a.Attr("n") ?? "").TrimStart('+', '-'));

    public static void Apply(XElement request, AttributeBag attributes)
    {
        var changes = request.All("a").Select(a => (Name: a.Attr("n") ?? throw SoapFault.MissingAttribute("n"), a.Value)).ToList();
        foreach ((string name, string value) in changes)
        {
            string bare = name.TrimStart('+', '-');
            if (Immutable.Contains(bare, StringComparer.OrdinalIgnoreCase))
            {
                throw SoapFault.Invalid($"{bare} is immutable");
            }

            AttributeSyntax.Check(bare, value);
        }

        foreach (
            IGrouping<string, string> change in changes.GroupBy(
                change => change.Name,
                change => change.Value,
                StringComparer.OrdinalIgnoreCase
            )
        )
        {
            foreach (string value in change.Where(_ => change.Key[0] is '+' or '-'))
            {
                if (change.Key[0] == '+')
                {
                    attributes.Add(change.Key[1..], value);
                }
                else
                {
                    attributes.Remove(change.Key[1..], value);
                }
            }

            if (change.Key[0] is not ('+' or '-'))
            {
                attributes.Set(change.Key, change);
            }
        }

        // The name that the directory sorts by follows the one that people see (recordings 09-01, 09-14).
        if (
            changes.Find(change => change.Name == "displayName").Value is { Length: > 0 } shown
            && !changes.Exists(change => change.Name == "cn")
        )
        {
            attributes["cn"] = shown;
        }

        // Without a calendar there is no group calendar (recording 10-19).
        if (changes.Exists(change => change is { Name: "zimbraFeatureCalendarEnabled", Value: "FALSE" }))
        {
            attributes["zimbraFeatureGroupCalendarEnabled"] = "FALSE";
        }

        // A closed or pending account gets no mail; any other status brings its mail back.
        if (changes.Find(change => change.Name == "zimbraAccountStatus").Value is { } status)
        {
            bool shut = status is "closed" or "pending";
            attributes["zimbraMailStatus"] =
                shut ? "disabled"
                : changes.Exists(change => change.Name == "zimbraMailStatus") ? attributes["zimbraMailStatus"]
                : "enabled";
        }
    }
}
