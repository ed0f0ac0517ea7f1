using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Engine;

/// <summary>The names of the types of a client, which those of another client in the same namespace must not repeat.</summary>
/// <param name="Namespace">The namespace of the client and its results.</param>
/// <param name="Results">The names of the results.</param>
/// <param name="Models">The names of the models.</param>
/// <param name="Builders">The names of the request builders.</param>
internal sealed record ClientNames(
    string Namespace, EquatableArray<string> Results, EquatableArray<string> Models, EquatableArray<string> Builders)
{
    public static ClientNames Of(ClientModel model)
    {
        string[] results = new string[model.Results.Count];
        for (int i = 0; i < results.Length; i++)
        {
            results[i] = model.Results[i].Name;
        }

        string[] models = new string[model.Types.Count];
        for (int i = 0; i < models.Length; i++)
        {
            models[i] = model.Types[i].Name;
        }

        string[] builders = new string[model.Builders.Count];
        for (int i = 0; i < builders.Length; i++)
        {
            builders[i] = model.Builders[i].Name;
        }

        return new ClientNames(
            model.Context.Namespace, new EquatableArray<string>(results), new EquatableArray<string>(models), new EquatableArray<string>(builders));
    }

    /// <summary>The full name of the first type that both clients declare; null if all names differ.</summary>
    public static string? Repeated(ClientNames one, ClientNames other)
    {
        if (one.Namespace != other.Namespace)
        {
            return null;
        }

        return Repeated(one.Models, other.Models) is { } model ? one.Namespace + ".Models." + model
            : Repeated(one.Results, other.Results) is { } result ? one.Namespace + "." + result
            : Repeated(one.Builders, other.Builders) is { } builder ? one.Namespace + ".RequestBuilders." + builder
            : null;
    }

    private static string? Repeated(EquatableArray<string> one, EquatableArray<string> other)
    {
        var names = new HashSet<string>(other, StringComparer.Ordinal);
        for (int i = 0; i < one.Count; i++)
        {
            if (names.Contains(one[i]))
            {
                return one[i];
            }
        }

        return null;
    }
}
