using System.Reflection;
using CdeCodegen.Runtime;

namespace CdeCodegen.Generator.Tests.Conformance;

/// <summary>
/// Calls a generated client by reflection: every operation without required parameters, and every operation with a body whose path also has a GET,
/// with the value that the GET returned. The server compares that body with what it sent, so both directions are checked.
/// </summary>
internal sealed class ConformanceCalls
{
    private static readonly string[] s_senders = ["PutAsync", "PostAsync", "PatchAsync", "DeleteAsync"];

    /// <summary>The server does not answer this request without a body.</summary>
    private const string Unanswered = "model-flattening/ModelFlatten/Wrappedarray";

    public List<string> Failures { get; } = [];

    public int Calls { get; private set; }

    public async Task VisitAsync(object builder, string path)
    {
        Type type = builder.GetType();
        object? value = null;
        foreach (MethodInfo get in type.GetMethods().Where(static m => m.Name is "GetAsync" or "HeadAsync" or "OptionsAsync" && IsCallable(m, hasBody: false)))
        {
            value = await CallAsync(builder, get, path, []) ?? value;
        }

        foreach (MethodInfo send in type.GetMethods().Where(static m => s_senders.Contains(m.Name)))
        {
            ParameterInfo[] parameters = send.GetParameters();
            if (IsCallable(send, hasBody: false))
            {
                if (parameters.Length > 0 && parameters[0].Name == "body" && parameters[0].ParameterType.IsInstanceOfType(value))
                {
                    await CallAsync(builder, send, path, [value]);
                }
                else if (path != Unanswered)
                {
                    await CallAsync(builder, send, path, []);
                }
            }
            else if (value is not null && IsCallable(send, hasBody: true) && parameters[0].ParameterType.IsInstanceOfType(value))
            {
                await CallAsync(builder, send, path, [value]);
            }
        }

        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(static p => p.GetIndexParameters().Length == 0 && p.PropertyType.Namespace == "Acme.RequestBuilders"))
        {
            await VisitAsync(property.GetValue(builder)!, path + "/" + property.Name);
        }
    }

    private static bool IsCallable(MethodInfo method, bool hasBody) =>
        method.GetParameters().Skip(hasBody ? 1 : 0).All(static parameter => parameter.IsOptional);

    /// <summary>Returns the body of the result, or null. The server also answers what a document does not describe, which has documented exceptions.</summary>
    private async Task<object?> CallAsync(object builder, MethodInfo method, string path, object?[] arguments)
    {
        Calls++;
        try
        {
            object?[] all = [.. arguments, .. method.GetParameters().Skip(arguments.Length).Select(static _ => Type.Missing)];
            var task = (Task)method.Invoke(builder, BindingFlags.OptionalParamBinding | BindingFlags.InvokeMethod, null, all, null)!;
            await task.WaitAsync(TimeSpan.FromSeconds(10));
            object result = task.GetType().GetProperty("Result")!.GetValue(task)!;
            object? body = result.GetType().GetProperty("Body")?.GetValue(result);
            if (body is Stream stream)
            {
                await stream.DisposeAsync();
                return null;
            }

            return body;
        }
        catch (TargetInvocationException error) when (error.InnerException is ResponseFormatException)
        {
            return null;
        }
        catch (Exception error) when (error is ResponseFormatException or UnexpectedStatusException)
        {
            return null;
        }
        catch (Exception error)
        {
            Failures.Add($"{path} {method.Name}: {error}");
            return null;
        }
    }
}
