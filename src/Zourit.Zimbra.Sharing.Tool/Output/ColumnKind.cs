namespace Zourit.Zimbra.Sharing.Tool.Output;

/// <summary>What a field of a record is in JSON.</summary>
internal enum ColumnKind
{
    Text,
    Word,

    /// <summary>A name that people read in their language, where it has one.</summary>
    Named,
    Number,
    Truth,
    Moment,
    Texts,
    Sentence,
    Sentences,
}
