namespace Zourit.Zimbra.Sharing.Chaos.Scenarios;

/// <summary>One call of a caller's plan.</summary>
internal abstract record Step
{
    /// <summary>When the caller gives up; null when they wait for the end.</summary>
    public Interruption? GivesUp { get; init; }

    /// <summary>The grants that the call is to change or to leave as it finds them.</summary>
    public abstract IReadOnlyList<Cell> Cells { get; }

    /// <summary>Whether it may change its grants.</summary>
    public bool ChangesGrants =>
        this
            is ShareStep
                or RevokeStep
                or RenewStep
                or ShareAllStep
                or RevokeAllStep
                or TogetherStep
                or RawGrantStep
                or CreateGuestStep
                or RetireStep;

    /// <summary>The same call in a later run, which sees to it that whoever was to be reported was reported.</summary>
    public virtual Step Again() => this;

    /// <summary>A word for reports.</summary>
    public string Name => GetType().Name.Replace("Step", "", StringComparison.Ordinal);
}

/// <summary>Shares a calendar.</summary>
/// <param name="Cell">With whom.</param>
/// <param name="Rights">Permission letters.</param>
internal sealed record ShareStep(Cell Cell, string Rights) : Step
{
    /// <summary>The end in milliseconds, 0 for none; null to keep what exists.</summary>
    public long? Expiry { get; init; }

    public bool Notify { get; init; }

    public string? Note { get; init; }

    /// <summary>The grant password; null to keep what exists.</summary>
    public string? Password { get; init; }

    /// <summary>Whether a grantee who was never notified of the share is to be mailed though nothing changes.</summary>
    public bool EnsureNotified { get; init; }

    public override IReadOnlyList<Cell> Cells => [Cell];

    public override Step Again() => this with { EnsureNotified = Notify };

    /// <summary>What is to stand afterwards.</summary>
    public GrantState After(GrantState? before) => new(Rights, Expiry ?? before?.Expiry ?? 0, Password ?? before?.Secret);

    /// <summary>Whether the server is to mail the grantee: rights that the grantee had already mail nobody, unless no mail ever
    /// left.</summary>
    public bool AsksForMail(GrantState? before, bool wasTold) =>
        Notify && Cell.Kind != GranteeKind.Everybody && (before?.Rights != Rights || (EnsureNotified && !wasTold));
}

/// <summary>Grants by a request of the caller's own, which is sent as it is: nobody looks what became of it.</summary>
/// <param name="Cell">A guest whom no other call is about.</param>
/// <param name="Rights">Permission letters.</param>
internal sealed record RawGrantStep(Cell Cell, string Rights) : Step
{
    public override IReadOnlyList<Cell> Cells => [Cell];
}

/// <summary>Takes a share back.</summary>
internal sealed record RevokeStep(Cell Cell, bool Notify) : Step
{
    public override IReadOnlyList<Cell> Cells => [Cell];
}

/// <summary>Moves the end of a share.</summary>
/// <param name="Cell">Whose.</param>
/// <param name="Expiry">The new end in milliseconds; 0 for none.</param>
internal sealed record RenewStep(Cell Cell, long Expiry) : Step
{
    public override IReadOnlyList<Cell> Cells => [Cell];
}

/// <summary>Mails about a share that exists once more.</summary>
internal sealed record NotifyStep(Cell Cell) : Step
{
    public override IReadOnlyList<Cell> Cells => [Cell];
}

/// <summary>Shares with a list of guests.</summary>
internal sealed record ShareAllStep(IReadOnlyList<ShareStep> Shares, int Concurrency, int BatchSize) : Step
{
    public override IReadOnlyList<Cell> Cells => [.. Shares.Select(share => share.Cell)];

    public override Step Again() => this with { Shares = [.. Shares.Select(share => (ShareStep)share.Again())] };
}

/// <summary>Takes the shares of a list of guests back.</summary>
internal sealed record RevokeAllStep(IReadOnlyList<RevokeStep> Revocations, int Concurrency, int BatchSize) : Step
{
    public override IReadOnlyList<Cell> Cells => [.. Revocations.Select(revocation => revocation.Cell)];
}

/// <summary>Reads a calendar that everybody may read.</summary>
internal sealed record ReadFeedStep(Cell Cell) : Step
{
    public override IReadOnlyList<Cell> Cells => [Cell];
}

/// <summary>Lists an owner's shares.</summary>
internal sealed record ListStep(string Owner) : Step
{
    public override IReadOnlyList<Cell> Cells => [];
}

/// <summary>Finds out why a guest cannot read a calendar, trying their password.</summary>
internal sealed record DiagnoseStep(Cell Cell, string Password) : Step
{
    public override IReadOnlyList<Cell> Cells => [Cell];
}

/// <summary>Tries to log in with a wrong password.</summary>
internal sealed record GuessStep(string Account, string Password) : Step
{
    public override IReadOnlyList<Cell> Cells => [];
}
