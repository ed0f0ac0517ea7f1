namespace CdeCodegen.Runtime.OAuth.Tests.Support;

/// <summary>A clock that tests advance. Its timers run in real time.</summary>
internal sealed class ManualClock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public void Advance(TimeSpan by) => _ahead += by;
}
