namespace Zourit.Zimbra.Sharing;

/// <summary>The server understood the request and said no. The request had no effect unless the fault's code says otherwise.</summary>
public sealed class ZimbraFaultException : ZimbraException
{
    internal ZimbraFaultException(ZimbraFault fault, string? operation)
        : this(fault, operation, Describe(fault, operation))
    {
    }

    internal ZimbraFaultException(ZimbraFault fault, string? operation, string message)
        : base(message, null)
    {
        Fault = fault;
        Operation = operation;
    }

    /// <summary>The fault as the server wrote it.</summary>
    public ZimbraFault Fault { get; }

    /// <summary>The stable code to decide by, e.g. <c>mail.GRANT_EXISTS</c>.</summary>
    public string Code => Fault.Code;

    private static string Describe(ZimbraFault fault, string? operation)
    {
        string said = operation is null ? $"{fault.Code}: {fault.Reason}" : $"{operation} was refused with {fault.Code}: {fault.Reason}";
        return ZimbraFaultCodes.RemedyFor(fault.Code) is { } remedy ? $"{said.TrimEnd('.')}. {remedy}" : said;
    }
}
