namespace CdeCodegen.Runtime.Internal;

/// <summary>Reads a response body into pooled memory, once, up to a limit.</summary>
internal static class BodyReader
{
    /// <param name="content">The body.</param>
    /// <param name="limit">How many bytes may come.</param>
    /// <param name="deadline">On <see cref="Environment.TickCount64"/>; <see cref="long.MaxValue"/> for none. HttpClient's own time-out ends with the
    /// headers.</param>
    /// <param name="cancellationToken">The caller's.</param>
    internal static ValueTask<BodyBuffer> ReadAsync(HttpContent content, long limit, long deadline, CancellationToken cancellationToken)
    {
        Task<Stream> opening = content.ReadAsStreamAsync(cancellationToken);
        return opening.IsCompletedSuccessfully
            ? ReadAsync(opening.Result, content, limit, deadline, cancellationToken)
            : OpenAsync(opening, content, limit, deadline, cancellationToken);
    }

    /// <summary>Most bodies have arrived with their headers: they are read here, without the cost of an asynchronous method.</summary>
    private static ValueTask<BodyBuffer> ReadAsync(Stream stream, HttpContent content, long limit, long deadline, CancellationToken cancellationToken)
    {
        var body = new BodyBuffer(limit);
        try
        {
            ValueTask<int> pending;
            do
            {
                pending = stream.ReadAsync(body.Free(content), cancellationToken);
                if (!pending.IsCompletedSuccessfully)
                {
                    return ReadOnAsync(body, pending, stream, content, deadline, cancellationToken);
                }
            }
            while (!body.Take(pending.Result));

            return new ValueTask<BodyBuffer>(body);
        }
        catch
        {
            body.Return();
            throw;
        }
    }

    private static async ValueTask<BodyBuffer> OpenAsync(
        Task<Stream> opening, HttpContent content, long limit, long deadline, CancellationToken cancellationToken)
    {
        Stream stream = await opening.ConfigureAwait(false);
        return await ReadAsync(stream, content, limit, deadline, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<BodyBuffer> ReadOnAsync(
        BodyBuffer body, ValueTask<int> pending, Stream stream, HttpContent content, long deadline, CancellationToken cancellationToken)
    {
        // An exception leaves the memory to the garbage collector: a read that was given up may still write into it, so the pool must not get it.
        while (!body.Take(await WithinAsync(pending, deadline, cancellationToken).ConfigureAwait(false)))
        {
            pending = stream.ReadAsync(body.Free(content), cancellationToken);
        }

        return body;
    }

    private static ValueTask<int> WithinAsync(ValueTask<int> pending, long deadline, CancellationToken cancellationToken)
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
            // The response is disposed next, which ends the read; nobody is left to look at its error.
            _ = read.ContinueWith(
                static t => t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

            // As HttpClient reports its own time-out.
            throw new TaskCanceledException("The response's body did not come within the HttpClient's time-out.", e);
        }
    }
}
