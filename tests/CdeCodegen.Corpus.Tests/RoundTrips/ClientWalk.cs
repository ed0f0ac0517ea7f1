using System.Reflection;
using CdeCodegen.Runtime;

namespace CdeCodegen.Corpus.Tests.RoundTrips;

/// <param name="Builder">The client or a request builder, path values filled in.</param>
/// <param name="Result">The result's type.</param>
internal sealed record ClientOperation(object Builder, MethodInfo Method, Type Result)
{
    /// <summary>What the generator calls the operation: its id, or verb and path.</summary>
    public string Label => Result.GetCustomAttribute<ApiResultAttribute>()!.Operation!;
}

/// <summary>Finds all operations of a client by walking through its request builders.</summary>
internal static class ClientWalk
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<ClientOperation> Operations(object client)
    {
        var operations = new List<ClientOperation>();
        Walk(client, operations);
        return operations;
    }

    private static void Walk(object builder, List<ClientOperation> operations)
    {
        var arguments = new ArgumentMaker(isFull: true);
        foreach (MethodInfo method in builder.GetType().GetMethods(Own))
        {
            Type type = method.ReturnType;
            if (type.IsValueType && type.Namespace?.EndsWith(".RequestBuilders", StringComparison.Ordinal) == true)
            {
                // Properties and indexers too: their accessors are methods.
                object?[] values = [.. method.GetParameters().Select(parameter => arguments.Make(parameter.ParameterType, 0))];
                Walk(method.Invoke(builder, BindingFlags.DoNotWrapExceptions, null, values, null)!, operations);
            }
            else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>) && typeof(ApiResult).IsAssignableFrom(type.GetGenericArguments()[0]))
            {
                operations.Add(new ClientOperation(builder, method, type.GetGenericArguments()[0]));
            }
        }
    }
}
