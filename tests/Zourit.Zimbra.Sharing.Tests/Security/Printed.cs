using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Security;

/// <summary>
/// All that a program could print of an object without asking for a secret by name: its text, its JSON, and for exceptions everything that
/// loggers look at.
/// </summary>
internal static class Printed
{
    private static readonly Assembly[] Ours = [typeof(ZimbraClient).Assembly, typeof(Secret).Assembly];

    private static readonly JsonSerializerOptions Json = new()
    {
        ReferenceHandler = ReferenceHandler.IgnoreCycles,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Everything(object? value)
    {
        var text = new StringBuilder();
        text.AppendLine(value?.ToString());
        if (value is Exception e)
        {
            Append(text, e);
        }
        else if (value is not null)
        {
            try
            {
                text.AppendLine(JsonSerializer.Serialize(value, value.GetType(), Json));
            }
            catch (NotSupportedException)
            {
                // Streams, delegates and the like have no JSON.
                text.AppendLine();
            }
        }

        return text.ToString();
    }

    // Serialisers of logs walk an exception's public properties.
    private static void Append(StringBuilder text, Exception e)
    {
        foreach (
            PropertyInfo property in e.GetType()
                .GetProperties()
                .Where(property => property.GetIndexParameters().Length == 0 && property.Name != nameof(Exception.TargetSite))
        )
        {
            object? value = property.GetValue(e);
            bool isOurs = value is not (null or Exception) && Ours.Contains(value.GetType().Assembly);
            text.AppendLine($"{property.Name}: {(isOurs ? JsonSerializer.Serialize(value, value!.GetType(), Json) : value)}");
        }

        foreach (DictionaryEntry entry in e.Data)
        {
            text.AppendLine($"{entry.Key}: {entry.Value}");
        }

        if (e.InnerException is { } inner)
        {
            Append(text, inner);
        }
    }
}
