using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Documents;

/// <summary>All errors found so far.</summary>
internal sealed class ErrorList
{
    private readonly List<ManifestError> _errors = [];

    public int Count => _errors.Count;

    public void Add(ManifestErrorCode code, SourceLocation at, LocalizedText text, SourceLocation? other = null) =>
        _errors.Add(
            new()
            {
                Code = code,
                Location = at,
                Text = text,
                Other = other,
            }
        );

    public void Add(ManifestError error) => _errors.Add(error);

    /// <summary>The errors file by file as they were first met, in the order of the lines.</summary>
    public IReadOnlyList<ManifestError> ToSortedList()
    {
        List<string> files = [.. _errors.Select(error => error.Location.File).Distinct()];
        return
        [
            .. _errors
                .OrderBy(error => files.IndexOf(error.Location.File))
                .ThenBy(error => error.Location.Line)
                .ThenBy(error => error.Location.Column),
        ];
    }
}
