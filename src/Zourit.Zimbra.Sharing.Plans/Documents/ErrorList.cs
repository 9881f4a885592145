using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Documents;

/// <summary>The errors found so far, up to a number of them.</summary>
internal sealed class ErrorList
{
    /// <summary>How many are listed; one more says that there are others.</summary>
    public const int Most = 1_000;

    private readonly List<ManifestError> _errors = [];
    private readonly HashSet<SourceLocation> _invalid = [];
    private ManifestError? _last;

    public int Count => _errors.Count;

    /// <exception cref="TooManyErrorsException">As many are listed already.</exception>
    public void Add(ManifestErrorCode code, SourceLocation at, LocalizedText text, SourceLocation? other = null) =>
        Add(
            new()
            {
                Code = code,
                Location = at,
                Text = text,
                Other = other,
            }
        );

    /// <exception cref="TooManyErrorsException">As many are listed already.</exception>
    public void Add(ManifestError error)
    {
        if (IsSaid(error))
        {
            return;
        }

        if (_errors.Count == Most)
        {
            _last ??= new()
            {
                Code = ManifestErrorCode.TooManyErrors,
                Location = error.Location,
                Text = DocumentTexts.TooManyErrors(Most),
            };
            throw new TooManyErrorsException();
        }

        _errors.Add(error);
    }

    // A value that has not the shape that its key wants is not read as something else, too: one error says what to write.
    private bool IsSaid(ManifestError error) => error.Code == ManifestErrorCode.InvalidValue && !_invalid.Add(error.Location);

    /// <summary>
    /// The errors file by file as they were first met, in the order of the lines; at the end the one that says that there are more.
    /// </summary>
    public IReadOnlyList<ManifestError> ToSortedList()
    {
        List<string> files = [.. _errors.Select(error => error.Location.File).Distinct()];
        return
        [
            .. _errors
                .OrderBy(error => files.IndexOf(error.Location.File))
                .ThenBy(error => error.Location.Line)
                .ThenBy(error => error.Location.Column),
            .. _last is { } last ? new[] { last } : [],
        ];
    }
}
