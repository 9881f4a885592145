namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>What the pipeline carries down to the attempt.</summary>
internal readonly record struct CallState(CallPipeline Pipeline, PipelineCall Call);
