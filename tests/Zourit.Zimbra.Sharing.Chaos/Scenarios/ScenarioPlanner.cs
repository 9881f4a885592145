using Zourit.Zimbra.Sharing.Chaos.Faults;

namespace Zourit.Zimbra.Sharing.Chaos.Scenarios;

/// <summary>Draws a scenario from its seed.</summary>
internal sealed class ScenarioPlanner
{
    private readonly int _seed;
    private readonly Dice _dice;
    private readonly Dice _closures;
    private readonly List<PlannedDomain> _domains = [];
    private readonly List<PlannedOwner> _owners = [];
    private readonly List<(string Name, string Password)> _accounts = [];
    private readonly Dictionary<Cell, GrantState> _standing = [];
    private readonly List<Cell> _invited = [];
    private readonly List<(string Mail, string Domain)> _closedGuests = [];
    private readonly CallerDrafts _callers;

    private ScenarioPlanner(int seed)
    {
        _seed = seed;
        _dice = new Dice(seed, "people");
        _closures = new Dice(seed, "closures");
        _callers = new CallerDrafts(seed);
    }

    public static Scenario Plan(int seed) => new ScenarioPlanner(seed).Run();

    private Scenario Run()
    {
        DrawPeople();
        Cell open = new(_owners[0].Name, "/open", GranteeKind.Everybody, "");
        _standing[open] = new GrantState("r", 0, null);
        _standing[new Cell(_owners[0].Name, "/open", GranteeKind.Guest, "bystander@elsewhere.example")] = new GrantState(
            "r",
            0,
            _dice.Word("PwStand")
        );
        DrawCallers();
        DrawShares();
        DrawGuestAccounts();
        DrawReading(open);
        IReadOnlyList<PlannedGuest> guests = DrawGuests();
        CappedCalendar? capped = DrawAside();
        return new Scenario
        {
            Seed = _seed,
            InTurns = _seed % 4 != 0,
            AdminPassword = _dice.Word("PwAdmin"),
            ProvisioningKey = _dice.Hex(64),
            Domains = _domains,
            Owners = _owners,
            Accounts = _accounts,
            Standing = _standing,
            ClosedGuests = _closedGuests,
            Guests = guests,
            Capped = capped,
            Open = (open, _dice.Between(1, 5)),
            AccessKey = _dice.Word("KeyAccess"),
            Invited = _invited,
            Callers = _callers.Finish(),
            Faults = guests.Count > 0 ? FaultPlan.DrawForGuests(_seed) : FaultPlan.Draw(_seed),
        };
    }

    private void DrawPeople()
    {
        for (int number = 0; number < _dice.Between(1, 2); number++)
        {
            _domains.Add(new PlannedDomain($"club{number}.test", _dice.Hex(64)));
        }

        int owners = Math.Max(_domains.Count, _dice.Between(1, 3));
        for (int number = 0; number < owners; number++)
        {
            string domain = _domains[number % _domains.Count].Name;
            List<string> calendars = [.. Enumerable.Range(0, _dice.Between(1, 2)).Select(calendar => $"/cal{number}x{calendar}")];
            _owners.Add(
                new PlannedOwner(
                    $"owner{number}@{domain}",
                    domain,
                    _dice.Word("PwOwner"),
                    calendars,
                    SavesSent: !_dice.Chance(10),
                    _dice.Pick(["en", "fr"])
                )
            );
        }

        _accounts.AddRange(_domains.Select((domain, number) => ($"user{number}@{domain.Name}", _dice.Word("PwUser"))));
    }

    private void DrawCallers()
    {
        foreach (PlannedOwner owner in _owners)
        {
            if (_dice.Chance(70))
            {
                _callers.Add(_dice.Pick([LoginKind.Password, LoginKind.PasswordCallback, LoginKind.Preauth]), owner.Name);
            }
        }

        for (int number = 0; number < _dice.Between(1, 2); number++)
        {
            _callers.Add(LoginKind.Administrator, "");
        }
    }

    private void DrawShares()
    {
        foreach (PlannedOwner owner in _owners)
        {
            foreach (string calendar in owner.Calendars)
            {
                foreach (Cell cell in DrawGrantees(owner, calendar))
                {
                    DrawScript(cell);
                }
            }
        }
    }

    private IEnumerable<Cell> DrawGrantees(PlannedOwner owner, string calendar)
    {
        foreach (int guest in _dice.Shuffled(Enumerable.Range(0, 5)).Take(_dice.Between(1, 4)))
        {
            yield return new Cell(owner.Name, calendar, GranteeKind.Guest, $"guest{guest}@mail{guest}.example");
        }

        if (_dice.Chance(30))
        {
            yield return new Cell(owner.Name, calendar, GranteeKind.Account, _dice.Pick(_accounts).Name);
        }

        if (_dice.Chance(25))
        {
            yield return new Cell(owner.Name, calendar, GranteeKind.Everybody, "");
        }
    }

    private void DrawScript(Cell cell)
    {
        if (_dice.Chance(30))
        {
            _standing[cell] = new GrantState(
                cell.Kind == GranteeKind.Everybody ? "r" : _dice.Pick(["r", "rwidx"]),
                cell.Kind == GranteeKind.Guest && _dice.Chance(30) ? ScriptPlanner.Day(_dice.Between(1, 300)) : 0,
                Secret(cell)
            );
        }

        IReadOnlyList<Step> script = new ScriptPlanner(_dice).Draw(cell, stands: _standing.ContainsKey(cell));
        if (script.Count > 0)
        {
            _callers.Give(script, cell.Owner, twice: script is [ShareStep] && _dice.Chance(20));
        }
    }

    private string? Secret(Cell cell) => cell.Kind == GranteeKind.Guest && _dice.Chance(25) ? _dice.Word("PwGrant") : null;

    private void DrawGuestAccounts()
    {
        foreach ((PlannedDomain domain, int number) in _domains.Select((domain, number) => (domain, number)))
        {
            List<PlannedOwner> owners = [.. _owners.Where(owner => owner.Domain == domain.Name)];
            if (_dice.Chance(60))
            {
                string mail = $"member{number}@orange{number}.example";
                List<Cell> calendars =
                [
                    .. _dice
                        .Shuffled(
                            owners.SelectMany(owner =>
                                owner.Calendars.Select(calendar => new Cell(owner.Name, calendar, GranteeKind.Guest, mail))
                            )
                        )
                        .Take(_dice.Between(1, 2)),
                ];
                foreach (Cell cell in calendars.Where(_ => _dice.Chance(30)))
                {
                    _standing[cell] = new GrantState("r", 0, null);
                }

                if (_closures.Chance(30))
                {
                    _closedGuests.Add((mail, domain.Name));
                }

                for (int times = _dice.Chance(25) ? 2 : 1; times > 0; times--)
                {
                    _callers.GiveAdministrator(
                        new CreateGuestStep(mail, domain.Name, _dice.Word("PwMember"), calendars),
                        other: times == 2
                    );
                }
            }

            if (_dice.Chance(60))
            {
                PlannedOwner owner = _dice.Pick(owners);
                var cell = new Cell(owner.Name, _dice.Pick(owner.Calendars), GranteeKind.Guest, $"signer{number}@free{number}.example");
                _standing[cell] = new GrantState("r", 0, null);
                _invited.Add(cell);
                _callers.GiveAnonymous(new SignUpStep(cell, domain.Name, _dice.Word("PwSigner")));
            }
        }
    }

    private IReadOnlyList<PlannedGuest> DrawGuests()
    {
        var planner = new GuestPlanner(_seed);
        IReadOnlyList<PlannedGuest> guests = planner.Draw(_owners);
        foreach (Cell cell in guests.SelectMany(guest => guest.Shares))
        {
            _standing[cell] = new GrantState("r", 0, null);
        }

        if (guests.Count > 0)
        {
            _callers.Add(LoginKind.Administrator, "");
            foreach (PlannedGuest guest in guests)
            {
                _callers.GiveLast(planner.Script(guest));
            }
        }

        return guests;
    }

    private CappedCalendar? DrawAside()
    {
        var planner = new AsidePlanner(_seed);
        CappedCalendar? capped = planner.DrawCapped(_owners);
        if (capped is null && !planner.IsBusy())
        {
            return null;
        }

        PlannedOwner owner = _owners.Find(owner => owner.Name == capped?.Owner) ?? _owners[0];
        _callers.Add(LoginKind.Password, owner.Name);
        if (capped is not null)
        {
            foreach (Cell cell in capped.Guests)
            {
                _standing[cell] = new GrantState("r", capped.Ceiling, null);
            }

            _callers.GiveLast(planner.Renewals(capped));
        }

        _callers.GiveLast(planner.Together(owner));
        return capped;
    }

    private void DrawReading(Cell open)
    {
        for (int number = 0; number < _dice.Below(3); number++)
        {
            _callers.GiveAnonymous(new ReadFeedStep(open));
        }

        foreach (PlannedOwner owner in _owners.Where(_ => _dice.Chance(30)))
        {
            _callers.Give([new ListStep(owner.Name)], owner.Name, twice: false);
        }

        if (_invited.Count > 0 && _dice.Chance(25))
        {
            _callers.GiveAdministrator(new DiagnoseStep(_invited[0], _dice.Word("PwWrong")), other: false);
        }

        if (_dice.Chance(25))
        {
            for (int number = 0; number < _dice.Between(1, 4); number++)
            {
                _callers.GiveGuesser(new GuessStep(_dice.Pick(_accounts).Name, _dice.Word("PwGuess")));
            }
        }
    }
}
