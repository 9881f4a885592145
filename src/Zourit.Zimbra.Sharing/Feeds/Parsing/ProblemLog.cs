using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>What of a feed could not be read; bounded, since a hostile feed may be nothing but problems.</summary>
internal sealed class ProblemLog(IEnumerable<FeedProblem> known)
{
    private const int Most = 10_000;

    private readonly List<FeedProblem> _problems = [.. known];
    private int _more;

    public void Add(string? uid, LocalizedText message)
    {
        if (_problems.Count < Most)
        {
            _problems.Add(new FeedProblem { Uid = uid, Message = message });
        }
        else
        {
            _more++;
        }
    }

    public IReadOnlyList<FeedProblem> ToList() =>
        _more == 0 ? _problems : [.. _problems, new FeedProblem { Message = ProblemTexts.MoreProblems(_more) }];
}
