using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>
/// The time zones of a feed by TZID. The feed's own VTIMEZONE decides. Where it agrees today with the IANA zone of the same name that one
/// is used, since Zimbra's definitions pretend that the rules of today have always held; so it is where the definition covers some years
/// only.
/// </summary>
internal sealed class ZoneTable(
    IReadOnlyDictionary<string, string> definitions,
    IcsZone local,
    DateTimeOffset now,
    Action<LocalizedText>? problems = null
)
{
    private const int ProbesPerYear = 73;
    private const int MostFound = 1_000;

    private readonly Dictionary<string, (IcsZone? Zone, LocalizedText? Problem)> _found = new(StringComparer.Ordinal);

    /// <summary>The zone of dates and of times without zone.</summary>
    public IcsZone Local { get; } = local;

    /// <exception cref="UnreadableException">The zone is neither defined in the feed nor known.</exception>
    public IcsZone Find(string name)
    {
        if (!_found.TryGetValue(name, out (IcsZone? Zone, LocalizedText? Problem) found))
        {
            if (_found.Count >= MostFound)
            {
                _found.Clear();
            }

            // A failure is kept too: every event of the feed may name the same bad zone.
            _found.Add(name, found = TryResolve(name));
        }

        return found.Zone ?? throw new UnreadableException(found.Problem!);
    }

    private (IcsZone? Zone, LocalizedText? Problem) TryResolve(string name)
    {
        try
        {
            return (Resolve(name), null);
        }
        catch (UnreadableException e)
        {
            return (null, e.Reason);
        }
    }

    private IcsZone Resolve(string name)
    {
        IanaZone? iana = IanaZone.Find(name);

        // A definition's name is a value and may be escaped; a parameter holds it plain, but not by everybody.
        if (!definitions.TryGetValue(name, out string? definition) && !definitions.TryGetValue(IcsText.Unescape(name), out definition))
        {
            return iana ?? throw new UnreadableException(UnreadableZoneTexts.Unknown(name));
        }

        try
        {
            DefinedZone defined = ZoneDefinition.Parse(definition);
            return iana is not null && (!defined.IsComplete || Agree(iana, defined)) ? iana : defined;
        }
        catch (UnreadableException e)
        {
            iana ??= ZoneDefinition.Value(definition, "X-LIC-LOCATION") is { } place ? IanaZone.Find(place) : null;
            if (iana is null)
            {
                throw new UnreadableException(UnreadableZoneTexts.NotUnderstood(name, e.Reason), e);
            }

            problems?.Invoke(ProblemTexts.ZoneIgnored(name, e.Reason));
            return iana;
        }
    }

    private bool Agree(IcsZone one, IcsZone other)
    {
        for (int probe = 0; probe < ProbesPerYear; probe++)
        {
            DateTimeOffset moment = now.AddDays(probe * 5);
            if (one.Wall(moment) != other.Wall(moment))
            {
                return false;
            }
        }

        return true;
    }
}
