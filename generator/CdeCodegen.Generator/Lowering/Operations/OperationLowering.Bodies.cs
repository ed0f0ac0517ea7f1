using System.Globalization;
using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Lowering.Types;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Operations;

/// <content>Bodies and responses.</content>
internal sealed partial class OperationLowering
{
    private BodyDraft? Body(OperationDraft draft, ApiBody body)
    {
        if (Preferred(body.Content) is not { } media)
        {
            if (!body.Required)
            {
                return null;
            }

            diagnostics.Report(Descriptors.Degraded, body.Node, "A required body without a media type", "it is sent as application/octet-stream");
            media = new MediaType("application/octet-stream", body.Node);
        }

        BodyKind kind = MediaTypes.KindOf(media.Type);
        var hint = NameHint.Of(draft.Name, OperationHints.Request);
        Lowered type;
        switch (kind)
        {
            case BodyKind.Json when IsBinary(media.Schema):
                kind = BodyKind.Binary;
                type = new Lowered(TypeUse.Stream, Nullable: false);
                break;
            case BodyKind.Json:
                type = types.Lower(media.Schema, hint);
                break;
            case BodyKind.FormUrlEncoded or BodyKind.Multipart:
                if (!body.Required && HasNoFields(media.Schema))
                {
                    return null; // some documents declare an empty form for every operation
                }

                type = types.LowerForm(media, hint);
                if (type.Type.Kind is not (TypeKind.Object or TypeKind.Map))
                {
                    diagnostics.Report(Descriptors.Degraded, media.Node, "A form whose fields are not named", "its fields are a map of strings");
                    type = new Lowered(new TypeUse(TypeKind.Map, TypeUse.String, itemNullable: false), Nullable: false);
                }

                break;
            default:
                type = Opaque(kind, media);
                break;
        }

        if (kind == BodyKind.Multipart && type.Type.Draft is ObjectDraft parts)
        {
            parts.AsParts = true;
        }

        reachability.Write(type.Type);
        string mediaType = media.Type.IndexOf('*') >= 0 ? (kind == BodyKind.Json ? "application/json" : "application/octet-stream") : media.Type;
        return new BodyDraft(kind, mediaType, type, body.Required, DocTexts.Of(null, body.Description));
    }

    private CaseDraft? Case(OperationDraft draft, ApiResponse response)
    {
        if (Status(response.Key) is not var (kind, status, name))
        {
            diagnostics.Report(
                Descriptors.InvalidKeyword, response.Node, "responses", $"'{response.Key}' is no status code, no range such as 4XX and not 'default'");
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
        BodyDraft? body = hasBody ? ResponseBody(draft, response, member) : null;
        var headers = new List<HeaderDraft>();
        foreach (ApiHeader header in response.Headers)
        {
            TypeUse type = types.Lower(header.Schema, NameHint.Of(draft.Name, header.Name)).Type;
            type = IsScalar(type) || (type.Kind == TypeKind.List && IsScalar(type.Item!) && type.Item!.Kind != TypeKind.Enum) ? type : TypeUse.String;
            reachability.Read(type);
            headers.Add(new HeaderDraft(header.Name, type, DocTexts.Of(null, header.Description)));
        }

        return new CaseDraft(name, kind, status, body, headers, DocTexts.Of(null, response.Description));
    }

    private BodyDraft? ResponseBody(OperationDraft draft, ApiResponse response, string member)
    {
        if (Preferred(response.Content) is not { } media)
        {
            return null;
        }

        BodyKind kind = MediaTypes.KindOf(media.Type);
        if (kind is BodyKind.FormUrlEncoded or BodyKind.Multipart || (kind == BodyKind.Json && IsBinary(media.Schema)))
        {
            kind = BodyKind.Binary;
        }

        Lowered type = kind switch
        {
            BodyKind.Json => types.Lower(media.Schema, NameHint.Of(draft.Name, member)),
            _ => Opaque(kind, media),
        };
        reachability.Read(type.Type, asBody: true);
        return new BodyDraft(kind, media.Type, type, Required: true, DocText.None);
    }

    /// <summary>The type of a body that the client does not parse: text or a stream, even if the document describes a schema.</summary>
    private Lowered Opaque(BodyKind kind, MediaType media)
    {
        bool isDescribed = media.HasItemSchema
            || (media.Schema is { } schema && TypeLowering.ResolveAliases(schema) is { } resolved
                && (resolved.HasProperties || resolved.AllOf.Length > 0 || (resolved.Types & (SchemaTypes.Object | SchemaTypes.Array)) != 0));
        if (isDescribed)
        {
            diagnostics.Report(
                Descriptors.Degraded, media.Node, $"The schema of a body that is {media.Type}",
                kind == BodyKind.Text ? "the body is a text" : "the body is a stream");
        }

        return new Lowered(kind == BodyKind.Text ? TypeUse.String : TypeUse.Stream, Nullable: false);
    }

    private MediaType? Preferred(List<MediaType> content)
    {
        MediaType? best = null;
        MediaType? invalid = null;
        foreach (MediaType media in content)
        {
            if (!MediaTypes.IsValid(media.Type))
            {
                diagnostics.Report(Descriptors.InvalidKeyword, media.Node, "content", $"'{media.Type}' is no media type");
                invalid ??= media.Schema is null ? null : media;
            }
            else if (best is null || MediaTypes.Rank(media.Type) < MediaTypes.Rank(best.Type))
            {
                best = media;
            }
        }

        if (best is null && invalid is not null)
        {
            // 'json' is not a media type, but its meaning is clear. A missing media type usually means the default, JSON.
            bool isJson = invalid.Type.Length == 0 || invalid.Type.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0;
            return new MediaType(isJson ? "application/json" : "application/octet-stream", invalid.Node) { Schema = invalid.Schema };
        }

        // For a file that is offered in several types, JSON is the least likely one.
        return best is not null && MediaTypes.KindOf(best.Type) == BodyKind.Json && IsBinary(best.Schema)
            ? content.Find(media => media.Type == "*/*" || (MediaTypes.IsValid(media.Type) && MediaTypes.KindOf(media.Type) == BodyKind.Binary)) ?? best
            : best;
    }

    private static bool HasNoFields(Schema? schema) =>
        schema is not null && TypeLowering.ResolveAliases(schema) is { HasProperties: false, AllOf.Length: 0, OneOf.Length: 0, AnyOf.Length: 0 } resolved
        && resolved.DeclaresProperties && resolved.Additional is AdditionalKind.Unspecified or AdditionalKind.Forbidden;

    private static bool IsBinary(Schema? schema) =>
        schema is not null && TypeLowering.ResolveAliases(schema) is { } resolved
        && (resolved.Types == SchemaTypes.File || (resolved.Types == SchemaTypes.String && resolved.Format == "binary"));

    private static (StatusKind Kind, int Status, string Name)? Status(string key)
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
