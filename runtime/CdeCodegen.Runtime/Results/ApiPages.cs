
namespace CdeCodegen.Runtime;

/// <summary>The items of a list that a server hands out in pages. Nothing is sent before it is enumerated; each enumeration begins at the first page.</summary>
/// <typeparam name="TResult">The result of the operation that fetches a page.</typeparam>
/// <typeparam name="TItem">What is listed.</typeparam>
/// <remarks>
/// <para>Enumerated with <c>await foreach</c> it gives items, and throws <see cref="ApiResultException"/> with the case where a page is a documented failure.</para>
/// <para><see cref="AsPages"/> gives the results instead, failures included, for code that deals with each case.</para>
/// </remarks>
public sealed class ApiPages<TResult, TItem> : IAsyncEnumerable<TItem>
    where TResult : ApiResult
{
    private readonly Func<ApiPagePosition, CancellationToken, Task<TResult>> _fetch;
    private readonly Func<TResult, ApiPage<TItem>?> _read;

    /// <summary>Made by generated code, and by tests.</summary>
    /// <param name="fetch">Sends the operation for the page at a position.</param>
    /// <param name="read">The page in a result, or null where the result is a failure.</param>
    public ApiPages(Func<ApiPagePosition, CancellationToken, Task<TResult>> fetch, Func<TResult, ApiPage<TItem>?> read)
    {
        ArgumentNullException.ThrowIfNull(fetch);
        ArgumentNullException.ThrowIfNull(read);
        _fetch = fetch;
        _read = read;
    }

    /// <summary>The result of each page. A failure is the last one.</summary>
    /// <param name="cancellationToken">Ends the enumeration with an <see cref="OperationCanceledException"/>.</param>
    public async IAsyncEnumerable<TResult> AsPages([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ApiPagePosition position = default;
        while (true)
        {
            TResult result = await _fetch(position, cancellationToken).ConfigureAwait(false);
            yield return result;
            if (_read(result) is not { } page || !page.TryAdvance(ref position))
            {
                yield break;
            }
        }
    }

    /// <summary>Enumerates the items.</summary>
    /// <exception cref="ApiResultException">A page is a documented failure; the exception carries its case.</exception>
    public async IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (TResult result in AsPages(cancellationToken).ConfigureAwait(false))
        {
            ApiPage<TItem> page = _read(result) ?? throw new ApiResultException(result);
            foreach (TItem item in page.Items)
            {
                yield return item;
            }
        }
    }
}
