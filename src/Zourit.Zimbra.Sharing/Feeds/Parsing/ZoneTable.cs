namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>
/// The time zones of a feed by TZID. The feed's own VTIMEZONE decides. Where it agrees today with the IANA zone of the same name that one
/// is used, since Zimbra's definitions pretend that the rules of today have always held.
/// </summary>
internal sealed class ZoneTable(IReadOnlyDictionary<string, string> definitions, IcsZone local, DateTimeOffset now)
{
    private const int ProbesPerYear = 73;

    private readonly Dictionary<string, (IcsZone? Zone, string? Problem)> _found = new(StringComparer.Ordinal);

    /// <summary>The zone of dates and of times without zone.</summary>
    public IcsZone Local { get; } = local;

    /// <exception cref="FormatException">The zone is neither defined in the feed nor known.</exception>
    public IcsZone Find(string name)
    {
        if (!_found.TryGetValue(name, out (IcsZone? Zone, string? Problem) found))
        {
            // A failure is kept too: every event of the feed may name the same bad zone.
            _found.Add(name, found = TryResolve(name));
        }

        return found.Zone ?? throw new FormatException(found.Problem);
    }

    private (IcsZone? Zone, string? Problem) TryResolve(string name)
    {
        try
        {
            return (Resolve(name), null);
        }
        catch (FormatException e)
        {
            return (null, e.Message);
        }
    }

    private IcsZone Resolve(string name)
    {
        IanaZone? iana = IanaZone.Find(name.TrimStart('/'));
        if (!definitions.TryGetValue(name, out string? definition))
        {
            return iana ?? throw new FormatException($"its time zone '{name}' is neither defined in the feed nor known");
        }

        try
        {
            DefinedZone defined = ZoneDefinition.Parse(definition);
            return iana is not null && Agree(iana, defined) ? iana : defined;
        }
        catch (FormatException) when (iana is not null)
        {
            return iana;
        }
        catch (FormatException e)
        {
            throw new FormatException($"its time zone '{name}' is not understood: {e.Message}", e);
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
