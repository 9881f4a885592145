using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// A delegated administrator lacks a right (<c>service.PERM_DENIED</c>, or an answer that leaves out what the right would show). The
/// message names the right, on what it is missing, and the line that grants it. Nothing was changed by the request.
/// </summary>
public sealed class ZimbraMissingRightException : ZimbraFaultException
{
    internal ZimbraMissingRightException(ZimbraFaultException refusal, IReadOnlyList<GrantRightRequest> grants)
        : this(refusal.Fault, refusal.Operation, grants) => IsRead = refusal.IsRead;

    internal ZimbraMissingRightException(
        ZimbraFault fault,
        string? operation,
        IReadOnlyList<GrantRightRequest> grants,
        LocalizedText? explanation = null
    )
        : base(fault, operation, explanation ?? Describe(fault, operation, grants), nameof(ZimbraMissingRightException)) => Grants = grants;

    /// <summary>
    /// What a global administrator sends to grant what is missing: in order one request for each right. Of several the server does not say
    /// which is missing, and the request needs all of them. Where the client only has a token, its account's name is not
    /// known, and <c>ADMINISTRATOR</c> is in its place.
    /// </summary>
    public IReadOnlyList<GrantRightRequest> Grants { get; }

    /// <summary>The rights, e.g. <c>adminLoginAs</c> or <c>set.account.zimbraAccountStatus</c>.</summary>
    public IReadOnlyList<string> Rights => [.. Grants.Select(grant => grant.Right)];

    /// <summary>On what they are missing, usually the domain of the account that was asked for.</summary>
    public RightTarget Target => Grants[0].Target;

    private protected override ZimbraException Explained(LocalizedText explanation) =>
        new ZimbraMissingRightException(Fault, Operation, Grants, explanation) { IsRead = IsRead };

    /// <summary>For what the server does not refuse but leaves out.</summary>
    internal static ZimbraMissingRightException LeftOut(string operation, string reason, IReadOnlyList<GrantRightRequest> grants) =>
        new(
            new ZimbraFault
            {
                Code = ZimbraFaultCodes.PermissionDenied,
                Reason = reason,
                IsSenderFault = true,
                Arguments = [],
            },
            operation,
            grants
        )
        {
            IsRead = true,
        };

    private static LocalizedText Describe(ZimbraFault fault, string? operation, IReadOnlyList<GrantRightRequest> grants)
    {
        string administrator = grants[0].Administrator;
        string rights = string.Join(", ", grants.Select(grant => grant.Right));
        string lines = string.Join("; ", grants.Select(grant => grant.ZmprovLine));
        string target = grants[0].Target.ToString();
        string reason = fault.PlainReason.TrimEnd('.');
        bool isById = grants[0].Target is { Kind: "account", By: "id" };
        return new LocalizedText(
            $"{operation ?? "The request"} was refused ({fault.Code}: {reason}). The administrator {administrator} lacks "
                + $"{(grants.Count == 1 ? "the right" : "one of the rights")} {rights} on {target}"
                + $"{(isById ? ", or no account has this id any more: the server does not say which" : "")}. A global administrator grants "
                + $"it: {lines}"
        ).With(
            Language.French,
            FrenchTypography.Set(
                $"{operation ?? "La demande"} a été refusée ({fault.Code}). L'administrateur {administrator} n'a pas "
                    + $"{(grants.Count == 1 ? "le droit" : "l'un des droits")} {rights} sur {target}"
                    + $"{(isById ? ", ou plus aucun compte n'a cet identifiant : le serveur ne dit pas lequel des deux" : "")}. Un "
                    + "administrateur global le donne : "
            ) + lines
        );
    }
}
