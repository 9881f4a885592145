namespace Zourit.Zimbra.Sharing.Messages.Account;

/// <summary>The answer to a <see cref="GetAccountInfoRequest"/>.</summary>
public sealed record GetAccountInfoResponse
{
    /// <summary>The account's primary name (<c>name</c>), also where an alias was asked for.</summary>
    public required string Name { get; init; }

    /// <summary>What everybody may see of it (<c>attr</c>): <c>zimbraId</c>, <c>zimbraMailHost</c>, <c>displayName</c>.</summary>
    public AttributeList Attributes { get; init; } = AttributeList.Empty;

    /// <summary>The account's id (<c>zimbraId</c>).</summary>
    public string? Id => Attributes["zimbraId"];
}
