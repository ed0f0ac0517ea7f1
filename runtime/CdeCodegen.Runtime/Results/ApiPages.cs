
namespace CdeCodegen.Runtime;

/// <summary>The items of a paged list. Pages are requested on demand, and each enumeration starts at the first page.</summary>
/// <typeparam name="TResult">The result of the operation that returns a page.</typeparam>
/// <typeparam name="TItem">The type of the items.</typeparam>
/// <remarks>
/// <para><c>await foreach</c> returns the items. It throws an <see cref="ApiResultException"/> with the case if the result of a page is not a success.</para>
/// <para><see cref="AsPages"/> returns the results instead, including a failure, for code that handles each case.</para>
/// <para>
/// The link of a page to the next one is followed only within the origin of the operation. A link to another origin, and a list that leads back to a page
/// before it, end the enumeration with a <see cref="ResponseFormatException"/>.
/// </para>
/// </remarks>
public sealed class ApiPages<TResult, TItem> : IAsyncEnumerable<TItem>
    where TResult : ApiResult
{
    private readonly Func<ApiPagePosition, CancellationToken, Task<TResult>> _fetch;
    private readonly Func<TResult, ApiPage<TItem>?> _read;

    /// <summary>Creates a paged list. Generated code and tests call it.</summary>
    /// <param name="fetch">Requests the page at a position.</param>
    /// <param name="read">Returns the page in a result, or null if the result is not a success.</param>
    public ApiPages(Func<ApiPagePosition, CancellationToken, Task<TResult>> fetch, Func<TResult, ApiPage<TItem>?> read)
    {
        ArgumentNullException.ThrowIfNull(fetch);
        ArgumentNullException.ThrowIfNull(read);
        _fetch = fetch;
        _read = read;
    }

    /// <summary>Enumerates the result of each page. A failure ends the enumeration.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    public async IAsyncEnumerable<TResult> AsPages([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var position = new ApiPagePosition(null, 0, 0, null, null, null);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TResult result = await _fetch(position, cancellationToken).ConfigureAwait(false);
            yield return result;
            if (_read(result) is not { } page || !page.TryAdvance(result, ref position))
            {
                yield break;
            }
        }
    }

    /// <summary>Enumerates the items.</summary>
    /// <exception cref="ApiResultException">The result of a page is not a success. The exception carries the case.</exception>
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
