namespace CdeCodegen.Runtime.Generated;

/// <summary>Whether a request body can be sent a second time.</summary>
internal static class Replay
{
    internal static bool IsPossible(HttpContent content) => content switch
    {
        PooledContent or ByteArrayContent => true,
        CallerStreamContent stream => stream.CanRepeat,
        MultipartContent parts => parts.All(IsPossible),
        _ => false,
    };
}
