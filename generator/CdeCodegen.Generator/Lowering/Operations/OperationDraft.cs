using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Lowering.Types;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Operations;

/// <summary>An operation whose types have no names yet.</summary>
/// <param name="name">The C# name in Pascal case, unique in the client.</param>
internal sealed class OperationDraft(ApiOperation source, string name, string resultName)
{
    public ApiOperation Source { get; } = source;

    public string Name { get; } = name;

    public string ResultName { get; } = resultName;

    /// <summary>The name of the operation in messages.</summary>
    public string Label => Source.Id ?? Source.Method + " " + Source.Path;

    public List<List<TemplatePart>> Segments { get; set; } = [];

    /// <summary>The query string of the template, with its question mark; empty for none.</summary>
    public string Query { get; set; } = "";

    /// <summary>The constant part of the query string, without the question mark. The other part became parameters.</summary>
    public string SentQuery { get; set; } = "";

    /// <summary>See <see cref="OperationModel.Server"/>.</summary>
    public string? Server { get; set; }

    /// <summary>The fragment of the template, with its hash; empty for none.</summary>
    public string Fragment { get; set; } = "";

    /// <summary>By name in the template.</summary>
    public Dictionary<string, PathValueDraft> PathValues { get; } = new(StringComparer.Ordinal);

    public List<ParameterDraft> Parameters { get; } = [];

    /// <summary>The bodies that the operation takes, the preferred one first; one method overload each.</summary>
    public List<BodyDraft> Bodies { get; } = [];

    /// <summary>The responses, each with its preferred body.</summary>
    public List<CaseDraft> Cases { get; } = [];

    /// <summary>The further shapes of the successes, which methods of their own ask for.</summary>
    public List<VariantDraft> Variants { get; } = [];
}

/// <summary>A shape of an operation's successes beside the preferred one.</summary>
/// <param name="Name">The name of the shape in Pascal case, for example <c>Csv</c>.</param>
/// <param name="ResultName">The name of the result type.</param>
/// <param name="Cases">The responses, where the successes have the body of this shape.</param>
internal sealed record VariantDraft(string Name, string ResultName, List<CaseDraft> Cases);

internal sealed record PathValueDraft(string WireName, TypeUse Type, ParameterStyle Style, DocText Doc);

internal sealed record ParameterDraft(ApiParameter Source, ParameterPlace Place, TypeUse Type, ParameterStyle Style, DocText Doc)
{
    /// <summary>See <see cref="ParameterModel.Constant"/>. Null also for a text that a header cannot contain.</summary>
    public string? Constant { get; } =
        Source is { Required: true, ContentType: null, Schema: { } schema } && Type.Kind != TypeKind.Enum && Constants.Of(schema) is { } text && Constants.CanBe(Type, text)
            && !(Place == ParameterPlace.Header && Array.Exists(text.ToCharArray(), char.IsControl))
            ? Constants.Literal(schema, Type, text)
            : null;
}

internal sealed record BodyDraft(BodyKind Kind, string MediaType, Lowered Type, bool Required, DocText Doc)
{
    /// <summary>All media types of the body, the preferred one first.</summary>
    public List<string> MediaTypes { get; init; } = [MediaType];

    /// <summary>The part of the method's name that tells the encoding, where an overload with the same C# type exists; empty otherwise.</summary>
    public string MethodPart { get; init; } = "";

    /// <summary>The media type in the document; null for the body of a response.</summary>
    public MediaType? Source { get; init; }

    /// <summary>See <see cref="BodyModel.IsMediaTypeChosen"/>.</summary>
    public bool IsMediaTypeChosen { get; init; }

    /// <summary>See <see cref="BodyModel.AcceptsText"/>.</summary>
    public bool AcceptsText { get; init; }

    /// <summary>See <see cref="BodyModel.Expected"/>.</summary>
    public string? Expected { get; init; }

    public BodyModel Finish() => new()
    {
        IsMediaTypeChosen = IsMediaTypeChosen,
        MediaTypes = IsMediaTypeChosen ? MediaTypes.ToEquatableArray() : default,
        AcceptsText = AcceptsText,
        Expected = Expected,
        Kind = Kind,
        MediaType = MediaType,
        Type = Type.Type.Final,
        IsRequired = Required,
        IsNullable = Type.Nullable,
        IsByEvent = Type.Type.Draft is UnionDraft { IsByEvent: true },
        FieldStyles = Kind == BodyKind.FormUrlEncoded && Source is not null && Type.Type.Draft is ObjectDraft form ? FormStyles.Of(Source, form) : default,
        Doc = Doc,
    };
}

internal sealed record CaseDraft(string Name, StatusKind Kind, int Status, BodyDraft? Body, List<HeaderDraft> Headers, DocText Doc)
{
    /// <summary>The further bodies that the document offers for this response, with the names of their shapes.</summary>
    public List<KeyValuePair<string, BodyDraft>> Alternatives { get; init; } = [];

    /// <summary>The media types to ask for: those of the body, or of the body that a GET would have where HEAD has none.</summary>
    public List<string> MediaTypes { get; init; } = [];

    /// <summary>Whether the document gives a 2xx status or the range 2XX.</summary>
    public bool IsDocumentedSuccess => Kind == StatusKind.Range ? Status == 2 : Status is >= 200 and < 300;
}

internal sealed record HeaderDraft(string WireName, TypeUse Type, DocText Doc);
