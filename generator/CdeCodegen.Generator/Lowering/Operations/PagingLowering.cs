using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Lowering.Naming;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Operations;

/// <summary>
/// Reads <c>x-pagination</c>: <c>{ offset | page | cursor: name of a query parameter, items: path in the success body, total: path, next: path }</c>.
/// </summary>
/// <param name="objects">The object models by C# name.</param>
internal sealed class PagingLowering(Dictionary<string, ObjectModel> objects, DiagnosticBag diagnostics)
{
    /// <returns>Null without the extension, or, with a diagnostic, if it does not match the operation.</returns>
    public PagingModel? Lower(OperationDraft draft, OperationModel operation, string verb, NameScope members)
    {
        if (draft.Source.Pagination is not { IsKnown: true } extension)
        {
            return null;
        }

        if (Read(draft, operation, extension, out string problem) is not { } paging)
        {
            diagnostics.Report(Descriptors.InvalidKeyword, extension.Node, "x-pagination", problem);
            return null;
        }

        return paging with { MethodName = members.Take(verb + "AllAsync", verb + "All" + draft.Name + "Async") };
    }

    private PagingModel? Read(OperationDraft draft, OperationModel operation, PaginationExtension extension, out string problem)
    {
        PagingKind kind = extension.Offset is not null ? PagingKind.Offset : extension.Page is not null ? PagingKind.Page : PagingKind.Cursor;
        string? wireName = extension.Offset ?? extension.Page ?? extension.Cursor;
        ParameterModel? parameter = Find(operation, wireName);
        bool fits = parameter?.Type.Kind is TypeKind.Int32 or TypeKind.Int64 || (kind == PagingKind.Cursor && parameter?.Type.Kind == TypeKind.String);
        if (parameter is null || !fits)
        {
            problem = $"'{wireName}' is no optional query parameter that can choose a page";
            return null;
        }

        CaseDraft? success = draft.Cases.Find(c => c.Body is { Kind: BodyKind.Json } && c.IsDocumentedSuccess);
        if (success is null || operation.Parameters.Count > 0 || draft.Bodies.Count > 0)
        {
            problem = success is null ? "the operation has no success with a JSON body" : "the operation has required parameters or a body";
            return null;
        }

        TypeRef body = success.Body!.Type.Type.Final;
        if (Walk(body, extension.Items, out TypeRef? list) is not { } items || list is not { Kind: TypeKind.List })
        {
            problem = $"'items' must lead to a list in the body of {success.Name}";
            return null;
        }

        EquatableArray<MemberStep>? total = Walk(body, extension.Total, out TypeRef? totalType);
        EquatableArray<MemberStep>? next = Walk(body, extension.Next, out TypeRef? nextType);
        if ((extension.Total is not null && totalType?.Kind is not (TypeKind.Int32 or TypeKind.Int64))
            || (kind == PagingKind.Cursor ? nextType?.Kind != TypeKind.String || parameter.Type.Kind != TypeKind.String : extension.Next is not null))
        {
            problem = "'total' must lead to an integer, and 'next', for a cursor that is a text, to a text";
            return null;
        }

        problem = "";
        return new PagingModel
        {
            MethodName = "", // set once the extension is known to be valid
            Kind = kind,
            Parameter = parameter.Name,
            ParameterType = parameter.Type.Kind,
            Case = success.Name,
            Item = list.Item!,
            Items = items,
            Total = total ?? default,
            Next = next ?? default,
        };
    }

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

    /// <summary>Follows a dotted path of JSON names.</summary>
    private EquatableArray<MemberStep>? Walk(TypeRef start, string? path, out TypeRef? end)
    {
        end = start;
        if (path is not { Length: > 0 })
        {
            end = null;
            return null;
        }

        var steps = new List<MemberStep>();
        foreach (string name in path.Split('.'))
        {
            PropertyModel? member = null;
            if (end is { Kind: TypeKind.Object } && objects.TryGetValue(end.Name!, out ObjectModel? type))
            {
                foreach (PropertyModel property in type.Properties)
                {
                    member = property.WireName == name && property.IsRead && !property.IsOptional ? property : member;
                }
            }

            if (member is null)
            {
                end = null;
                return null;
            }

            steps.Add(new MemberStep(member.Name, member.IsNullableMember));
            end = member.Type;
        }

        return steps.ToEquatableArray();
    }
}
