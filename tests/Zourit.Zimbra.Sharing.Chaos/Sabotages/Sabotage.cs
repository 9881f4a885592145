namespace Zourit.Zimbra.Sharing.Chaos.Sabotages;

/// <summary>Ways to break the library's behaviour on purpose, to see that the counters notice.</summary>
internal enum Sabotage
{
    /// <summary>
    /// Whatever got no whole answer is sent once more, without looking what became of it, and without minding that some of it is done
    /// already: <c>duplicateMails</c>.
    /// </summary>
    BlindRetry,

    /// <summary>Requests are logged as they are sent: <c>leakedSecrets</c>.</summary>
    Leak,

    /// <summary>A grant that was made is taken back behind the library's back: <c>lostGrants</c>.</summary>
    DropGrant,

    /// <summary>After its first lost reply a caller sends nothing any more, in later runs neither: <c>unresolvedAfterRerun</c>.</summary>
    GiveUp,

    /// <summary>After a change whose reply was lost nothing is asked of the server any more in that call: <c>unknownOutcomes</c>.</summary>
    NeverLook,
}
