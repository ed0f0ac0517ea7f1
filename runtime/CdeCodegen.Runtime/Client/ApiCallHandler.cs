using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>Answers the calls of a client in place of a server. <c>ApiFake</c> in the package CdeCodegen.Runtime.Testing is one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ApiCallHandler
{
    /// <summary>Answers a call.</summary>
    /// <typeparam name="TResult">The result of the operation. Its <c>ApiResultAttribute</c> names the operation.</typeparam>
    /// <param name="request">The request, without credentials. It is disposed when the call ends.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public abstract Task<TResult> SendAsync<TResult>(HttpRequestMessage request, CancellationToken cancellationToken)
        where TResult : class;
}
