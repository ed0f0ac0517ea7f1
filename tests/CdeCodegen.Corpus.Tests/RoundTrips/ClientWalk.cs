using System.Reflection;
using CdeCodegen.Runtime;

namespace CdeCodegen.Corpus.Tests.RoundTrips;

/// <summary>An operation method of a client.</summary>
/// <param name="Builder">The client, or a request builder with its path values.</param>
/// <param name="Result">The result type.</param>
internal sealed record ClientOperation(object Builder, MethodInfo Method, Type Result)
{
    /// <summary>The generator's name for the operation: its operationId, or its method and path.</summary>
    public string Label => Result.GetCustomAttribute<ApiResultAttribute>()!.Operation!;
}

/// <summary>Finds all operations of a client through its request builders.</summary>
internal static class ClientWalk
{
    private const BindingFlags DeclaredInstance = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<ClientOperation> Operations(object client)
    {
        var operations = new List<ClientOperation>();
        Walk(client, operations);
        return operations;
    }

    private static void Walk(object builder, List<ClientOperation> operations)
    {
        var arguments = new ArgumentMaker(isFull: true);
        foreach (MethodInfo method in builder.GetType().GetMethods(DeclaredInstance))
        {
            Type type = method.ReturnType;
            if (type.IsValueType && type.Namespace?.EndsWith(".RequestBuilders", StringComparison.Ordinal) == true)
            {
                // This includes properties and indexers, whose accessors are methods.
                object?[] values = [.. method.GetParameters().Select(parameter => arguments.Make(parameter.ParameterType, 0))];
                Walk(method.Invoke(builder, BindingFlags.DoNotWrapExceptions, null, values, null)!, operations);
            }
            else if (type.IsGenericType
                && type.GetGenericTypeDefinition() == typeof(Task<>)
                && typeof(ApiResult).IsAssignableFrom(type.GetGenericArguments()[0]))
            {
                operations.Add(new ClientOperation(builder, method, type.GetGenericArguments()[0]));
            }
        }
    }
}
