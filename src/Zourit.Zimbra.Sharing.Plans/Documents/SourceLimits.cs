namespace Zourit.Zimbra.Sharing.Plans.Documents;

/// <summary>How much of a file is read, and as what.</summary>
/// <param name="MaxBytes">The most bytes.</param>
/// <param name="Encoding">The encoding of its letters.</param>
/// <param name="HasLines">Whether a line of it has a meaning: JSON is often one long line.</param>
internal readonly record struct SourceLimits(long MaxBytes, TextEncoding Encoding, bool HasLines);
