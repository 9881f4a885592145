using System.Security.Cryptography;
using Zourit.Zimbra.Sharing.Plans.Documents;
using Zourit.Zimbra.Sharing.Plans.Shapes;
using Zourit.Zimbra.Sharing.Plans.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>Reads a policy.</summary>
internal static class PolicyReader
{
    private const long MaxBytes = 1024 * 1024;

    public static async Task<ReadOutcome<PlanPolicy>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var errors = new ErrorList();
        try
        {
            return new(await ReadAsync(path, errors, cancellationToken).ConfigureAwait(false), errors.ToSortedList());
        }
        catch (TooManyErrorsException)
        {
            return new(null, errors.ToSortedList());
        }
    }

    private static async Task<PlanPolicy?> ReadAsync(string path, ErrorList errors, CancellationToken cancellationToken)
    {
        MapNode? map = await ManifestFiles.ReadDocumentAsync(path, MaxBytes, errors, cancellationToken).ConfigureAwait(false);
        if (map is null)
        {
            return null;
        }

        _ = new ShapeCheck(errors).IsOfShape(map, ManifestShapes.Policy);
        byte[] hash = SHA256.HashData(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));
        return Read(map, path, Convert.ToHexStringLower(hash), new ValueReader(null, errors));
    }

    private static PlanPolicy Read(MapNode map, string path, string hash, ValueReader values)
    {
        string[] approve = [.. map.Texts("approve").Select(text => text.Text)];
        return new(path)
        {
            Owners = Patterns(map, "owners", values),
            MaxRights = map.Text("rights") is { } rights ? values.Rights(rights) : null,
            Guests = Patterns(map, "guests", values),
            AllowsPublic = map["public"] is null || map.IsTrue("public"),
            AllowsUsers = map["users"] is null || map.IsTrue("users"),
            AllowsAccounts = map["accounts"] is null || map.IsTrue("accounts"),
            AllowsNotes = map["notes"] is null || map.IsTrue("notes"),
            Limits = LimitsReader.Read(map.Map("limits")),
            ApprovesPublic = approve.Contains("public"),
            ApprovesWrite = approve.Contains("write"),
            ApprovesAccounts = approve.Contains("account"),
            Hash = hash,
            Places = map.Entries.ToDictionary(entry => entry.Key, entry => entry.At),
        };
    }

    private static IReadOnlyList<GlobPattern>? Patterns(MapNode map, string key, ValueReader values) =>
        map[key] is null ? null : [.. map.Texts(key).Select(values.Pattern).OfType<GlobPattern>()];
}
