using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace CdeCodegen.Runtime.Generated;

// Bodies whose items arrive one by one.
public sealed partial class ApiResponse
{
    /// <summary>The data of the last event of OpenAI's streams and of many others. It is no JSON.</summary>
    internal static ReadOnlySpan<byte> Done => "[DONE]"u8;

    /// <summary>Returns the JSON values of a body in lines (NDJSON, JSON Lines) or records (JSON text sequences).</summary>
    /// <param name="read">Reads an item.</param>
    /// <param name="expected">The media types that the document gives the stream, separated by commas; null for any.</param>
    public ApiStream<T> Items<T>(JsonBodyReader<T> read, string? expected = null)
    {
        if (TakeStream(expected) is not { } body)
        {
            return null!;
        }

        return new(ReadItemsAsync(body, read), body);
    }

    /// <summary>Returns the events of an event stream whose data is JSON. The data <c>[DONE]</c> ends it.</summary>
    /// <param name="read">Reads the data of an event.</param>
    public ApiStream<ServerSentEvent<T>> Events<T>(JsonBodyReader<T> read) => CreateEvents((_, data) => ReadItem(data, read), isJson: true);

    /// <summary>Returns the events of an event stream whose data is text.</summary>
    public ApiStream<ServerSentEvent<string>> Events() => CreateEvents(static (_, data) => Encoding.UTF8.GetString(data), isJson: false);

    /// <summary>
    /// Returns the events of an event stream whose names select the type of their data. The data <c>[DONE]</c> ends it, unless it belongs to an event of text.
    /// </summary>
    /// <param name="read">Reads the data of an event.</param>
    public ApiStream<ServerSentEvent<T>> EventsByType<T>(ApiEventReader<T> read) => CreateEvents((type, data) => read(new ApiEvent(type, data)), isJson: false);

    private ApiStream<ServerSentEvent<T>> CreateEvents<T>(ItemReader<T> read, bool isJson)
    {
        if (TakeStream("text/event-stream") is not { } body)
        {
            return null!;
        }

        var limited = new ItemLimitStream(body, _maxBytes, () => new ResponseTooLargeException(StatusCode, Headers, "", _maxBytes));
        long number = 0;
        SseParser<(bool IsLast, T Value)> parser = SseParser.Create(limited, (type, data) =>
        {
            number++;
            if (isJson && data.SequenceEqual(Done))
            {
                return (true, default(T)!);
            }

            try
            {
                return (false, read(type, data));
            }
            catch (JsonFormatException) when (data.SequenceEqual(Done))
            {
                return (true, default(T)!);
            }
            catch (JsonFormatException e)
            {
                throw CreateItemException(data, number, e.Message, e.ByteOffset);
            }
        });
        return new(EnumerateAsync(parser, body, limited), body, () => parser.LastEventId is { Length: > 0 } id ? id : null);
    }

    private static async IAsyncEnumerable<ServerSentEvent<T>> EnumerateAsync<T>(
        SseParser<(bool IsLast, T Value)> parser, Stream body, ItemLimitStream limited, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using (body.ConfigureAwait(false))
        {
            await foreach (SseItem<(bool IsLast, T Value)> item in parser.EnumerateAsync(cancellationToken).ConfigureAwait(false))
            {
                limited.Reset();
                if (item.Data.IsLast)
                {
                    yield break;
                }

                yield return new ServerSentEvent<T>(item.Data.Value, item.EventType, item.EventId, item.ReconnectionInterval);
            }
        }
    }

    private async IAsyncEnumerable<T> ReadItemsAsync<T>(
        Stream body, JsonBodyReader<T> read, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using (body.ConfigureAwait(false))
        {
            using var buffer = new ItemBuffer(body, _maxBytes);
            for (long number = 1; await buffer.ReadAsync(cancellationToken).ConfigureAwait(false); number++)
            {
                if (buffer.IsTooLarge)
                {
                    throw new ResponseTooLargeException(StatusCode, Headers, Decode(buffer.Current.Span), _maxBytes);
                }

                yield return ReadItem(buffer.Current.Span, number, read);
            }
        }
    }

    private T ReadItem<T>(ReadOnlySpan<byte> json, long number, JsonBodyReader<T> read)
    {
        try
        {
            return ReadItem(json, read);
        }
        catch (JsonFormatException e)
        {
            throw CreateItemException(json, number, e.Message, e.ByteOffset);
        }
    }

    internal static T ReadItem<T>(ReadOnlySpan<byte> json, JsonBodyReader<T> read)
    {
        if (!Utf8.IsValid(json))
        {
            throw new JsonFormatException("it is not valid UTF-8", FindInvalidUtf8(json));
        }

        var r = new JsonReader(json);
        T value = read(ref r);
        r.End();
        return value;
    }

    /// <summary>Hands out the body. The response lives as long as the stream.</summary>
    /// <returns>Null if the response is an error whose body does not match.</returns>
    private Stream? TakeStream(string? expected)
    {
        if (_isBuffered || (expected is not null && !MediaTypes.IsOneOf(ContentType, expected)))
        {
            try
            {
                RequireBody();
                if (expected is not null && !MediaTypes.IsOneOf(ContentType, expected))
                {
                    throw CreateFormatException($"expected {expected} but the content type is '{Truncate(ContentType)}'");
                }

                return new MemoryStream(Bytes(), writable: false);
            }
            catch (ResponseFormatException e) when (!IsSuccess)
            {
                BodyError = e;
                return null;
            }
        }

        _isStreamTaken = true;
        return new ResponseStream(_message.Content.ReadAsStream(CancellationToken.None), _message, _callToken);
    }

    private ResponseFormatException CreateItemException(ReadOnlySpan<byte> item, long number, string problem, long offset)
    {
        string path = JsonPathFinder.Find(item, offset);
        return new ResponseFormatException(
            $"Item {number} of the response (status {StatusCode}) is not what the API's document describes: {problem}, at {path} (byte {offset}).",
            StatusCode, Headers, Decode(item), path, offset)
        {
            ItemNumber = number,
        };
    }

    private static string Decode(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text[..Math.Min(text.Length, BodyStartLength)]);

    private delegate T ItemReader<T>(string eventType, ReadOnlySpan<byte> data);
}
