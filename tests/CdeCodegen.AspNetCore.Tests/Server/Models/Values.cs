namespace CdeCodegen.AspNetCore.Tests.Server.Models;

internal sealed class Values
{
    public required Guid Id { get; init; }

    public required DateOnly Day { get; init; }

    public TimeOnly Time { get; init; }

    public TimeSpan Duration { get; init; }

    public DateTime Local { get; init; }

    public DateTimeOffset Instant { get; init; }

    public Uri? Link { get; init; }

    public byte[] Data { get; init; } = [];

    public char Letter { get; init; }

    public bool IsSet { get; init; }

    public string? Text { get; init; }

    public DateOnly? OptionalDay { get; init; }

    public TimeSpan? OptionalDuration { get; init; }
}
