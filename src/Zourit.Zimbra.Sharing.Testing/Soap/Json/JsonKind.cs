namespace Zourit.Zimbra.Sharing.Testing.Soap.Json;

/// <summary>The type of a plain value in a JSON reply.</summary>
internal enum JsonKind
{
    Text,
    Number,
    Boolean,
}
