namespace CdeCodegen.Corpus.Tests.RoundTrips;

/// <summary>A request or result that is not as documented.</summary>
/// <param name="message">The kind of failure. Reports group by it.</param>
/// <param name="detail">The values of this failure.</param>
internal sealed class RoundTripException(string message, string detail) : Exception(message)
{
    public string Detail { get; } = detail;
}
