using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Lowering.Naming;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Operations;

/// <summary>
/// Finds out how an operation returns pages. The first that the document has decides: <c>x-pagination</c>, <c>x-ms-pageable</c>, a link of the response to its
/// own operation, or a header <c>Link</c> that mentions the next page.
/// </summary>
/// <param name="objects">The object models by C# name.</param>
/// <param name="operations">The operations of the document.</param>
/// <param name="drafts">Those that are generated.</param>
internal sealed partial class PagingLowering(
    Dictionary<string, ObjectModel> objects, List<ApiOperation> operations, List<OperationDraft> drafts, DiagnosticBag diagnostics)
{
    private const string Instead = "the caller requests the further pages";

    /// <returns>Null if the document describes no pages, or, with a diagnostic, if its description does not match the operation.</returns>
    public PagingModel? Lower(OperationDraft draft, OperationModel operation, List<PathValue> values, string verb, NameScope members)
    {
        PagingModel? paging;
        if (draft.Source.Pagination is { IsKnown: true } extension)
        {
            paging = FromExtension(draft, operation, extension, out string problem);
            if (paging is null)
            {
                diagnostics.Report(Descriptors.InvalidKeyword, extension.Node, "x-pagination", problem);
            }
        }
        else if (draft.Source.Pageable is { } pageable)
        {
            paging = FromPageable(draft, operation, values, pageable, out string problem);
            if (paging is null)
            {
                diagnostics.Report(Descriptors.Degraded, pageable.Node, "'x-ms-pageable' " + problem, Instead);
            }
        }
        else if (draft.Source.PageLink is { } link)
        {
            paging = FromLink(draft, operation, link, out string problem);
            if (paging is null)
            {
                diagnostics.Report(Descriptors.Degraded, link.Node, "A link to the next page " + problem, Instead);
            }
        }
        else
        {
            paging = FromHeader(draft);
        }

        if (paging is null)
        {
            return null;
        }

        string name = members.Take(verb + "AllAsync", verb + "All" + draft.Name + "Async");
        return paging with { MethodName = name, UrlMethod = paging.Url.Count == 0 ? "" : members.Take(name + "Url") };
    }

    /// <summary>Reads <c>{ offset | page | cursor: name of a query parameter, items: path in the success body, total: path, next: path }</c>.</summary>
    private PagingModel? FromExtension(OperationDraft draft, OperationModel operation, PaginationExtension extension, out string problem)
    {
        if (extension.NamesSeveralParameters)
        {
            problem = "it has more than one of 'offset', 'page' and 'cursor'";
            return null;
        }

        PagingKind kind = extension.Offset is not null ? PagingKind.Offset : extension.Page is not null ? PagingKind.Page : PagingKind.Cursor;
        string? wireName = extension.Offset ?? extension.Page ?? extension.Cursor;
        ParameterModel? parameter = Find(operation, wireName);
        bool fits = parameter?.Type.Kind is TypeKind.Int32 or TypeKind.Int64 || (kind == PagingKind.Cursor && parameter?.Type.Kind == TypeKind.String);
        if (parameter is null || !fits)
        {
            problem = $"'{wireName}' is not an optional query parameter that can select a page";
            return null;
        }

        if (Success(draft) is not { } success)
        {
            problem = CanRepeat(draft) ? "the operation has no success with a JSON body" : "the operation has a body that cannot be sent again";
            return null;
        }

        TypeRef body = success.Body!.Type.Type.Final;
        if (Walk(body, Steps(extension.Items), out TypeRef? list) is not { } items || list is not { Kind: TypeKind.List })
        {
            problem = $"'items' must lead to a list in the body of {success.Name}";
            return null;
        }

        EquatableArray<MemberStep>? total = Walk(body, Steps(extension.Total), out TypeRef? totalType);
        EquatableArray<MemberStep>? next = Walk(body, Steps(extension.Next), out TypeRef? nextType);
        problem = extension.Total is not null && totalType?.Kind is not (TypeKind.Int32 or TypeKind.Int64) ? "'total' must lead to an integer"
            : kind == PagingKind.Cursor && !IsCursor(nextType) ? "'next' must lead to a text or an integer, the next cursor"
            : kind != PagingKind.Cursor && extension.Next is not null ? "'next' leads to the next cursor, but there is no 'cursor'"
            : "";
        if (problem.Length > 0)
        {
            return null;
        }

        return new PagingModel
        {
            Kind = kind,
            Parameter = parameter.Name,
            ParameterType = parameter.Type.Kind,
            Case = success.Name,
            IsBodyNullable = success.Body.Type.Nullable,
            List = list,
            Items = items,
            Total = total ?? default,
            Next = next ?? default,
            NextType = nextType?.Kind ?? TypeKind.String,
        };
    }

    /// <summary>The success whose body holds a page; null without one, or if the body of the request cannot be sent for each page.</summary>
    private static CaseDraft? Success(OperationDraft draft) =>
        CanRepeat(draft) ? draft.Cases.Find(static c => c.Body is { Kind: BodyKind.Json } && c.IsDocumentedSuccess) : null;

    /// <summary>Streams can be sent once.</summary>
    private static bool CanRepeat(OperationDraft draft) => draft.Bodies.Count == 0 || draft.Bodies[0].Kind is BodyKind.Json or BodyKind.FormUrlEncoded;

    private static bool IsCursor(TypeRef? type) => type?.Kind is TypeKind.String or TypeKind.Int32 or TypeKind.Int64;

    private static ParameterModel? Find(OperationModel operation, string? wireName)
    {
        if (operation.QueryClass is { } queryClass)
        {
            foreach (ParameterModel parameter in queryClass.Properties)
            {
                if (parameter.WireName == wireName && parameter.Place == ParameterPlace.Query)
                {
                    return parameter;
                }
            }
        }

        return null;
    }

    private static string[]? Steps(string? path) => path is { Length: > 0 } ? path.Split('.') : null;

    /// <summary>Follows JSON names.</summary>
    private EquatableArray<MemberStep>? Walk(TypeRef start, string[]? path, out TypeRef? end)
    {
        end = start;
        var steps = new List<MemberStep>();
        foreach (string name in path ?? [])
        {
            if (Member(end, name) is not { } member)
            {
                end = null;
                return null;
            }

            steps.Add(new MemberStep(member.Name, member.IsNullableMember));
            end = member.Type;
        }

        end = path is null ? null : end;
        return path is null ? null : steps.ToEquatableArray();
    }

    private PropertyModel? Member(TypeRef type, string name)
    {
        foreach (PropertyModel property in type.Kind == TypeKind.Object && objects.TryGetValue(type.Name!, out ObjectModel? model) ? model.Properties : default)
        {
            if (property.WireName == name && property.IsRead && !property.IsOptional)
            {
                return property;
            }
        }

        return null;
    }
}
