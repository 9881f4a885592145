using System.Diagnostics;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// A password, token or key. It never prints: <see cref="ToString"/> gives <c>***</c>, so a record that holds one can be logged.
/// A text becomes a secret only where the program says so, by the constructor; the way back is <see cref="Reveal"/>. Both are easy to find
/// in a review. Serialisers and debuggers do not show it either.
/// </summary>
[DebuggerDisplay("***")]
public readonly struct Secret : IEquatable<Secret>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _value;

    /// <summary>Wraps a text.</summary>
    /// <param name="value">The secret text; may be empty.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public Secret(string value)
    {
        Argument.NotNull(value);
        _value = value;
    }

    /// <summary>True for <c>default</c> and for an empty text.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(_value);

    /// <summary>The text itself, empty for <c>default</c>. Do not log, store or put it into an exception.</summary>
    public string Reveal() => _value ?? "";

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => "***";

    /// <summary>Whether both hold the same text.</summary>
    public bool Equals(Secret other) => string.Equals(Reveal(), other.Reveal(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Secret other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Reveal());

    /// <summary>Whether both hold the same text.</summary>
    public static bool operator ==(Secret left, Secret right) => left.Equals(right);

    /// <summary>Whether the texts differ.</summary>
    public static bool operator !=(Secret left, Secret right) => !left.Equals(right);

    /// <summary>Wraps a text; null gives null.</summary>
    public static Secret? FromNullable(string? value) => value is null ? default(Secret?) : new Secret(value);
}
