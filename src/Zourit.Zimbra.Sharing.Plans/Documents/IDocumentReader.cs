using Zourit.Zimbra.Sharing.Plans.Values;

namespace Zourit.Zimbra.Sharing.Plans.Documents;

/// <summary>Reads a document piece by piece. What is no document ends it by a <see cref="DocumentException"/>.</summary>
internal interface IDocumentReader
{
    /// <summary>Where the piece that was read last is; before the first the file.</summary>
    SourceLocation At { get; }

    /// <summary>The next piece; null at the end of the document.</summary>
    DocumentEvent? Next();
}
