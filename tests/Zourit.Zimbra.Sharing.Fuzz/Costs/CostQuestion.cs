using System.Text.Json;
using System.Text.Json.Serialization;

namespace Zourit.Zimbra.Sharing.Fuzz.Costs;

/// <summary>What a process that does nothing else is asked to weigh, a line of JSON each.</summary>
/// <param name="Call">What is called: <c>feed</c>, <c>reply</c> or <c>mail</c>.</param>
/// <param name="Server">Who answers: first with something harmless, then with what is to weigh.</param>
/// <param name="Milliseconds">The limit of the call's time.</param>
public sealed record CostQuestion(string Call, Uri Server, int Milliseconds)
{
    /// <summary>Answers the questions of the standard input, each by a line of JSON.</summary>
    public static async Task AnswerAllAsync()
    {
        while (await Console.In.ReadLineAsync() is { } line)
        {
            CostQuestion question = JsonSerializer.Deserialize(line, CostJson.Default.CostQuestion)!;
            var limit = TimeSpan.FromMilliseconds(question.Milliseconds);
            string answer = question.Call switch
            {
                "feed" => JsonSerializer.Serialize(await FeedCost.MeasureAsync(question.Server, limit), CostJson.Default.FeedCost),
                _ => JsonSerializer.Serialize(
                    await ReplyCost.MeasureAsync(question.Call, question.Server, limit),
                    CostJson.Default.ReplyCost
                ),
            };
            await Console.Out.WriteLineAsync(answer);
        }
    }
}

/// <summary>How questions and costs are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CostQuestion))]
[JsonSerializable(typeof(FeedCost))]
[JsonSerializable(typeof(ReplyCost))]
public sealed partial class CostJson : JsonSerializerContext;
