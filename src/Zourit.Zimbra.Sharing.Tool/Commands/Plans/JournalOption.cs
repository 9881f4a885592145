using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Help;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary>--journal: <see cref="ApplyJournal"/>.</summary>
internal static class JournalOption
{
    public static TextOption New() =>
        new(
            "--journal",
            "FILE",
            Sentence.Of($"what earlier runs did, so that nobody is mailed twice", $"ce que les passages précédents ont fait")
        );

    public static async Task<ApplyJournal?> OpenAsync(string? path, CancellationToken cancellationToken) =>
        path is null ? null : await ApplyJournal.OpenAsync(path, options: null, cancellationToken);
}
