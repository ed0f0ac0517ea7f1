using CdeCodegen.Generator.Model;

namespace CdeCodegen.Tasks.Report.Clients;

/// <summary>Finds the operations that use each model, directly or within another model.</summary>
internal sealed class TypeUses
{
    private readonly Dictionary<string, List<string>> _parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _users = new(StringComparer.Ordinal);

    public TypeUses(ClientModel client, IReadOnlyList<ClientOperation> operations)
    {
        foreach (TypeModel type in client.Types)
        {
            List<string> parts = PartsOf(type.Name);
            AddParts(type, parts);

            // Whoever uses a base class gets the classes that extend it, and the other way round.
            if (type is ObjectModel { Base: { } parent })
            {
                parts.Add(parent);
                PartsOf(parent).Add(type.Name);
            }
        }

        for (int i = 0; i < operations.Count; i++)
        {
            AddUser(operations[i]);
        }
    }

    /// <summary>The names of the operations, in the order of the report.</summary>
    public IReadOnlyList<string> Of(string type) => _users.TryGetValue(type, out List<string>? users) ? users : [];

    private List<string> PartsOf(string type)
    {
        if (!_parts.TryGetValue(type, out List<string>? parts))
        {
            parts = [];
            _parts.Add(type, parts);
        }

        return parts;
    }

    private void AddUser(ClientOperation operation)
    {
        List<string> direct = [];
        foreach (PathValueModel value in operation.Values)
        {
            AddName(value.Type, direct);
        }

        foreach (ParameterModel parameter in operation.Operation.Parameters)
        {
            AddName(parameter.Type, direct);
        }

        if (operation.Operation.QueryClass is { } query)
        {
            foreach (ParameterModel parameter in query.Properties)
            {
                AddName(parameter.Type, direct);
            }
        }

        AddName(operation.Operation.Body?.Type, direct);
        foreach (ResultCaseModel response in operation.Result.Cases)
        {
            AddName(response.Body?.Type, direct);
            foreach (ResponseHeaderModel header in response.Headers)
            {
                AddName(header.Type, direct);
            }
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        var pending = new Stack<string>(direct);
        while (pending.Count > 0)
        {
            string name = pending.Pop();
            if (!seen.Add(name))
            {
                continue;
            }

            if (!_users.TryGetValue(name, out List<string>? users))
            {
                users = [];
                _users.Add(name, users);
            }

            if (!users.Contains(operation.Result.OperationName))
            {
                users.Add(operation.Result.OperationName);
            }

            foreach (string part in PartsOf(name))
            {
                pending.Push(part);
            }
        }
    }

    private static void AddParts(TypeModel type, List<string> parts)
    {
        if (type is UnionModel union)
        {
            foreach (UnionCaseModel alternative in union.Selection.Cases)
            {
                AddName(alternative.Type, parts);
            }
        }
        else if (type is ObjectModel value)
        {
            foreach (PropertyModel property in value.Properties)
            {
                AddName(property.Type, parts);
            }

            AddName(value.Additional?.Type, parts);
        }
    }

    private static void AddName(TypeRef? type, List<string> names)
    {
        for (; type is not null; type = type.Item)
        {
            if (type.Name is { } name)
            {
                names.Add(name);
            }
        }
    }
}
