namespace CdeCodegen.Runtime.Internal;

/// <summary>Whether a request body can be sent a second time.</summary>
internal static class ContentReplay
{
    internal static bool IsPossible(HttpContent content) => content switch
    {
        PooledContent or ByteArrayContent => true,
        CallerStreamContent stream => stream.CanRepeat,
        MultipartContent parts => parts.All(IsPossible),
        _ => false,
    };
}
