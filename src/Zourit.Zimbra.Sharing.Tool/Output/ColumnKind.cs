namespace Zourit.Zimbra.Sharing.Tool.Output;

/// <summary>What a field of a record is in JSON.</summary>
internal enum ColumnKind
{
    Text,
    Word,
    Number,
    Truth,
    Moment,
    Texts,
    Sentence,
    Sentences,
}
