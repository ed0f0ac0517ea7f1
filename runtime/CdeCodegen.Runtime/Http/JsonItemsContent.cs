using System.Net;

namespace CdeCodegen.Runtime.Internal;

/// <summary>A request body of JSON values that are written as they come. It cannot be sent again.</summary>
/// <param name="items">The values, written as JSON, each in memory that is valid until the next.</param>
/// <param name="isSequence">Whether a record separator precedes each value (RFC 7464).</param>
internal sealed class JsonItemsContent(IAsyncEnumerable<ReadOnlyMemory<byte>> items, bool isSequence) : HttpContent
{
    private int _sent;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _sent, 1) != 0)
        {
            throw new InvalidOperationException("The request cannot be sent again, because the items of its body are not kept.");
        }

        await foreach (ReadOnlyMemory<byte> item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (isSequence)
            {
                await stream.WriteAsync(new byte[] { 0x1E }, cancellationToken).ConfigureAwait(false);
            }

            await stream.WriteAsync(item, cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync(new byte[] { (byte)'\n' }, cancellationToken).ConfigureAwait(false);

            // The server sees an item when it comes, not when a buffer is full.
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
