using Zourit.Zimbra.Sharing.Guides.Wording;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guides.Documents;

/// <summary>Chooses what a subscriber must know, and says it in the words of one language.</summary>
internal sealed class LeafletWriter
{
    private readonly Subscription _subscription;
    private readonly Phrases _phrases;
    private readonly SubscriberPhrases _subscriber;
    private readonly IcsAddress _address;
    private readonly string _server;
    private readonly string _owner;
    private readonly string _calendar;
    private readonly Template _template;

    public LeafletWriter(Subscription subscription, Phrases phrases)
    {
        _subscription = subscription;
        _phrases = phrases;
        _subscriber = phrases.Subscribers[subscription.Subscriber.Kind];
        _address = subscription.BestAddress;
        _server = subscription.CalDavAddress?.ServerRoot.AbsoluteUri ?? "";
        _owner = OneLine(subscription.OwnerName, _address.Account);
        _calendar = OneLine(subscription.CalendarName, _address.Path.Name);
        string user = subscription.Subscriber.UserName ?? "";
        _template = new Template(
            new Dictionary<string, Span>
            {
                ["address"] = Literal(_address.ToString()),
                ["announced"] = Literal(subscription.Address.ToString()),
                ["server"] = Literal(_server),
                ["user"] = user.Length > 0 ? Literal(user) : Name(phrases.OwnAccount),
                ["calendar"] = Name(_calendar),
                ["owner"] = Name(_owner),
                ["contact"] = Name(OneLine(subscription.Contact, _address.Account)),
                ["domain"] = Name(user[(user.IndexOf('@', StringComparison.Ordinal) + 1)..]),
                ["ends"] = Name(subscription.Expiry is { } end ? phrases.Day(end) : ""),
                ["link"] = new Span(SpanKind.Link, subscription.PersonalLink?.Uri.ToString() ?? ""),
                ["linkends"] = Name(subscription.PersonalLink?.Expiry is { } linkEnd ? phrases.Day(linkEnd) : ""),
            }
        );
    }

    public Leaflet Write() =>
        new()
        {
            Language = _phrases.Language,
            CalendarName = _calendar,
            OwnerName = _owner,
            Title = Say(_phrases.Title),
            Lead = Say(_subscriber.Lead),
            FactsHeading = Text(_phrases.FactsHeading),
            Facts = [.. Facts()],
            WarningLabel = Text(_phrases.WarningLabel),
            Warnings = [.. Warnings().Select(Say)],
            Preparations = [.. Preparations()],
            ProgramsHeading = Text(_phrases.ProgramsHeading),
            ProgramsIntro = Text(_phrases.ProgramsIntro),
            Programs = [.. _phrases.Programs.Select(Program)],
            Endings = [.. Endings()],
            Address = _subscription.IsForWriting ? _server : _address.ToString(),
            QrCaption = Text(_phrases.QrCaption),
            QrAlternative = Text(_phrases.QrAlternative),
            CannotMark = Text(_phrases.CannotMark),
            ProfileLabel = Text(_subscription.IsForWriting ? _phrases.AccountProfileLabel : _phrases.ProfileLabel),
            ProfileDescription = Text(_phrases.ProfileDescription),
        };

    private IEnumerable<Fact> Facts()
    {
        if (_subscription.IsForWriting)
        {
            yield return Fact(_phrases.ServerLabel, "{server}");
            yield return Fact(_phrases.ReadingLabel, "{address}");
        }
        else
        {
            yield return Fact(_phrases.AddressLabel, "{address}");
        }

        if (_subscription.Subscriber.SignsIn)
        {
            yield return Fact(_phrases.UserLabel, "{user}");
        }

        yield return Fact(_phrases.PasswordLabel, _subscriber.Password);
        if (_subscription.Expiry is not null)
        {
            yield return Fact(_phrases.EndsLabel, "{ends}");
        }

        yield return Fact(_phrases.ContactLabel, "{contact}");
    }

    private IEnumerable<string> Warnings()
    {
        bool isPublic = !_subscription.Subscriber.SignsIn;
        if (!_address.IsEncrypted)
        {
            yield return isPublic ? _phrases.ReadingInClear : _phrases.PasswordInClear;
        }
        else if (!_subscription.Address.IsEncrypted)
        {
            yield return _phrases.UseEncrypted;
        }

        if (isPublic)
        {
            yield return _phrases.Public;
            yield return _phrases.AnyPassword;
        }

        if (_subscription.IsForWriting && _subscription.Permissions.Includes(Permissions.Delete))
        {
            yield return _phrases.CanDelete;
        }
        else if (_subscription.IsForWriting && _subscription.Permissions.Includes(Permissions.Write))
        {
            yield return _phrases.CanRename;
        }
    }

    private IEnumerable<Section> Preparations()
    {
        if (_subscriber.Heading.Length == 0)
        {
            yield break;
        }

        List<string> steps = [.. _subscriber.Steps],
            notes = [.. _subscriber.Notes];
        if (_subscription.Subscriber.Kind == SubscriberKind.Guest)
        {
            steps.Insert(0, _subscription.PersonalLink is null ? _phrases.OpenMail : _phrases.OpenLink);
            if (_subscription.PersonalLink?.Expiry is not null)
            {
                notes.Insert(0, _phrases.LinkEnds);
            }
        }

        yield return new Section("first", Text(_subscriber.Heading)) { Steps = Say(steps), Notes = Say(notes) };
    }

    private Section Program(ProgramPhrases program)
    {
        Advice? writing = _subscription.IsForWriting ? _phrases.Writing.GetValueOrDefault(program.Id) : null;
        Advice advice = writing ?? (_subscription.Subscriber.SignsIn ? program.SignIn : program.Open);
        IEnumerable<string> notes =
            writing is null
            && (_server.Length > 0 || _subscription.Subscriber.Kind == SubscriberKind.GuestWithGrantPassword)
            && program.Also.TryGetValue(_subscription.Subscriber.Kind, out string? also)
            && _subscription.Subscriber.UserName is not null
                ? [.. advice.Notes, also]
                : advice.Notes;
        return new Section(program.Id, Text(program.Heading))
        {
            Intro = Say(advice.Intro),
            Steps = Say(advice.Steps),
            Notes = Say(notes),
            Impossible = advice.Impossible,
            OffersProfile = writing?.OffersProfile ?? program.OffersProfile,
        };
    }

    private IEnumerable<Section> Endings()
    {
        yield return new Section("know", Text(_phrases.KnowHeading)) { Notes = Say(Know()) };
        yield return new Section("trouble", Text(_phrases.TroubleHeading))
        {
            Notes = Say(
                _subscription.IsForWriting ? _phrases.WritingTrouble
                : _subscription.Subscriber.SignsIn ? _phrases.Trouble
                : _phrases.PublicTrouble
            ),
        };
    }

    private IEnumerable<string> Know()
    {
        IEnumerable<string> know = _subscription.IsForWriting ? _phrases.KnowWriting : _phrases.Know;
        if (_subscription.IsForWriting && !_subscription.Permissions.Includes(Permissions.Delete))
        {
            know = know.Append(_phrases.CannotDelete);
        }

        return _subscription.Expiry is null ? know : know.Append(_phrases.KnowEnds);
    }

    private Fact Fact(string label, string value) => new(Text(label), Say(value));

    private IReadOnlyList<Span> Say(string sentence) => _template.Fill(_phrases.Typography(sentence));

    private IReadOnlyList<IReadOnlyList<Span>> Say(IEnumerable<string> sentences) => [.. sentences.Select(Say)];

    private string Text(string sentence) => Span.Flat(Say(sentence));

    private static Span Literal(string text) => new(SpanKind.Literal, text);

    private static Span Name(string text) => new(SpanKind.Name, text);

    private static string OneLine(string? given, string otherwise)
    {
        string name = Template.OneLine(given ?? "");
        return name.Length > 0 ? name : otherwise;
    }
}
