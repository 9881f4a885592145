namespace Zourit.Zimbra.Sharing.Messages;

/// <summary>Does something with a request of whatever type, typed.</summary>
/// <typeparam name="TResult">What comes of it.</typeparam>
internal interface IRequestVisitor<TResult>
{
    TResult Visit<TResponse>(ZimbraRequest<TResponse> request)
        where TResponse : class;
}
