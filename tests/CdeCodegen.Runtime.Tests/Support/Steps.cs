namespace CdeCodegen.Runtime.Tests;

/// <summary>Operations of which one completes later, and all others at once. A test tries each of them.</summary>
/// <param name="late">The number of the late operation, from 0; -1 for none.</param>
internal sealed class Steps(int late)
{
    /// <summary>How many operations there were.</summary>
    public int Count { get; private set; }

    /// <summary>The late operation completes after this task.</summary>
    public Task Delay { get; init; } = Task.Delay(5);

    public Task<T> Next<T>(Func<T> operation)
    {
        if (Count++ != late)
        {
            return Task.FromResult(operation());
        }

        return Delay.ContinueWith(_ => operation(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }
}

/// <summary>A body that is opened and read in steps.</summary>
internal sealed class SteppedContent(Steps steps, Stream body) : HttpContent
{
    protected override Task<Stream> CreateContentReadStreamAsync() => steps.Next<Stream>(() => new SteppedStream(steps, body));

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => new SteppedStream(steps, body);

    protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => throw new NotSupportedException();

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}

/// <summary>Reads from, or writes to, another stream in steps.</summary>
internal sealed class SteppedStream(Steps steps, Stream inner) : MemoryStream
{
    public override bool CanSeek => false;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(steps.Next(() => inner.Read(buffer.Span)));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        byte[] bytes = buffer.ToArray();
        return new(steps.Next(() =>
        {
            inner.Write(bytes);
            return 0;
        }));
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => steps.Next(() => 0);
}
