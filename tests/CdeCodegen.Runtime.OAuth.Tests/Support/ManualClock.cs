namespace CdeCodegen.Runtime.OAuth.Tests.Support;

/// <summary>A clock that a test sets forward.</summary>
sealed class ManualClock : TimeProvider
{
    TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public void Advance(TimeSpan by) => ahead += by;
}
