using System.Text.Json.Serialization;

namespace Zourit.Zimbra.Sharing.Fuzz.Engine;

/// <summary>What a run of a target came to; printed as one JSON object.</summary>
public sealed record FuzzReport
{
    public required string Target { get; init; }

    public required int Seed { get; init; }

    /// <summary>Inputs of the corpus, those that once failed among them.</summary>
    public required int Corpus { get; init; }

    /// <summary>Inputs that reached new code and were kept; 0 when the code is not instrumented.</summary>
    public required int Kept { get; init; }

    /// <summary>Branches reached; 0 when the code is not instrumented.</summary>
    public required int Branches { get; init; }

    public required long Inputs { get; init; }

    /// <summary>Inputs that were read to the end; the others were refused as documented.</summary>
    public required long Accepted { get; init; }

    public required double Seconds { get; init; }

    public double InputsPerSecond => Math.Round(Inputs / Math.Max(Seconds, 0.001), 1);

    public required double SlowestMilliseconds { get; init; }

    public required long MostAllocated { get; init; }

    public int Findings => Found.Count;

    [JsonIgnore]
    public IReadOnlyList<Finding> Found { get; init; } = [];
}
