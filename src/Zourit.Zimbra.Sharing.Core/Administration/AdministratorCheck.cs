using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Administration;

/// <summary>What an administrator may do in a domain.</summary>
public sealed record AdministratorCheck
{
    /// <summary>The administrator, by its primary name.</summary>
    public required string Administrator { get; init; }

    /// <summary>The domain.</summary>
    public required string Domain { get; init; }

    /// <summary>Each operation that needs rights, by name in alphabetical order.</summary>
    public required IReadOnlyList<OperationCheck> Operations
    {
        get;
        init => field = ContentList.Of(value);
    }

    /// <summary>What is said of an operation.</summary>
    /// <param name="operation">Its name, e.g. <c>Guests.CreateAsync</c>; <c>Mailbox</c> for all calls on behalf of an owner.</param>
    /// <exception cref="ArgumentException">No operation of that name needs rights.</exception>
    public OperationCheck Of(string operation) =>
        Operations.FirstOrDefault(each => each.Operation == operation)
        ?? throw Argument.Invalid(
            LocalizedText.Format(
                $"No operation '{Quoted.Of(operation)}' needs rights.",
                $"Aucune opération « {Quoted.Of(operation)} » n'a besoin de droits."
            ),
            nameof(operation)
        );

    /// <summary>What a global administrator sends, or runs as lines, to allow some operations; each grant once.</summary>
    /// <param name="operations">Their names; none for all.</param>
    /// <exception cref="ArgumentException">No operation of that name needs rights.</exception>
    public IReadOnlyList<GrantRightRequest> GrantsFor(params IEnumerable<string> operations)
    {
        string[] names = [.. operations];
        return [.. (names.Length == 0 ? Operations : names.Select(Of)).SelectMany(each => each.Grants).Distinct()];
    }
}
