using Microsoft.Kiota.Abstractions;

namespace CdeCodegen.Runtime.Internal;

/// <summary>The request for a page, as an option of the call: where it goes, and where it went.</summary>
internal sealed class PageRequest : IRequestOption
{
    /// <summary>The link that replaces the URL of the request; null for the first page.</summary>
    internal PageLink? Link { get; init; }

    /// <summary>The URL that was requested, without credentials; null before the call.</summary>
    internal Uri? Url { get; set; }
}
