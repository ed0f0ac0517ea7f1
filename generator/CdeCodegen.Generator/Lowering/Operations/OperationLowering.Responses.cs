using System.Globalization;
using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Lowering.Types;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Operations;

/// <content>Responses.</content>
internal sealed partial class OperationLowering
{
    private CaseDraft? Case(OperationDraft draft, ApiResponse response)
    {
        if (Status(response.Key) is not var (kind, status, name))
        {
            diagnostics.Report(
                Descriptors.InvalidKeyword, response.Node, "responses", $"'{response.Key}' is not a status code, a range such as 4XX, or 'default'");
            return null;
        }

        if (draft.Cases.Exists(c => c.Kind == kind && c.Status == status))
        {
            diagnostics.Report(Descriptors.InvalidKeyword, response.Node, "responses", $"'{response.Key}' is documented twice; the first one is used");
            return null;
        }

        bool isSuccess = kind switch
        {
            StatusKind.Exact => status is >= 200 and < 300,
            StatusKind.Range => status == 2,
            _ => !draft.Source.Responses.Exists(r => r.Key.Length == 3 && r.Key[0] == '2'),
        };
        string member = !isSuccess ? OperationHints.Error
            : draft.Cases.Exists(c => c.Body is not null) ? name + OperationHints.Response
            : OperationHints.Response;
        bool hasBody = draft.Source.Method != "HEAD" && !(kind == StatusKind.Exact && status is 204 or 205 or 304 or < 200);
        List<KeyValuePair<string, BodyDraft>> bodies = hasBody ? ResponseBodies(draft, response, member, isSuccess) : [];
        var headers = new List<HeaderDraft>();
        foreach (ApiHeader header in response.Headers)
        {
            TypeUse type = types.Lower(header.Schema, NameHint.Of(draft.Name, header.Name)).Type;
            bool hasObjects = type.Kind is TypeKind.Object or TypeKind.Map || (type.Kind == TypeKind.List && !IsScalar(type.Item!.Kind) && type.Item!.Kind != TypeKind.Json);
            if (hasObjects && _reported.Add(header.Position))
            {
                diagnostics.Report(Descriptors.Degraded, header.Node, "A header that is an object or contains them", "its text is given");
            }

            bool hasCommas = type.Kind == TypeKind.List && TypeLowering.ResolveAliases(header.Schema!).Items is { } items
                && TypeLowering.ResolveAliases(items).Format == "http-date";
            if (hasCommas && _reported.Add(header.Position))
            {
                diagnostics.Report(Descriptors.Degraded, header.Node, "A header that is a list of HTTP dates, which contain commas,", "its text is given");
            }

            type = hasCommas ? TypeUse.String : IsScalar(type.Kind) || (type.Kind == TypeKind.List && IsScalar(type.Item!.Kind)) ? type : TypeUse.String;
            reachability.Read(type);
            headers.Add(new HeaderDraft(header.Name, type, DocTexts.Of(null, header.Description, header.Deprecated)));
        }

        BodyDraft? body = bodies.Count == 0 ? null : bodies[0].Value;
        return new CaseDraft(name, kind, status, body, headers, DocTexts.Of(null, response.Description))
        {
            Alternatives = bodies.Count < 2 ? [] : bodies.GetRange(1, bodies.Count - 1),
            MediaTypes = draft.Source.Method == "HEAD" ? TypesOf(Valid(response.Content)) : body?.MediaTypes ?? [],
        };
    }

    /// <summary>The bodies of a response with the names of their shapes, the preferred one first.</summary>
    private List<KeyValuePair<string, BodyDraft>> ResponseBodies(OperationDraft draft, ApiResponse response, string member, bool isSuccess)
    {
        var bodies = new List<KeyValuePair<string, BodyDraft>>();
        List<ContentShape> shapes = _shapes.Of(Valid(response.Content), isSuccess);
        foreach (ContentShape shape in shapes)
        {
            if (!isSuccess && bodies.Count > 0)
            {
                // No method asks for an error, so its case has one body.
                diagnostics.Report(
                    Descriptors.Degraded, shape.Preferred.Node, $"An error in {shape.Preferred.Type} beside {bodies[0].Value.MediaType}",
                    "its case arrives, and RawBody has the text");
                continue;
            }

            string name = shape.Name;
            bodies.Add(new(name, ResponseBody(draft, shape, bodies.Count == 0 ? member : member + name, isAlone: shapes.Count == 1 || !isSuccess)));
        }

        return bodies;
    }

    private BodyDraft ResponseBody(OperationDraft draft, ContentShape shape, string member, bool isAlone)
    {
        MediaType media = shape.Preferred;
        var hint = NameHint.Of(draft.Name, member);
        Lowered type = shape.Kind switch
        {
            BodyKind.Json => types.Lower(shape.Described.Schema, hint),
            BodyKind.Items => Item(shape.Described, hint),
            BodyKind.Events => EventData(shape.Described, hint),
            _ => Opaque(shape.Kind, media),
        };
        reachability.Read(type.Type, asBody: shape.Kind == BodyKind.Json);
        var mediaTypes = new List<string> { media.Type };
        foreach (MediaType other in shape.Types)
        {
            // The preferred JSON type is enough to ask for. A file is the least likely to come as JSON.
            bool isAsked = shape.Kind != BodyKind.Json && !mediaTypes.Contains(other.Type)
                && (shape.Kind != BodyKind.Binary || MediaTypes.KindOf(other.Type) != BodyKind.Json || MediaTypes.IsRange(other.Type));
            if (isAsked)
            {
                mediaTypes.Add(other.Type);
            }
        }

        return new BodyDraft(shape.Kind, media.Type, type, Required: true, DocText.None)
        {
            MediaTypes = mediaTypes,
            AcceptsText = shape.AcceptsText,
            Expected = isAlone || shape.Kind == BodyKind.Json ? null : Expected(mediaTypes),
        };
    }

    private static List<string> TypesOf(List<MediaType> content)
    {
        var types = new List<string>(content.Count);
        foreach (MediaType media in content)
        {
            types.Add(media.Type);
        }

        return types;
    }

    private static string? Expected(List<string> mediaTypes)
    {
        var bare = new List<string>();
        foreach (string mediaType in mediaTypes)
        {
            bare.Add(MediaTypes.Bare(mediaType));
        }

        return bare.Contains("*/*") ? null : string.Join(",", bare);
    }

    /// <summary>Collects the shapes of successes that methods of their own ask for.</summary>
    private void AddVariants(OperationDraft draft)
    {
        bool documentsSuccess = draft.Cases.Exists(c => c.IsDocumentedSuccess);
        foreach (CaseDraft @case in draft.Cases)
        {
            foreach (KeyValuePair<string, BodyDraft> alternative in @case.Alternatives)
            {
                string name = alternative.Key;
                if (draft.Variants.Exists(v => v.Name == name))
                {
                    continue;
                }

                var cases = new List<CaseDraft>(draft.Cases.Count);
                foreach (CaseDraft other in draft.Cases)
                {
                    bool isSuccess = other.Kind == StatusKind.Default ? !documentsSuccess : other.IsDocumentedSuccess;
                    int index = isSuccess ? other.Alternatives.FindIndex(a => a.Key == name) : -1;
                    cases.Add(index < 0 ? other : other with { Body = other.Alternatives[index].Value, MediaTypes = other.Alternatives[index].Value.MediaTypes });
                }

                draft.Variants.Add(new VariantDraft(name, names.Take(draft.Name + "As" + name + "Result"), cases));
            }
        }
    }

    /// <summary>The type of a body that the client does not parse: text or a stream, even if the document describes a schema.</summary>
    private Lowered Opaque(BodyKind kind, MediaType media)
    {
        if (media.ItemSchema is not null || ContentShapes.HasStructure(media.Schema))
        {
            diagnostics.Report(
                Descriptors.Degraded, media.Node, $"The schema of a body that is {media.Type}",
                kind == BodyKind.Text ? "the body is a text" : "the body is a stream");
        }

        return new Lowered(kind == BodyKind.Text ? TypeUse.String : TypeUse.Stream, Nullable: false);
    }

    /// <summary>The media types that can be sent in a header. Others are reported; one that is all there is, is taken for what it seems to mean.</summary>
    private List<MediaType> Valid(List<MediaType> content)
    {
        var valid = new List<MediaType>(content.Count);
        MediaType? invalid = null;
        foreach (MediaType media in content)
        {
            if (MediaTypes.IsValid(media.Type))
            {
                valid.Add(media);
                continue;
            }

            diagnostics.Report(Descriptors.InvalidKeyword, media.Node, "content", $"'{media.Type}' is not a media type");
            invalid ??= media.Schema is null ? null : media;
        }

        if (valid.Count == 0 && invalid is not null)
        {
            // 'json' is not a media type, but its meaning is clear. A missing media type usually means the default, JSON.
            bool isJson = invalid.Type.Length == 0 || invalid.Type.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0;
            valid.Add(new MediaType(isJson ? "application/json" : "application/octet-stream", invalid.Node) { Schema = invalid.Schema });
        }

        return valid;
    }

    internal static (StatusKind Kind, int Status, string Name)? Status(string key)
    {
        if (key == "default")
        {
            return (StatusKind.Default, 0, "Default");
        }

        if (key.Length != 3 || key[0] is < '1' or > '5')
        {
            return null;
        }

        if (key[1] is 'X' or 'x' && key[2] is 'X' or 'x')
        {
            return (StatusKind.Range, key[0] - '0', StatusNames.OfRange(key[0] - '0'));
        }

        return int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out int status)
            ? (StatusKind.Exact, status, StatusNames.Of(status))
            : null;
    }
}
