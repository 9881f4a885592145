namespace Zourit.Zimbra.Sharing;

/// <summary>One argument of a fault: <c>&lt;a n="itemId" t="IID"&gt;4711&lt;/a&gt;</c>.</summary>
public sealed record ZimbraFaultArgument
{
    /// <summary>The name, e.g. <c>itemId</c>, <c>path</c>, <c>name</c>, or a password-policy attribute.</summary>
    public required string Name { get; init; }

    /// <summary><c>IID</c> item id, <c>ACCTID</c> account id, <c>STR</c> text, <c>NUM</c> number.</summary>
    public required string Type { get; init; }

    /// <summary>The value as text.</summary>
    public required string Value { get; init; }
}
