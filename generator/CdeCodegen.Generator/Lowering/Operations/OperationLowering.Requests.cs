using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Lowering.Types;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Operations;

/// <content>Request bodies.</content>
internal sealed partial class OperationLowering
{
    /// <summary>
    /// Adds a body for each C# type that the document lets a caller send, the preferred one first. Media types whose bodies have the same C# type share
    /// an overload: JSON is sent in place of other encodings of the same schema, and of texts and streams the caller chooses the media type.
    /// </summary>
    private void AddBodies(OperationDraft draft, ApiBody body)
    {
        List<MediaType> content = Valid(body.Content);
        if (content.Count == 0)
        {
            if (!body.Required)
            {
                return;
            }

            diagnostics.Report(Descriptors.Degraded, body.Node, "A required body without a media type", "it is sent as application/octet-stream");
            content.Add(new MediaType("application/octet-stream", body.Node));
        }

        foreach (MediaType media in content)
        {
            ReportEncoding(media);
        }

        content = WithChoices(content);

        // For a file that is offered in several types, JSON is the least likely one.
        if (content.Exists(media => media.Type == "*/*" || MediaTypes.KindOf(media) == BodyKind.Binary))
        {
            content.RemoveAll(media => media.Type != "*/*" && IsFileInJson(media));
        }

        for (int rank = 0; rank <= MediaTypes.LastRank; rank++)
        {
            foreach (MediaType media in content)
            {
                if (MediaTypes.Rank(media) == rank)
                {
                    AddBody(draft, body, media);
                }
            }
        }
    }

    /// <summary>Reports an encoding of a field that the form does not have, and one of a body that is not a form.</summary>
    private void ReportEncoding(MediaType media)
    {
        BodyKind kind = MediaTypes.KindOf(media.Type);
        ObjectShape? shape = media.Schema is null ? null : ObjectShape.Of(TypeLowering.ResolveAliases(media.Schema));
        bool isForm = kind is BodyKind.FormUrlEncoded or BodyKind.Multipart;
        bool isOpen = shape is null || shape.Properties.Count == 0 || shape.Unions.Count > 0 || shape.Additional is AdditionalKind.Typed or AdditionalKind.Any;
        foreach (ApiEncoding field in media.Encodings)
        {
            if ((!isForm || (!isOpen && shape!.Find(field.Name) is null)) && _reported.Add(field.Position))
            {
                diagnostics.Report(
                    Descriptors.InvalidKeyword, field.Node, "encoding", isForm ? $"the form has no field '{field.Name}'" : $"{media.Type} is not a form");
            }
        }
    }

    /// <summary>Replaces a form that is a choice of objects by a form for each of them, so that each gets an overload.</summary>
    private static List<MediaType> WithChoices(List<MediaType> content)
    {
        var all = new List<MediaType>(content.Count);
        foreach (MediaType media in content)
        {
            bool isForm = MediaTypes.KindOf(media.Type) is BodyKind.FormUrlEncoded or BodyKind.Multipart;
            Schema? schema = isForm && media.Schema is not null ? TypeLowering.ResolveAliases(media.Schema) : null;
            bool isChoice = schema is { HasProperties: false, AllOf.Length: 0, Choices.Length: > 1 }
                && Array.TrueForAll(schema.Choices, choice => ObjectShape.Of(choice) is { Properties.Count: > 0, Unions.Count: 0 });
            foreach (Schema choice in isChoice ? schema!.Choices : [])
            {
                all.Add(new MediaType(media.Type, media.Node) { Schema = choice, ChoiceTitle = choice.Title is { Length: > 0 and < 60 } title ? title : null });
            }

            if (!isChoice)
            {
                all.Add(media);
            }
        }

        return all;
    }

    private void AddBody(OperationDraft draft, ApiBody body, MediaType media)
    {
        BodyKind kind = IsFile(media) ? BodyKind.Binary : MediaTypes.KindOf(media);
        kind = kind == BodyKind.Events ? BodyKind.Binary
            : kind is BodyKind.Text or BodyKind.Binary && MediaTypes.HasJsonItems(media) ? BodyKind.Items
            : kind;
        if (kind is BodyKind.Json or BodyKind.FormUrlEncoded or BodyKind.Multipart && draft.Bodies.FindIndex(b => IsSame(b, media)) is >= 0 and int same)
        {
            AddTwin(draft, body, media, kind, same);
            return;
        }

        string member = media.ChoiceTitle ?? (draft.Bodies.Count == 0 ? OperationHints.Request : MediaTypeNames.Of(media.Type) + OperationHints.Request);
        if (TypeOf(kind, body, media, NameHint.Of(draft.Name, member)) is not { } type)
        {
            return;
        }

        int twin = draft.Bodies.FindIndex(b => b.Type.Type.Key == type.Type.Key && (b.Kind == BodyKind.Items) == (kind == BodyKind.Items));
        if (twin >= 0)
        {
            AddTwin(draft, body, media, kind, twin);
            return;
        }

        reachability.Write(type.Type);
        bool isRange = MediaTypes.IsRange(media.Type);
        string mediaType = isRange ? (kind == BodyKind.Json ? "application/json" : "application/octet-stream")
            : kind is BodyKind.Text or BodyKind.Binary ? media.Type // the caller's bytes have the charset
            : MediaTypes.InUtf8(media.Type);

        // Only one overload can have a body that may be left out.
        bool required = body.Required || draft.Bodies.Count > 0;
        draft.Bodies.Add(new BodyDraft(kind, mediaType, type, required, DocTexts.Of(null, body.Description))
        {
            IsMediaTypeChosen = isRange && kind is BodyKind.Text or BodyKind.Binary,
            MediaTypes = [media.Type],
            Source = media,
        });
    }

    /// <summary>
    /// Adds a body with the C# type of an earlier one. In the same encoding, the caller chooses the media type; in another one, a method of its own sends it.
    /// </summary>
    private void AddTwin(OperationDraft draft, ApiBody body, MediaType media, BodyKind kind, int at)
    {
        BodyDraft known = draft.Bodies[at];
        if (kind == known.Kind)
        {
            // Where plain JSON is offered, other JSON with the same schema is one more spelling of it. A merge patch means something else.
            if (kind is BodyKind.Text or BodyKind.Binary or BodyKind.Items
                || (IsSpecialJson(media.Type) && (IsSpecialJson(known.MediaType) || MediaTypes.Bare(media.Type).EndsWith("merge-patch+json", StringComparison.Ordinal))))
            {
                known.MediaTypes.Add(media.Type);
                draft.Bodies[at] = known with { IsMediaTypeChosen = true };
            }
            else if (kind != BodyKind.Json)
            {
                diagnostics.Report(
                    Descriptors.Degraded, media.Node, $"A body in {media.Type} with the C# type of the one in {known.MediaType}", $"it is sent as {known.MediaType}");
            }

            return;
        }

        if (known.Kind == BodyKind.Json && MediaTypes.IsPlainText(media.Type))
        {
            return; // old servers document the JSON as text, too
        }

        string name = MediaTypeNames.Of(media.Type);
        TypeUse type = known.Type.Type;
        bool isForm = kind is BodyKind.FormUrlEncoded or BodyKind.Multipart;
        if (MediaTypes.IsRange(media.Type) || draft.Bodies.Exists(other => other.MethodPart == name) || (isForm && !FitsForm(known, media)))
        {
            diagnostics.Report(
                Descriptors.Degraded, media.Node, $"A body in {media.Type} that equals the one in {known.MediaType}", $"it is sent as {known.MediaType}");
            return;
        }

        if (kind == BodyKind.Multipart && type.Draft is ObjectDraft parts)
        {
            parts.AsParts = true;
        }

        draft.Bodies.Add(new BodyDraft(kind, media.Type, known.Type, Required: true, DocTexts.Of(null, body.Description))
        {
            MediaTypes = [media.Type],
            MethodPart = name,
            Source = media,
        });
    }

    /// <summary>Whether a type that another encoding uses can be a form. Files are streams in forms only.</summary>
    private static bool FitsForm(BodyDraft known, MediaType media)
    {
        if (known.Type.Type.Kind is not (TypeKind.Object or TypeKind.Map))
        {
            return false;
        }

        foreach (KeyValuePair<string, Schema> property in known.Kind != BodyKind.Json || media.Schema is null ? [] : ObjectShape.Of(media.Schema).Properties)
        {
            Schema value = TypeLowering.ResolveAliases(property.Value);
            if (ContentShapes.IsBinary(value) || ContentShapes.IsBinary(value.Items))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSpecialJson(string mediaType) =>
        !MediaTypes.IsRange(mediaType) && MediaTypes.Bare(mediaType) is var bare && bare.EndsWith("+json", StringComparison.Ordinal);

    /// <returns>Null for an empty form that need not be sent.</returns>
    private Lowered? TypeOf(BodyKind kind, ApiBody body, MediaType media, NameHint hint)
    {
        switch (kind)
        {
            case BodyKind.Json:
                return types.Lower(media.Schema, hint);
            case BodyKind.FormUrlEncoded or BodyKind.Multipart:
                if (!body.Required && HasNoFields(media.Schema))
                {
                    return null; // some documents declare an empty form for every operation
                }

                Lowered type = types.LowerForm(media, hint);
                if (type.Type.Kind is not (TypeKind.Object or TypeKind.Map))
                {
                    diagnostics.Report(Descriptors.Degraded, media.Node, "A form whose fields are not named", "its fields are a map of strings");
                    type = new Lowered(new TypeUse(TypeKind.Map, TypeUse.String, itemNullable: false), Nullable: false);
                }

                if (kind == BodyKind.Multipart && type.Type.Draft is ObjectDraft parts)
                {
                    parts.AsParts = true;
                }

                return type;
            case BodyKind.Items:
                return Item(media, hint);
            case BodyKind.Binary when IsFile(media):
                return new Lowered(TypeUse.Stream, Nullable: false);
            case BodyKind.Text when ContentShapes.IsTypedText(media) && types.Lower(media.Schema, hint) is { } value && IsScalar(value.Type.Kind):
                return value;
            default:
                return Opaque(kind, media);
        }
    }

    /// <summary>Whether an earlier body has the same schema. Its type is then that body's, and must not become a form as well.</summary>
    private bool IsSame(BodyDraft body, MediaType media) =>
        body.Kind is BodyKind.Json or BodyKind.FormUrlEncoded or BodyKind.Multipart
        && media.Schema is not null && body.Source?.Schema is not null && _shapes.IsSame(media.Schema, body.Source.Schema);

    /// <summary>Whether a schema says that JSON or a text is a file.</summary>
    private static bool IsFile(MediaType media) => MediaTypes.KindOf(media.Type) is BodyKind.Json or BodyKind.Text && ContentShapes.IsBinary(media.Schema);

    private static bool IsFileInJson(MediaType media) => MediaTypes.KindOf(media.Type) == BodyKind.Json && ContentShapes.IsBinary(media.Schema);

    private static bool HasNoFields(Schema? schema) =>
        schema is not null && TypeLowering.ResolveAliases(schema) is { HasProperties: false, AllOf.Length: 0, OneOf.Length: 0, AnyOf.Length: 0 } resolved
        && resolved.DeclaresProperties && resolved.Additional is AdditionalKind.Unspecified or AdditionalKind.Forbidden;
}
