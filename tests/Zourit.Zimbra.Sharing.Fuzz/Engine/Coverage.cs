using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace Zourit.Zimbra.Sharing.Fuzz.Engine;

/// <summary>
/// Which branches of the instrumented code were run, reported by the map that SharpFuzz's instrumentation counts in, as AFL's does.
/// </summary>
public sealed unsafe class Coverage
{
    private const int Size = 64 * 1024;

    private readonly byte* _map = (byte*)NativeMemory.AllocZeroed(Size);
    private readonly byte[] _seen = new byte[Size];

    public Coverage() => Trace.SharedMem = _map;

    /// <summary>Forgets what was reached: another target starts.</summary>
    public void Reset() => _seen.AsSpan().Clear();

    /// <summary>How many branches have been reached so far.</summary>
    public int Branches => Size - _seen.AsSpan().Count((byte)0);

    public void Clear()
    {
        new Span<byte>(_map, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>Whether the input ran a branch, or ran one so much more often, as none before; it is remembered.</summary>
    public bool HasNew()
    {
        bool any = false;
        for (int at = 0; at < Size; at++)
        {
            // One, two, few, many: a loop that turns once more is nothing new.
            byte often = _map[at] switch
            {
                0 => 0,
                1 => 1,
                2 => 2,
                < 8 => 4,
                < 32 => 8,
                _ => 16,
            };
            if ((often & ~_seen[at]) != 0)
            {
                _seen[at] |= often;
                any = true;
            }
        }

        return any;
    }
}
