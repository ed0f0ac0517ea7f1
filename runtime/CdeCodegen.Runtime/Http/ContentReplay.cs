namespace CdeCodegen.Runtime.Internal;

/// <summary>Decides whether request content can be sent again.</summary>
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
