using System.Text.Json;

namespace Zourit.Zimbra.Sharing.Tool.Output;

/// <summary>What a kind of line of JSON holds, for the schema.</summary>
internal interface IRecordShape
{
    string Type { get; }

    /// <summary>The words of enumerations that people read.</summary>
    IEnumerable<string> ShownWords { get; }

    void WriteSchema(Utf8JsonWriter writer);
}
