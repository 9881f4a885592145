using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// There is no such share on the calendar itself: it was never made, was revoked, has expired where one in force is needed, or belongs to a
/// folder above. <c>ListSharesAsync</c> shows who the calendar is shared with. Nothing was changed.
/// </summary>
public sealed class ZimbraShareNotFoundException : ZimbraException
{
    internal ZimbraShareNotFoundException(LocalizedText explanation)
        : base(explanation, null, nameof(ZimbraShareNotFoundException)) { }

    /// <summary>True: nothing was changed.</summary>
    public override bool IsOutcomeKnown => true;

    /// <summary>True: nothing was changed.</summary>
    public override bool IsSafeToRepeat => true;

    private protected override ZimbraException Explained(LocalizedText explanation) =>
        new ZimbraShareNotFoundException(explanation) { Operation = Operation };
}
