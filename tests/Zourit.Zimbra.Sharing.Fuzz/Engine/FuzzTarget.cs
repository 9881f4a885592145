namespace Zourit.Zimbra.Sharing.Fuzz.Engine;

/// <summary>Something of the library that reads what strangers wrote.</summary>
public abstract class FuzzTarget
{
    /// <summary>How it is called on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>Pieces of its language, which blind changes would not come upon.</summary>
    public abstract IReadOnlyList<string> Words { get; }

    /// <summary>The processor time that one input may take.</summary>
    public virtual TimeSpan MaxTime => TimeSpan.FromSeconds(3);

    /// <summary>What one input may allocate: <see cref="AllocationFloor"/> and so many bytes more for each of its bytes.</summary>
    public virtual long AllocationPerByte => 1_000;

    /// <summary>What even the smallest input may allocate.</summary>
    public virtual long AllocationFloor => 16 * 1024 * 1024;

    /// <summary>The corpus: what real servers said.</summary>
    public abstract IEnumerable<Seed> Corpus();

    /// <summary>Reads an input. An exception that comes out is one that the library documents for it, or a finding.</summary>
    public abstract void Run(byte[] input);

    /// <summary>Whether the library documents the exception for what the target does. Nobody cancels here.</summary>
    public virtual bool IsDocumented(Exception e) => e is ZimbraException;
}
