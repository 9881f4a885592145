using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Planning;

/// <summary>Plans of manifests that are written in a test.</summary>
internal static class PlanOf
{
    public static FakeTimeProvider Clock { get; } = new(DateTimeOffset.Parse("2026-12-01T10:00:00Z", null));

    public static async Task<Manifest> ManifestAsync(string shares, string settings = "", ManifestReadOptions? options = null)
    {
        using var files = new Files();
        string lines = string.Concat(
            shares.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => $"  - {{ {line} }}\n")
        );
        return (
            await files.ReadAsync(
                $"version: 1\ntimezone: Europe/Paris\n{settings}\n{(lines.Length == 0 ? "shares: []" : $"shares:\n{lines}")}",
                options: options
            )
        ).ValueOrThrow();
    }

    public static async Task<SharingPlan> SharesAsync(
        Owners owners,
        string shares,
        string settings = "",
        PlanOptions? options = null,
        ManifestReadOptions? reading = null
    ) =>
        await new SharingPlanner(owners).PlanAsync(
            await ManifestAsync(shares, settings, reading),
            (options ?? new()) with
            {
                TimeProvider = Clock,
            },
            Files.Token
        );

    /// <summary>The changes in one line each.</summary>
    public static string[] Lines(this SharingPlan plan) =>
        [
            .. plan.Changes.Select(change =>
                $"{change.Action} {change.Calendar} {change.Grantee.Name} "
                + $"{change.Before?.Rights}>{change.After?.Rights}{(change.Mail ? " mail" : "")}"
            ),
        ];
}
