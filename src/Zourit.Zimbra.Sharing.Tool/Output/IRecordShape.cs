using System.Text.Json;

namespace Zourit.Zimbra.Sharing.Tool.Output;

/// <summary>What a kind of line of JSON holds, for the schema.</summary>
internal interface IRecordShape
{
    string Type { get; }

    void WriteSchema(Utf8JsonWriter writer);
}
