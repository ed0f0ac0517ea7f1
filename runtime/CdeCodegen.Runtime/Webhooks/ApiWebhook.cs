using System.ComponentModel;
using System.Text;
using System.Text.Unicode;

namespace CdeCodegen.Runtime;

/// <summary>
/// Reads the body of a request that the API sends: a webhook, or a callback of an operation. It needs no server framework: it takes the bytes or the stream of
/// the body. It checks no signature; do so with the bytes before you read them. Safe for concurrent use.
/// </summary>
/// <typeparam name="T">The type of the body.</typeparam>
public sealed class ApiWebhook<T>
{
    private const int FirstBufferLength = 16 * 1024;

    private readonly JsonBodyReader<T> _read;

    /// <summary>Creates a reader. For generated code.</summary>
    /// <param name="read">Reads the root value of the body.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ApiWebhook(JsonBodyReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        _read = read;
    }

    /// <summary>The largest body that is read from a stream, in bytes: 64 MB. Servers usually have a lower limit.</summary>
    public static int MaxBodyBytes => 64 * 1024 * 1024;

    /// <summary>Reads a body that is in memory.</summary>
    /// <param name="body">JSON in UTF-8, with or without byte order mark.</param>
    /// <exception cref="WebhookFormatException">The body does not match the API's document.</exception>
    public T Read(ReadOnlySpan<byte> body)
    {
        int start = body is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        ReadOnlySpan<byte> json = body[start..];
        if (json.IsEmpty)
        {
            throw new WebhookFormatException("The body of the request is empty.");
        }

        if (!Utf8.IsValid(json))
        {
            throw new WebhookFormatException("The body of the request is not valid UTF-8.");
        }

        try
        {
            var reader = new JsonReader(json);
            T value = _read(ref reader);
            reader.End();
            return value;
        }
        catch (JsonFormatException e)
        {
            string path = JsonPathFinder.Find(json, e.ByteOffset);
            long offset = start + e.ByteOffset;
            throw new WebhookFormatException(
                $"The body of the request is not what the API's document describes: {e.Message}, at {path} (byte {offset}).", path, offset);
        }
    }

    /// <summary>Reads a body that is a text.</summary>
    /// <param name="body">JSON.</param>
    /// <exception cref="WebhookFormatException">The body does not match the API's document.</exception>
    public T Read(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Read(Encoding.UTF8.GetBytes(body));
    }

    /// <summary>Reads a body to its end. The stream stays open.</summary>
    /// <param name="body">JSON in UTF-8, with or without byte order mark.</param>
    /// <exception cref="WebhookFormatException">The body does not match the API's document, or is larger than <see cref="MaxBodyBytes"/>.</exception>
    public T Read(Stream body)
    {
        ArgumentNullException.ThrowIfNull(body);
        byte[] buffer = BufferPool.Rent(FirstBufferLength);
        try
        {
            int length = 0;
            for (int read; (read = body.Read(buffer, length, buffer.Length - length)) > 0;)
            {
                length = Advance(ref buffer, length + read);
            }

            return Read(buffer.AsSpan(0, length));
        }
        finally
        {
            BufferPool.Return(buffer);
        }
    }

    /// <summary>Reads a body to its end. The stream stays open.</summary>
    /// <param name="body">JSON in UTF-8, with or without byte order mark, for example <c>HttpRequest.Body</c>.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="WebhookFormatException">The body does not match the API's document, or is larger than <see cref="MaxBodyBytes"/>.</exception>
    public async ValueTask<T> ReadAsync(Stream body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);

        // If reading fails, the garbage collector takes the buffer: an abandoned read may still write to it, so it must not return to the pool.
        byte[] buffer = BufferPool.Rent(FirstBufferLength);
        int length = 0;
        for (int read; (read = await body.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0;)
        {
            length = Advance(ref buffer, length + read);
        }

        try
        {
            return Read(buffer.AsSpan(0, length));
        }
        finally
        {
            BufferPool.Return(buffer);
        }
    }

    /// <summary>Makes room for the next part of a body.</summary>
    /// <returns>The length.</returns>
    private static int Advance(ref byte[] buffer, int length)
    {
        if (length > MaxBodyBytes)
        {
            throw new WebhookFormatException($"The body of the request is larger than the limit of {MaxBodyBytes} bytes.");
        }

        if (length == buffer.Length)
        {
            byte[] larger = BufferPool.Rent(buffer.Length * 2);
            buffer.AsSpan(0, length).CopyTo(larger);
            BufferPool.Return(buffer);
            buffer = larger;
        }

        return length;
    }
}
