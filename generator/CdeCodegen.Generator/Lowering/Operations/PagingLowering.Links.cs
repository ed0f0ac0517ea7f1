using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Operations;

/// <content>Pages that lead to the next one: by a link or a cursor in the body or in a header.</content>
internal sealed partial class PagingLowering
{
    private PagingModel? FromPageable(
        OperationDraft draft, OperationModel operation, List<PathValue> values, PageableExtension pageable, out string problem)
    {
        problem = "of an operation without a success with a JSON body";
        if (Success(draft) is not { } success)
        {
            return null;
        }

        TypeRef body = success.Body!.Type.Type.Final;
        TypeRef? list = body;
        EquatableArray<MemberStep>? items = body.Kind == TypeKind.List ? default(EquatableArray<MemberStep>) : WalkName(body, pageable.ItemName, out list);
        if (items is null || list is not { Kind: TypeKind.List })
        {
            problem = $"whose items are not the list '{pageable.ItemName}' of the body";
            return null;
        }

        var paging = new PagingModel
        {
            Kind = PagingKind.Single,
            Case = success.Name,
            IsBodyNullable = success.Body.Type.Nullable,
            List = list,
            Items = items.Value,
        };
        if (pageable.NextLinkName is not { } link)
        {
            return paging;
        }

        if (WalkName(body, link, out TypeRef? type) is not { } next || type?.Kind is not (TypeKind.String or TypeKind.Uri))
        {
            problem = $"whose link '{link}' is not a string of the body";
            return null;
        }

        paging = paging with { Kind = PagingKind.Link, Next = next, NextType = type.Kind, IsRepeated = pageable.IsRepeated && draft.Source.Method == "POST" };

        // Microsoft's own documents also name operations that they do not contain. The link is then a whole URL.
        return pageable.OperationName is { } name && operations.Exists(o => o.Id == name)
            ? ThroughOperation(paging with { IsRepeated = false }, draft, operation, values, pageable, out problem)
            : paging;
    }

    private PagingModel? FromLink(OperationDraft draft, OperationModel operation, ApiPageLink link, out string problem)
    {
        problem = $"whose parameter '{link.Parameter}' is not optional text or an optional integer";
        if (Find(operation, link.Parameter) is not { } parameter || !IsCursor(parameter.Type))
        {
            return null;
        }

        problem = "in a response whose body is not a list and does not have exactly one";
        if (Success(draft) is not { } success || OnlyList(success.Body!.Type.Type.Final, out TypeRef? list) is not { } items)
        {
            return null;
        }

        problem = $"whose value '{link.BodyPath}' is neither a string nor an integer of the body";
        EquatableArray<MemberStep>? next = Walk(success.Body.Type.Type.Final, PointerSteps(link.BodyPath), out TypeRef? type);
        if (link.Header is null && (next is null || !IsCursor(type)))
        {
            return null;
        }

        return new PagingModel
        {
            Kind = PagingKind.Cursor,
            Parameter = parameter.Name,
            ParameterType = parameter.Type.Kind,
            Case = success.Name,
            IsBodyNullable = success.Body.Type.Nullable,
            List = list!,
            Items = items,
            Next = next ?? default,
            NextType = type?.Kind ?? TypeKind.String,
            NextHeader = link.Header,
        };
    }

    /// <summary>
    /// A header is documented by a text, not by a keyword, so nothing is reported where the items are not known: the header is a member of the case, and its
    /// link is <c>Headers.GetLink("next")</c>.
    /// </summary>
    private PagingModel? FromHeader(OperationDraft draft)
    {
        if (draft.Source.Method != "GET" || !draft.Source.Responses.Exists(static r => r.Key.StartsWith("2", StringComparison.Ordinal) && r.LinksNextPage)
            || Success(draft) is not { } success || !success.Headers.Exists(static h => h.WireName.Equals("Link", StringComparison.OrdinalIgnoreCase))
            || OnlyList(success.Body!.Type.Type.Final, out TypeRef? list) is not { } items)
        {
            return null;
        }

        return new PagingModel
        {
            Kind = PagingKind.LinkHeader,
            Case = success.Name,
            IsBodyNullable = success.Body.Type.Nullable,
            List = list!,
            Items = items,
        };
    }

    /// <summary>Follows one name, which may contain dots, or a path with dots.</summary>
    private EquatableArray<MemberStep>? WalkName(TypeRef body, string name, out TypeRef? end) =>
        Walk(body, [name], out end) ?? Walk(body, Steps(name), out end);

    /// <summary>Returns the path to the items where the document does not name them: the body is a list, or it has exactly one.</summary>
    private EquatableArray<MemberStep>? OnlyList(TypeRef body, out TypeRef? list)
    {
        list = body;
        if (body.Kind == TypeKind.List)
        {
            return default(EquatableArray<MemberStep>);
        }

        PropertyModel? only = null;
        foreach (PropertyModel property in body.Kind == TypeKind.Object && objects.TryGetValue(body.Name!, out ObjectModel? model) ? model.Properties : default)
        {
            if (property.Type.Kind == TypeKind.List && property.IsRead)
            {
                if (only is not null || property.IsOptional)
                {
                    return null;
                }

                only = property;
            }
        }

        list = only?.Type;
        return only is null ? null : new List<MemberStep> { new(only.Name, only.IsNullableMember) }.ToEquatableArray();
    }

    private static string[]? PointerSteps(string? pointer)
    {
        string[]? steps = pointer?.Split('/');
        for (int i = 0; i < steps?.Length; i++)
        {
            steps[i] = ReferenceResolver.Decode(steps[i]);
        }

        return steps;
    }
}
