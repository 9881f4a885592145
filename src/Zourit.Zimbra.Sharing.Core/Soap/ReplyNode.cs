using System.Text;
using System.Xml;

namespace Zourit.Zimbra.Sharing.Soap;

/// <summary>
/// One element of a reply, in a tree that is as large as the reply and gone with it. System.Xml.Linq would do but for two things: it keeps
/// every name it ever met, so that a server could fill the memory by inventing some, and copies a text anew for each character reference in
/// it, so that a mail full of <c>&amp;lt;</c> takes minutes.
/// </summary>
internal sealed class ReplyNode
{
    private static readonly List<ReplyNode> NoChildren = [];
    private static readonly List<(string Name, string Value)> NoAttributes = [];

    private ReplyNode(string name) => Name = name;

    /// <summary>The local name.</summary>
    public string Name { get; }

    /// <summary>The text directly in the element.</summary>
    public string Text { get; set; } = "";

    /// <summary>The attributes without namespace.</summary>
    public List<(string Name, string Value)> Attributes { get; private set; } = NoAttributes;

    public List<ReplyNode> Children { get; private set; } = NoChildren;

    /// <summary>All elements below, in a loop: the reply may nest as deep as its limit allows.</summary>
    public IEnumerable<ReplyNode> Descendants()
    {
        var pending = new Stack<ReplyNode>(Children);
        while (pending.TryPop(out ReplyNode? node))
        {
            yield return node;
            foreach (ReplyNode child in node.Children)
            {
                pending.Push(child);
            }
        }
    }

    /// <summary>Reads the element on which the reader is, or the next one.</summary>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    /// <exception cref="OperationCanceledException">The time is up.</exception>
    public static ReplyNode Read(XmlReader reader, CancellationToken cancellationToken = default)
    {
        int nodes = 0;
        var open = new Stack<(ReplyNode Node, StringBuilder? Long)>();
        while (true)
        {
            // A reply within the limit of bytes may hold millions of elements.
            if ((++nodes & 0xFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    bool isEmpty = reader.IsEmptyElement;
                    ReplyNode node = Open(reader);
                    if (open.TryPeek(out (ReplyNode Node, StringBuilder? Long) parent))
                    {
                        (parent.Node.Children = ReferenceEquals(parent.Node.Children, NoChildren) ? [] : parent.Node.Children).Add(node);
                    }

                    if (!isEmpty)
                    {
                        open.Push((node, null));
                    }
                    else if (open.Count == 0)
                    {
                        return node;
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    Append(open, reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    (ReplyNode closed, StringBuilder? pieces) = open.Pop();
                    closed.Text = Checked(pieces?.ToString() ?? closed.Text);
                    if (open.Count == 0)
                    {
                        return closed;
                    }

                    break;
            }

            if (!reader.Read())
            {
                throw new XmlException("The reply ends in the middle of an element.");
            }
        }
    }

    private static ReplyNode Open(XmlReader reader)
    {
        var node = new ReplyNode(reader.LocalName);
        if (!reader.HasAttributes)
        {
            return node;
        }

        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI.Length == 0)
            {
                (node.Attributes = ReferenceEquals(node.Attributes, NoAttributes) ? [] : node.Attributes).Add(
                    (reader.LocalName, Checked(reader.Value))
                );
            }
        }

        reader.MoveToElement();
        return node;
    }

    // The reader gives a text in pieces, cut at every character reference.
    private static void Append(Stack<(ReplyNode Node, StringBuilder? Long)> open, string piece)
    {
        if (!open.TryPop(out (ReplyNode Node, StringBuilder? Long) top))
        {
            return;
        }

        if (top.Long is null && top.Node.Text.Length == 0)
        {
            top.Node.Text = piece;
        }
        else
        {
            top.Long = (top.Long ?? new StringBuilder(top.Node.Text)).Append(piece);
        }

        open.Push(top);
    }

    // WCF's reader takes references to any character, also to those that no XML may hold and that no request could send back.
    private static string Checked(string text) =>
        XmlText.Problem(text) is null ? text : throw new XmlException("The reply refers to a character that XML cannot carry.");
}
