namespace Zourit.Zimbra.Sharing.Soap;

/// <summary>
/// Counts the attributes of tags in the bytes of a reply, without a parser: each parser takes one tag as one step, and sorts or compares
/// all of its attributes, so that a few megabytes of them in one tag are out of reach of every time limit.
/// </summary>
internal sealed class TagScanner
{
    private State _state;
    private int _attributes;
    private byte _last;
    private byte _beforeLast;

    private enum State
    {
        Text,
        Opened,
        Declaration,
        Dash,
        Tag,
        DoubleQuoted,
        SingleQuoted,
        Comment,
        CData,
        Instruction,
    }

    /// <summary>The most attributes that a tag had so far.</summary>
    public int MostAttributes { get; private set; }

    /// <summary>Reads on.</summary>
    public void Read(ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
        {
            State next = Next(b);

            // What opens a comment is no part of its end: "<!-->" opens one and leaves it open.
            (_beforeLast, _last) = next == _state ? (_last, b) : default;
            _state = next;
        }
    }

    private State Next(byte b) =>
        _state switch
        {
            State.Text => b == '<' ? State.Opened : State.Text,
            State.Opened => b switch
            {
                (byte)'!' => State.Declaration,
                (byte)'?' => State.Instruction,
                _ => Start(b),
            },
            State.Declaration => b switch
            {
                (byte)'-' => State.Dash,
                (byte)'[' => State.CData,
                _ => Start(b),
            },
            State.Dash => b == '-' ? State.Comment : Start(b),
            State.Tag => InTag(b),
            State.DoubleQuoted => b == '"' ? State.Tag : State.DoubleQuoted,
            State.SingleQuoted => b == '\'' ? State.Tag : State.SingleQuoted,
            State.Comment => b == '>' && _last == '-' && _beforeLast == '-' ? State.Text : State.Comment,
            State.CData => b == '>' && _last == ']' && _beforeLast == ']' ? State.Text : State.CData,
            _ => b == '>' && _last == '?' ? State.Text : State.Instruction,
        };

    private State Start(byte b)
    {
        _attributes = 0;
        return InTag(b);
    }

    private State InTag(byte b)
    {
        switch (b)
        {
            case (byte)'>':
                return State.Text;
            case (byte)'"':
                return State.DoubleQuoted;
            case (byte)'\'':
                return State.SingleQuoted;
            case (byte)'=':
                MostAttributes = Math.Max(MostAttributes, ++_attributes);
                return State.Tag;
            default:
                return State.Tag;
        }
    }
}
