using Zourit.Zimbra.Sharing.Chaos.Processes;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Chaos.Checks;

/// <summary>Who is to be reported as the grantee of a grant.</summary>
internal static class Grantees
{
    public static bool IsOf(Cell cell, CellState state, Grantee told) =>
        told.Type == TypeOf(cell) && told.Id == state.GranteeId && told.Name == (cell.Kind == GranteeKind.Everybody ? null : cell.Grantee);

    /// <summary>
    /// The identifier under which a guest signs in in the owner's domain (docs/protocol.md §6.1), put together here since the library's is
    /// what is checked; null for others.
    /// </summary>
    public static string? IdentifierOf(Cell cell) =>
        cell.Kind == GranteeKind.Guest
            ? $"{cell.Grantee.Replace('@', '.')}@{cell.Owner[(cell.Owner.IndexOf('@', StringComparison.Ordinal) + 1)..]}"
            : null;

    public static GranteeType TypeOf(Cell cell) =>
        cell.Kind switch
        {
            GranteeKind.Everybody => GranteeType.Public,
            GranteeKind.Account => GranteeType.User,
            _ => GranteeType.Guest,
        };
}
