namespace CdeCodegen.Corpus.Tests.RoundTrips;

/// <summary>A call that was not as documented.</summary>
/// <param name="message">The kind of mistake.</param>
/// <param name="detail">This one.</param>
internal sealed class RoundTripException(string message, string detail) : Exception(message)
{
    public string Detail { get; } = detail;
}
