namespace Zourit.Zimbra.Sharing.Plans.Documents;

/// <summary>What a reader of YAML or JSON comes across.</summary>
internal enum DocumentEventKind
{
    Scalar,
    MapStart,
    MapEnd,
    ListStart,
    ListEnd,
}
