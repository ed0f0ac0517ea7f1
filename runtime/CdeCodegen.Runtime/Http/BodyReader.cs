namespace CdeCodegen.Runtime.Internal;

/// <summary>Reads a response body into pooled memory, up to a limit.</summary>
internal static class BodyReader
{
    /// <summary>Reads a body. A body that fails is returned as far as it arrived, with <see cref="BodyBuffer.Error"/>.</summary>
    /// <param name="content">The body.</param>
    /// <param name="limit">The maximum length, in bytes.</param>
    /// <param name="deadline">
    /// When to give up, in terms of <see cref="Environment.TickCount64"/>; <see cref="long.MaxValue"/> for never. HttpClient's own time-out covers the
    /// headers only.
    /// </param>
    /// <param name="cancellationToken">Cancels reading.</param>
    internal static ValueTask<BodyBuffer> ReadAsync(HttpContent content, long limit, long deadline, CancellationToken cancellationToken)
    {
        Task<Stream> opening = content.ReadAsStreamAsync(cancellationToken);
        return opening.IsCompletedSuccessfully
            ? ReadAsync(opening.Result, content, limit, deadline, cancellationToken)
            : OpenAsync(opening, content, limit, deadline, cancellationToken);
    }

    /// <summary>Reads synchronously while it can. Most bodies arrive together with their headers, which avoids the cost of an asynchronous method.</summary>
    private static ValueTask<BodyBuffer> ReadAsync(Stream stream, HttpContent content, long limit, long deadline, CancellationToken cancellationToken)
    {
        var body = new BodyBuffer(limit);
        try
        {
            ValueTask<int> pending;
            do
            {
                pending = stream.ReadAsync(body.GetMemory(content), cancellationToken);
                if (!pending.IsCompletedSuccessfully)
                {
                    return ContinueAsync(body, pending, stream, content, deadline, cancellationToken);
                }
            }
            while (!body.Advance(pending.Result));
        }
        catch (Exception e) when (IsBodyFailure(e))
        {
            body.Error = e;
        }
        catch
        {
            body.Return();
            throw;
        }

        return new ValueTask<BodyBuffer>(body);
    }

    private static async ValueTask<BodyBuffer> OpenAsync(
        Task<Stream> opening, HttpContent content, long limit, long deadline, CancellationToken cancellationToken)
    {
        Stream stream;
        try
        {
            stream = await opening.ConfigureAwait(false);
        }
        catch (Exception e) when (IsBodyFailure(e))
        {
            return new BodyBuffer(limit) { Error = e };
        }

        return await ReadAsync(stream, content, limit, deadline, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<BodyBuffer> ContinueAsync(
        BodyBuffer body, ValueTask<int> pending, Stream stream, HttpContent content, long deadline, CancellationToken cancellationToken)
    {
        // Cancellation leaves the buffer to the garbage collector: an abandoned read may still write to it, so it must not return to the pool.
        try
        {
            while (!body.Advance(await WithDeadlineAsync(pending, deadline, cancellationToken).ConfigureAwait(false)))
            {
                pending = stream.ReadAsync(body.GetMemory(content), cancellationToken);
            }
        }
        catch (Exception e) when (IsBodyFailure(e))
        {
            body.Error = e;
        }

        return body;
    }

    /// <summary>Whether the connection failed (HttpRequestException, IOException) or decompression did (the other two).</summary>
    private static bool IsBodyFailure(Exception e)
        => e is HttpRequestException or IOException or InvalidDataException || (e is InvalidOperationException and not ObjectDisposedException);

    private static ValueTask<int> WithDeadlineAsync(ValueTask<int> pending, long deadline, CancellationToken cancellationToken)
        => pending.IsCompleted || deadline == long.MaxValue ? pending : WaitAsync(pending.AsTask(), deadline, cancellationToken);

    private static async ValueTask<int> WaitAsync(Task<int> read, long deadline, CancellationToken cancellationToken)
    {
        try
        {
            long left = Math.Max(0, deadline - Environment.TickCount64);
            return await read.WaitAsync(TimeSpan.FromMilliseconds(left), cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            // Disposing the response ends the abandoned read. Its exception must be observed, or the process reports it as unobserved.
            _ = read.ContinueWith(
                static t => t.Exception,
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);

            // HttpClient reports its own time-out this way.
            throw new TaskCanceledException("The body of the response did not arrive within the time-out of the HttpClient.", e);
        }
    }
}
