using System.Collections.Immutable;
using CdeCodegen.Generator.Engine;
using CdeCodegen.Generator.Model;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdeCodegen.Generator.Pipeline;

/// <summary>The types that the source generator adds to the project, and whether the request delegate generator runs in it.</summary>
/// <param name="Models">The clients.</param>
/// <param name="HasRequestDelegates">Whether the project has the request delegate generator.</param>
internal sealed record ClientTypes(List<ClientModel> Models, bool HasRequestDelegates)
{
    public static ClientTypes From(ImmutableArray<LoweredDocument> documents)
    {
        List<ClientModel> models = [];
        foreach (LoweredDocument document in documents)
        {
            if (document.Model is { } model)
            {
                models.Add(model);
            }
        }

        return new ClientTypes(models, HasRequestDelegates: false);
    }

    public ClientTypes With(AnalyzerConfigOptions options) =>
        Models.Count > 0
        && options.TryGetValue("build_property.EnableRequestDelegateGenerator", out string? value)
        && value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase)
            ? this with { HasRequestDelegates = true }
            : this;

    /// <summary>Whether a client contains a type of this name that user code can need.</summary>
    public bool Contains(string name)
    {
        foreach (ClientModel model in Models)
        {
            if (Declares(model, name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Declares(ClientModel model, string name)
    {
        if (model.Context.ClassName == name || (model.Webhooks.Count > 0 && model.Context.WebhooksName == name))
        {
            return true;
        }

        foreach (TypeModel type in model.Types)
        {
            if (type.Name == name)
            {
                return true;
            }
        }

        foreach (ResultModel result in model.Results)
        {
            if (result.Name == name)
            {
                return true;
            }
        }

        return false;
    }
}
