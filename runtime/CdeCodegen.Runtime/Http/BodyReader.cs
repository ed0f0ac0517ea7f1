using System.Buffers;

namespace CdeCodegen.Runtime.Generated;

/// <summary>Reads a response body into pooled memory, once, up to a limit.</summary>
internal static class BodyReader
{
    private const int FirstSize = 16 * 1024;

    /// <summary>A server's word on the length is believed up to here; beyond, memory grows with what really comes.</summary>
    private const int MaxTrustedLength = 1024 * 1024;

    internal readonly record struct Body(byte[] Buffer, int Length, bool IsTooLarge);

    /// <param name="content">The body.</param>
    /// <param name="limit">How many bytes may come.</param>
    /// <param name="deadline">On <see cref="Environment.TickCount64"/>; <see cref="long.MaxValue"/> for none. HttpClient's own time-out ends with the headers.</param>
    /// <param name="cancellationToken">The caller's.</param>
    internal static async ValueTask<Body> ReadAsync(HttpContent content, long limit, long deadline, CancellationToken cancellationToken)
    {
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
        int length = 0;
        bool keep = false;
        try
        {
            while (true)
            {
                if (length == buffer.Length)
                {
                    buffer = Grow(buffer, length, content.Headers.ContentLength);
                }

                ValueTask<int> pending = stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
                int read;
                if (pending.IsCompleted || deadline == long.MaxValue)
                {
                    read = await pending.ConfigureAwait(false);
                }
                else
                {
                    // A read that is given up may still write into the buffer, so then the pool must not get it.
                    keep = true;
                    read = await WithinAsync(pending, deadline, cancellationToken).ConfigureAwait(false);
                    keep = false;
                }

                if (read == 0)
                {
                    keep = true;
                    return new Body(buffer, length, false);
                }

                length += read;
                if (length > limit)
                {
                    keep = true;
                    return new Body(buffer, length, true);
                }
            }
        }
        finally
        {
            if (!keep)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    private static byte[] Grow(byte[] buffer, int length, long? contentLength)
    {
        // One byte more than announced, so that the read that finds the end has room.
        long announced = Math.Min(contentLength ?? 0, MaxTrustedLength) + 1;
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(2L * length, announced), Array.MaxLength));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private static async ValueTask<int> WithinAsync(ValueTask<int> pending, long deadline, CancellationToken cancellationToken)
    {
        Task<int> read = pending.AsTask();
        long left = Math.Max(0, deadline - Environment.TickCount64);
        try
        {
            return await read.WaitAsync(TimeSpan.FromMilliseconds(left), cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            // As HttpClient reports its own time-out. The response is disposed next, which ends the read.
            _ = read.ContinueWith(static t => t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw new TaskCanceledException("The response's body did not come within the HttpClient's time-out.", e);
        }
    }
}
