namespace Zourit.Zimbra.Sharing.Messages;

/// <summary>What became of one request of a batch.</summary>
public abstract class BatchOutcome
{
    private protected BatchOutcome(ZimbraRequest request, ZimbraFault? fault)
    {
        Request = request;
        Fault = fault;
    }

    /// <summary>The request as it was put into the batch.</summary>
    public ZimbraRequest Request { get; }

    /// <summary>Who asked, where an administrator did and the client knows the name.</summary>
    internal string? Administrator { get; set; }

    /// <summary>The fault the server answered; null when the request succeeded or was not run.</summary>
    public ZimbraFault? Fault { get; }

    /// <summary>The server carried the request out and answered.</summary>
    public abstract bool Succeeded { get; }

    /// <summary>
    /// The same after an earlier reply to the batch was lost: a fault that says that things are already as the request would make them is
    /// its success.
    /// </summary>
    internal abstract BatchOutcome AfterLoss();

    /// <summary>The server did not reach the request: an earlier one failed and the batch was to stop.</summary>
    public bool NotRun => !Succeeded && Fault is null;
}
