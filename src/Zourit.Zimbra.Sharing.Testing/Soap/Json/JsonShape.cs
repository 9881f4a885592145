using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Json;

/// <summary>
/// What XML does not show and JSON does: which values are numbers or booleans, which elements are single. As the recorded JSON replies
/// have it.
/// </summary>
internal static class JsonShape
{
    private static readonly HashSet<string> Numbers =
    [
        "accessed",
        "attSizeLimit",
        "color",
        "compNum",
        "docSizeLimit",
        "dur",
        "expiry",
        "folderId",
        "guestGrantExpiry",
        "i4ms",
        "i4next",
        "internalGrantExpiry",
        "lifetime",
        "mbxid",
        "ms",
        "n",
        "nextAlarm",
        "num",
        "offset",
        "prevSession",
        "recent",
        "rangeType",
        "rev",
        "rid",
        "s",
        "searchTotal",
        "seq",
        "token",
        "total",
        "u",
        "used",
        "webOfflineSyncDays",
        "stdoff",
        "dayoff",
        "week",
        "wkday",
        "mon",
        "hour",
        "min",
        "sec",
        "appt.d",
        "comp.d",
        "inv.id",
        "m.d",
        "reply.d",
    ];

    private static readonly HashSet<string> Booleans =
    [
        "activeSyncDisabled",
        "activesyncdisabled",
        "adminDelegated",
        "allDay",
        "allow",
        "body",
        "broken",
        "c",
        "cm",
        "deletable",
        "draft",
        "healthy",
        "invalid",
        "isDefaultCos",
        "isExternal",
        "isOrg",
        "isSpellCheckAvailable",
        "isTrackingIMAP",
        "more",
        "neg",
        "neverSent",
        "noBlob",
        "pasteitcleanedEnabled",
        "reminder",
        "rsvp",
    ];

    /// <summary>Names that the rules above would take for a number.</summary>
    private static readonly HashSet<string> Texts = ["a.n"];

    /// <summary>Elements that hold nothing but text and are written like attributes.</summary>
    private static readonly HashSet<string> Plain =
    [
        "accessed",
        "adminDelegated",
        "adminSoapURL",
        "changePasswordURL",
        "Code",
        "content",
        "crumb",
        "fr",
        "id",
        "isTrackingIMAP",
        "lifetime",
        "message",
        "mid",
        "name",
        "pasteitcleanedEnabled",
        "prevSession",
        "publicMailURL",
        "publicURL",
        "recent",
        "rest",
        "soapURL",
        "su",
        "Text",
        "Trace",
        "used",
        "Value",
        "version",
    ];

    private static readonly HashSet<string> Single =
    [
        "acl",
        "action",
        "attrs",
        "Body",
        "change",
        "created",
        "modified",
        "props",
        "refresh",
        "tags",
        "zimlets",
        "childAccounts",
        "Code",
        "context",
        "dataSources",
        "Detail",
        "Error",
        "Header",
        "identities",
        "or",
        "prefs",
        "Reason",
        "session",
        "signatures",
    ];

    public static JsonKind KindOf(string element, string name) =>
        Texts.Contains($"{element}.{name}") ? JsonKind.Text
        : Numbers.Contains(name) || Numbers.Contains($"{element}.{name}") ? JsonKind.Number
        : Booleans.Contains(name) ? JsonKind.Boolean
        : JsonKind.Text;

    public static bool IsPlain(XElement element) =>
        Plain.Contains(element.Name.LocalName) && !element.HasElements && !element.HasAttributes;

    /// <summary>
    /// The one response in the body is single; in a batch responses come in arrays. GetInfo's class of service is single, an
    /// administrator's answer holds a list.
    /// </summary>
    public static bool IsSingle(XElement parent, string name) =>
        Single.Contains(name) || parent.Name.LocalName == "Body" || (name == "cos" && parent.Name.LocalName == "GetInfoResponse");

    public static bool IsKeyValue(XElement element) =>
        element.Name.LocalName is "attr" or "pref" || (element.Name.LocalName == "a" && element.Attribute("name") is not null);
}
