using System.Text.Json;
using System.Text.Json.Nodes;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;

namespace Zourit.Zimbra.Sharing.Plans.Rendering;

/// <summary>The JSON Schema of the lines of a saved plan: what <see cref="PlanJson"/> writes.</summary>
internal static class PlanSchema
{
    private const string Id = "https://raw.githubusercontent.com/zourit/Zourit.Zimbra.Sharing/main/docs/plans/plan.schema.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    public static string Whole =>
        new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = Id,
            ["description"] = "A line of a saved plan.",
            ["anyOf"] = new JsonArray(Header(), Change(), Owner(), LeavingGuest(), Summary()),
        }.ToJsonString(Indented) + "\n";

    private static JsonObject Header() =>
        Line(
            "version",
            "The first line of a plan.",
            new()
            {
                ["version"] = new JsonObject { ["const"] = PlanJson.Version },
                ["createdAt"] = Moment(),
                ["manifest"] = Text("the manifest's hash"),
                ["policy"] = MayBeNull("the policy's hash"),
                ["server"] = MayBeNull("the server that it was made from"),
                ["actor"] = MayBeNull("who made it"),
                ["reference"] = MayBeNull("why it was made"),
                ["leavers"] = Word<LeaverMode>("what becomes of accounts of guests with whom nothing is shared any more"),
                ["directoryOnly"] = Truth("made from the directory alone: it cannot be applied"),
                ["scope"] = Scope(),
                ["limits"] = Limits("the manifest's limits"),
                ["raisedLimits"] = Limits("limits in their place"),
                ["timezone"] = MayBeNull("the time zone in which ends are shown"),
            }
        );

    private static JsonObject Change() =>
        Line(
            "change",
            "A share that would change.",
            new()
            {
                ["id"] = Text("the same in every plan that has the change"),
                ["owner"] = Text("the owner's address"),
                ["ownerId"] = MayBeNull("the owner's account id"),
                ["calendar"] = Text("the calendar's path"),
                ["folderId"] = MayBeNull("the folder's id in the owner's mailbox"),
                ["folderUuid"] = MayBeNull("the folder's UUID"),
                ["grantee"] = Map(
                    new()
                    {
                        ["kind"] = new JsonObject { ["enum"] = new JsonArray("guest", "user", "public") },
                        ["name"] = Text("the address"),
                        ["id"] = MayBeNull("the account's id"),
                    }
                ),
                ["action"] = Word<ChangeAction>("what is done"),
                ["before"] = Value("as it is"),
                ["after"] = Value("as it will be"),
                ["mail"] = Truth("the server mails about it"),
                ["note"] = MayBeNull("the text in the mail"),
                ["ensuresMail"] = Truth("mails whom nobody mailed"),
                ["reason"] = Word<ChangeReason>("why"),
                ["needsApproval"] = Truth("waits for approval"),
                ["unverified"] = Truth("only the directory says what there is"),
                ["warnings"] = Texts("what is worth knowing"),
            },
            Place()
        );

    private static JsonObject Owner() =>
        Line(
            "owner",
            "An owner, after the changes.",
            new()
            {
                ["owner"] = Text("the owner's address"),
                ["aliases"] = List(Text("another address by which the manifest names the account")),
                ["id"] = MayBeNull("the account's id"),
                ["fingerprint"] = MayBeNull("the hash of what there is"),
                ["fromDirectory"] = Truth("the directory alone was asked"),
                ["existing"] = Number("shares that there are"),
                ["unchanged"] = Number("shares that remain as they are"),
                ["unresolved"] = Truth("there is no such account"),
                ["transient"] = Truth("the same may succeed later by itself"),
                ["failure"] = Texts("why nothing is known of the owner; empty where it is"),
                ["warnings"] = Texts("what is worth knowing"),
                ["problems"] = List(Map(new() { ["text"] = Texts("what is wrong with a line of the manifest") }, Place())),
            }
        );

    private static JsonObject LeavingGuest() =>
        Line(
            "leavingGuest",
            "The account of a guest whose last share goes, or has gone.",
            new()
            {
                ["domain"] = Text("the owners' domain"),
                ["guest"] = Text("the guest's address"),
                ["action"] = Word<LeaverAction>("what becomes of it"),
                ["reason"] = Texts("why"),
            },
            Place()
        );

    private static JsonObject Summary() =>
        Line(
            "summary",
            "The plan in numbers; the last line.",
            new()
            {
                ["created"] = Number("new shares"),
                ["changed"] = Number("changed shares"),
                ["removed"] = Number("removed shares"),
                ["mails"] = Number("mails"),
                ["accounts"] = Number("accounts of guests that are made, or given a calendar"),
                ["endedAccounts"] = Number("accounts of guests that are suspended or deleted"),
                ["takenAway"] = Number("removals, fewer rights and earlier ends"),
                ["takenAwayLimit"] = Number("how many of them may be"),
                ["existing"] = Number("shares that there are"),
                ["unchanged"] = Number("shares that remain as they are"),
                ["unknownOwners"] = Number("owners of whom nothing is known"),
                ["problems"] = Number("lines that cannot be carried out"),
                ["postponed"] = Number("changes that wait for approval"),
                ["warnings"] = Texts("what is worth knowing of the plan as a whole"),
                ["breaches"] = List(
                    Map(
                        new()
                        {
                            ["limit"] = Word<PlanLimit>("the limit that is exceeded"),
                            ["subject"] = MayBeNull("the domain or owner; null for the plan as a whole"),
                            ["count"] = Number("how many there are"),
                            ["allowed"] = Number("how many are allowed"),
                            ["of"] = Number("shares that there are"),
                        }
                    )
                ),
            }
        );

    private static JsonObject Line(string type, string about, JsonObject fields, JsonObject? optional = null)
    {
        JsonObject line = Map(fields, optional);
        line.Insert(0, "description", about);
        line["properties"]!.AsObject().Insert(0, "type", new JsonObject { ["const"] = type });
        line["required"]!.AsArray().Insert(0, "type");
        return line;
    }

    private static JsonObject Map(JsonObject fields, JsonObject? optional = null)
    {
        JsonArray required = [.. fields.Select(field => (JsonNode)field.Key)];
        foreach ((string name, JsonNode? field) in optional ?? [])
        {
            fields[name] = field!.DeepClone();
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = fields,
            ["required"] = required,
        };
    }

    private static JsonObject Place() =>
        new()
        {
            ["file"] = Text("the file that asks for it; missing where none does"),
            ["line"] = Number("its line"),
            ["column"] = Number("its column"),
        };

    private static JsonObject Value(string about)
    {
        JsonObject value = Map(new() { ["rights"] = Text("the rights' letters"), ["expires"] = MayBeNull("the end") });
        value["type"] = new JsonArray("object", "null");
        value.Insert(0, "description", about);
        return value;
    }

    private static JsonObject Scope()
    {
        JsonObject scope = Map(
            new()
            {
                ["owners"] = List(Text("a pattern of owners' addresses")),
                ["calendars"] = List(Text("a pattern of paths")),
                ["kinds"] = List(new() { ["enum"] = new JsonArray("guest", "user", "public") }),
            }
        );
        scope["type"] = new JsonArray("object", "null");
        scope.Insert(0, "description", "what pruning may touch");
        return scope;
    }

    private static JsonObject Limits(string about) =>
        new()
        {
            ["description"] = about,
            ["type"] = "object",
            ["additionalProperties"] = Text("a number or a percentage"),
        };

    private static JsonObject Text(string about) => Of("string", about);

    private static JsonObject Number(string about) => Of("integer", about);

    private static JsonObject Truth(string about) => Of("boolean", about);

    private static JsonObject Of(string type, string about) => new() { ["description"] = about, ["type"] = type };

    private static JsonObject MayBeNull(string about) => new() { ["description"] = about, ["type"] = new JsonArray("string", "null") };

    private static JsonObject Moment() => new() { ["type"] = "string", ["format"] = "date-time" };

    private static JsonObject Word<T>(string about)
        where T : struct, Enum =>
        new()
        {
            ["description"] = about,
            ["enum"] = new JsonArray([.. Enum.GetValues<T>().Select(value => (JsonNode)PlanWords.Of(value))]),
        };

    private static JsonObject List(JsonObject item) => new() { ["type"] = "array", ["items"] = item };

    private static JsonObject Texts(string about)
    {
        JsonObject list = List(new() { ["type"] = "object", ["additionalProperties"] = Of("string", "the text in a language") });
        list.Insert(0, "description", about);
        return list;
    }
}
