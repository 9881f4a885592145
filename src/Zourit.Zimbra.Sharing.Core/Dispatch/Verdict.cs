namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>What the server's state says of a change whose outcome was not known.</summary>
/// <typeparam name="T">What the change comes to.</typeparam>
internal readonly struct Verdict<T>
{
    private readonly T? _result;

    private Verdict(bool isDone, T? result, ZimbraException? open)
    {
        IsDone = isDone;
        _result = result;
        Open = open;
    }

    /// <summary>The state shows nothing of the change: it is made again where that is allowed.</summary>
    public static Verdict<T> NotDone => default;

    public bool IsDone { get; }

    /// <summary>Whether the state shows nothing of the change.</summary>
    public bool IsNotDone => !IsDone && Open is null;

    /// <summary>Why the state leaves the question open; null when it answers it.</summary>
    public ZimbraException? Open { get; }

    /// <exception cref="InvalidOperationException">The change was not made.</exception>
    public T Result => IsDone ? _result! : throw new InvalidOperationException("The change was not made, so there is no result.");

    /// <summary>The change was made.</summary>
    public static Verdict<T> Done(T result) => new(true, result, null);

    /// <summary>The state leaves the question open, and looking again would not help: the call ends with this exception.</summary>
    public static Verdict<T> Unknown(ZimbraException why) => new(false, default, why);
}
