namespace Zourit.Zimbra.Sharing;

/// <summary>One argument of a fault: <c>&lt;a n="itemId" t="IID"&gt;4711&lt;/a&gt;</c>.</summary>
/// <param name="Name">The name, e.g. <c>itemId</c>, <c>path</c>, <c>name</c>, or a password-policy attribute.</param>
/// <param name="Type"><c>IID</c> item id, <c>ACCTID</c> account id, <c>STR</c> text, <c>NUM</c> number.</param>
/// <param name="Value">The value as text.</param>
public sealed record ZimbraFaultArgument(string Name, string Type, string Value);
