namespace Zourit.Zimbra.Sharing.Chaos.Scenarios;

/// <summary>Draws what is done to one grant, in order.</summary>
internal sealed class ScriptPlanner(Dice dice)
{
    /// <summary>A day in a future that no clock of a run reaches, in milliseconds.</summary>
    public static long Day(int number) => new DateTimeOffset(2045, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(number).ToUnixTimeMilliseconds();

    public IReadOnlyList<Step> Draw(Cell cell, bool stands) =>
        dice.Below(stands ? 7 : 8) switch
        {
            0 => [Share(cell), Revoke(cell)],
            1 => [Share(cell), Share(cell)],
            2 => [Share(cell), Revoke(cell), Share(cell)],
            3 => stands ? [Revoke(cell)] : [Share(cell)],
            4 => stands ? [Renew(cell)] : [Share(cell), Renew(cell)],
            5 => cell.Kind == GranteeKind.Everybody ? []
            : stands ? [new NotifyStep(cell)]
            : [Share(cell), new NotifyStep(cell)],
            6 => stands ? [] : [Share(cell)],
            _ => [Share(cell)],
        };

    private ShareStep Share(Cell cell) =>
        new(cell, cell.Kind == GranteeKind.Everybody ? "r" : dice.Pick(["r", "r", "rwidx", "rp"]))
        {
            Expiry = dice.Below(4) switch
            {
                0 => Day(dice.Between(1, 300)),
                1 => 0,
                _ => null,
            },
            Notify = cell.Kind != GranteeKind.Everybody && dice.Chance(75),
            Note = dice.Chance(30) ? "À bientôt & <merci>" : null,
            Password = cell.Kind == GranteeKind.Guest && dice.Chance(25) ? dice.Word("PwGrant") : null,
        };

    private RevokeStep Revoke(Cell cell) => new(cell, cell.Kind != GranteeKind.Everybody && dice.Chance(40));

    private RenewStep Renew(Cell cell) => new(cell, dice.Chance(20) ? 0 : Day(dice.Between(1, 300)));
}
