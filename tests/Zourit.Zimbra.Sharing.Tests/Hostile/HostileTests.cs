namespace Zourit.Zimbra.Sharing.Tests.Hostile;

/// <summary>One after the other and apart from all others: they weigh what is allocated in the process.</summary>
[CollectionDefinition(nameof(HostileTests), DisableParallelization = true)]
[Trait("Category", "Slow")]
public sealed class HostileTests;
