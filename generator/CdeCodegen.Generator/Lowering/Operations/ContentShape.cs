using CdeCodegen.Generator.Lowering.Types;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Operations;

/// <summary>What a response offers in one or several media types that a program reads alike.</summary>
internal sealed class ContentShape(BodyKind kind, MediaType first)
{
    public BodyKind Kind { get; set; } = kind;

    /// <summary>The media types, in document order.</summary>
    public List<MediaType> Types { get; } = [first];

    /// <summary>The name of the format of the first media type, computed once: a response can have thousands of media types.</summary>
    public string Format { get; } = MediaTypeNames.Of(first.Type);

    /// <summary>See <see cref="BodyModel.AcceptsText"/>.</summary>
    public bool AcceptsText { get; set; }

    /// <summary>The media type whose schema describes the shape: the preferred one, unless it has none and another one has.</summary>
    public MediaType Described
    {
        get
        {
            MediaType preferred = Preferred;
            return IsDescribed(preferred) ? preferred : Types.Find(IsDescribed) ?? preferred;
        }
    }

    /// <summary>The media type that is asked for first.</summary>
    public MediaType Preferred
    {
        get
        {
            MediaType best = Types[0];
            foreach (MediaType media in Types)
            {
                if (Rank(media) < Rank(best))
                {
                    best = media;
                }
            }

            return best;
        }
    }

    /// <summary>The name of the preferred media type, or of what several images, sounds or films have in common.</summary>
    public string Name
    {
        get
        {
            bool isOneMedium = Types.Count > 1;
            foreach (MediaType media in Types)
            {
                isOneMedium &= IsSameMedium(Types[0], media);
            }

            return isOneMedium ? Naming.Identifiers.Pascal(TopOf(Types[0])!) : MediaTypeNames.Of(Preferred.Type);
        }
    }

    /// <summary>Whether media types of this group differ only in how they encode the same picture, sound or film.</summary>
    public static bool IsSameMedium(MediaType x, MediaType y) => TopOf(x) is "image" or "audio" or "video" or "font" && TopOf(x) == TopOf(y);

    private static string? TopOf(MediaType media) => media.Type.IndexOf('/') is > 0 and var slash ? media.Type.Substring(0, slash).ToLowerInvariant() : null;

    private static bool IsDescribed(MediaType media) => media.Schema is not null || media.ItemSchema is not null;

    private static int Rank(MediaType media) =>
        MediaTypes.IsRange(media.Type) ? 4
        : (MediaTypes.Bare(media.Type) == "application/json" ? 0 : 1) + (IsDescribed(media) ? 0 : 2);
}
