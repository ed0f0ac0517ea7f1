using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Lowering.Naming;
using CdeCodegen.Generator.Lowering.Operations;
using CdeCodegen.Generator.Lowering.Types;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering;

/// <summary>
/// Lowers an OpenAPI document to the model of a client in five steps: lower the operations, complete the types that they reach, mark what is read and
/// written, name the types, create the models.
/// </summary>
internal static class ClientLowering
{
    public static ClientModel? Lower(ApiDocument document, ClientSettings settings, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        string className = settings.ClassName ?? DefaultClassName(document.Title);
        var names = new NameScope(className, className + "ServiceCollectionExtensions", className + "Options", className + "Servers", className + "Webhooks", "Models", "RequestBuilders");
        var types = new TypeLowering(diagnostics, settings.UsesDateTime, cancellation);
        var reachability = new Reachability();
        var operations = new OperationLowering(types, reachability, names, document.ServerUrl, diagnostics);
        operations.FindRepeatedIds(document.Operations);
        var drafts = new List<OperationDraft>(document.Operations.Count);
        foreach (ApiOperation operation in document.Operations)
        {
            cancellation.ThrowIfCancellationRequested();
            if (operations.Lower(operation) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        var webhooks = new WebhookLowering(types, reachability, className + "Webhooks", diagnostics);
        webhooks.Lower(document.Webhooks, drafts);
        if (drafts.Count == 0 && webhooks.Count == 0)
        {
            diagnostics.Report(Descriptors.NothingToGenerate, document.Root, "no operation or webhook of the document is both included and supported");
            return null;
        }

        types.Complete();
        reachability.Complete();
        reachability.CompleteSelections(types.Drafts);
        TypeNaming.Assign(document, types.Drafts, names);

        var finishingTypes = new TypeFinishing(diagnostics);
        var models = new List<TypeModel>(types.Drafts.Count);
        var objects = new Dictionary<string, ObjectModel>(StringComparer.Ordinal);
        foreach (TypeDraft draft in types.Drafts)
        {
            if (draft.Reads || draft.Writes)
            {
                TypeModel model = finishingTypes.Finish(draft);
                models.Add(model);
                if (model is ObjectModel @object)
                {
                    objects.Add(@object.Name, @object);
                }
            }
        }

        NameScope options = SecurityLowering.OptionNames(className);
        var security = SecurityLowering.Of(document, options);
        ServerModel? server = ServerLowering.First(document, options);
        var tree = new PathTree(className, hasSecurity: security.Model is { HasConstants: true });
        var finishing = new OperationFinishing(names, security, new PagingLowering(objects, document.Operations, drafts, diagnostics));
        var results = new List<ResultModel>(drafts.Count);
        foreach (OperationDraft draft in drafts)
        {
            tree.Add(draft, finishing);
            OperationFinishing.FinishResults(draft, results);
        }

        results.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        models.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        var root = new RootModel(
            DocTexts.Of(null, document.Description), BaseUrl(document), document.Title, document.InfoVersion, tree.RootChildren, tree.RootOperations)
        {
            Security = security.Model,
            Server = server,
            Servers = ServerLowering.All(document, className + "Servers", diagnostics),
        };
        var context = new ClientContext(settings.Namespace, className, settings.IsPublic, HasOptions: security.Model is not null || server is not null);
        return new ClientModel(context, root, tree.Builders, results.ToEquatableArray(), models.ToEquatableArray())
        {
            Webhooks = webhooks.Finish(),
        };
    }

    /// <summary>Derives the class name from the title, for example <c>CdeClient</c> from <c>CDE API</c>.</summary>
    private static string DefaultClassName(string title)
    {
        title = title.Trim();
        if (title.EndsWith(" API", StringComparison.OrdinalIgnoreCase))
        {
            title = title.Substring(0, title.Length - 4);
        }

        return (title.Length == 0 ? "Api" : Identifiers.Pascal(title)) + "Client";
    }

    /// <summary>The first server's URL as written, a path if it is relative, or null if no request can start with it.</summary>
    private static string? BaseUrl(ApiDocument document) =>
        document.ServerUrl?.IndexOf('{') >= 0 ? null
        : Servers.Absolute(document.ServerUrl, null) is not null || (document.ServerUrl is { Length: > 1 } url && Servers.IsPath(url))
            ? document.ServerUrl
            : null;
}
