using System.Text;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Units;

/// <summary>Splits a client into files.</summary>
internal static class SourceUnits
{
    /// <summary>File systems limit a name to 255 characters, and <c>EmitCompilerGeneratedFiles</c> writes the hint name below a deep folder.</summary>
    private const int LongestHint = 150;

    /// <summary>The files of a client, ordered by name.</summary>
    public static List<SourceUnit> Of(ClientModel model)
    {
        ClientContext context = model.Context;
        string prefix = context.Namespace + "." + context.ClassName;
        var hints = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var units = new List<SourceUnit>(model.Types.Count + model.Results.Count + model.Builders.Count + 2)
        {
            new ClientUnit(Hint(prefix, "", hints), context, model.Client),
            new RegistrationUnit(Hint(prefix, ".DependencyInjection", hints), context, Credentials(model.Client.Security)),
        };

        if (model.Webhooks.Count > 0)
        {
            units.Add(new WebhooksUnit(Hint(prefix, ".Webhooks", hints), context, model.Webhooks));
        }

        AddModels(model, prefix, hints, units);
        AddGroups(model, prefix, hints, units);
        units.Sort((x, y) => string.CompareOrdinal(x.HintName, y.HintName));
        return JoinedUnits.Of(units, HintPrefix(prefix));
    }

    /// <summary>The options of security schemes that the configuration can hold: no callbacks.</summary>
    private static EquatableArray<CredentialOption> Credentials(SecurityModel? security)
    {
        if (security is null)
        {
            return [];
        }

        var credentials = new List<CredentialOption>(security.Schemes.Count);
        foreach (SecuritySchemeModel scheme in security.Schemes)
        {
            if (scheme.Kind != CredentialKind.Callback)
            {
                credentials.Add(new CredentialOption(scheme.Property, scheme.Kind));
            }
        }

        return credentials.ToEquatableArray();
    }

    /// <summary>Adds one file for each <see cref="TypeModel.Home"/>, which starts with that type.</summary>
    private static void AddModels(ClientModel model, string prefix, HashSet<string> hints, List<SourceUnit> units)
    {
        var files = new Dictionary<string, List<TypeModel>>(StringComparer.Ordinal);
        foreach (TypeModel type in model.Types)
        {
            if (!files.TryGetValue(type.Home, out List<TypeModel>? file))
            {
                files.Add(type.Home, file = []);
            }

            if (type.Name == type.Home)
            {
                file.Insert(0, type);
            }
            else
            {
                file.Add(type);
            }
        }

        EquatableArray<string> hidden = RuntimeImports.HiddenBy(model.Types);
        foreach (TypeModel type in model.Types)
        {
            if (files.TryGetValue(type.Home, out List<TypeModel>? file))
            {
                files.Remove(type.Home);
                units.Add(new ModelsUnit(Hint(prefix, ".Models." + type.Home, hints), model.Context, file.ToEquatableArray(), hidden));
            }
        }
    }

    /// <summary>Adds a file of builders and a file of results for each group of operations. The operations of the root path form their own group.</summary>
    private static void AddGroups(ClientModel model, string prefix, HashSet<string> hints, List<SourceUnit> units)
    {
        var results = new Dictionary<string, ResultModel>(StringComparer.Ordinal);
        var queries = new HashSet<string>(StringComparer.Ordinal);
        foreach (ResultModel result in model.Results)
        {
            results[result.Name] = result;
        }

        AddResults("Root", model.Client.Operations, []);
        foreach (OperationGroup group in OperationGroup.Of(model))
        {
            units.Add(new BuildersUnit(
                Hint(prefix, ".RequestBuilders." + group.Name, hints), model.Context, group.Builders.ToEquatableArray()));
            var entries = new List<OperationResult>();
            foreach (BuilderModel builder in group.Builders)
            {
                Collect(builder.Operations, entries);
            }

            AddResults(group.Name, default, entries);
        }

        void AddResults(string name, EquatableArray<OperationModel> operations, List<OperationResult> entries)
        {
            Collect(operations, entries);
            if (entries.Count > 0)
            {
                units.Add(new ResultsUnit(Hint(prefix, ".Results." + name, hints), model.Context, entries.ToEquatableArray()));
            }
        }

        void Collect(EquatableArray<OperationModel> operations, List<OperationResult> entries)
        {
            foreach (OperationModel operation in operations)
            {
                if (results.TryGetValue(operation.Result, out ResultModel? result))
                {
                    results.Remove(result.Name);

                    // The methods of an operation for several media types have a result each, and one class of parameters.
                    bool isFirst = operation.QueryClass is { } query && queries.Add(query.Name);
                    entries.Add(new OperationResult(result, isFirst ? operation.QueryClass : null));
                }
            }
        }
    }

    /// <summary>
    /// Makes a unique file name. It starts with the client's full name, so that the documents of a project never collide. Characters that are valid in
    /// an identifier but not in a hint name, such as combining marks, become underscores.
    /// </summary>
    private static string Hint(string prefix, string name, HashSet<string> taken)
    {
        var hint = new StringBuilder(prefix.Length + name.Length + 5);
        Append(hint, prefix);
        Append(hint, name);
        if (hint.Length > LongestHint)
        {
            hint.Length = LongestHint;
            hint.Append('-').Append(StableHash.Of(name, StableHash.Of(prefix)).ToString("x8", System.Globalization.CultureInfo.InvariantCulture));
        }

        string stem = hint.ToString();
        string unique = stem;
        for (int i = 2; !taken.Add(unique); i++)
        {
            unique = stem + "-" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return unique + ".g.cs";
    }

    /// <summary>The start of the names of joined files: the client's full name, or as much of it as a file name may hold and a hash of all of it.</summary>
    private static string HintPrefix(string prefix)
    {
        var hint = new StringBuilder(prefix.Length + 8);
        Append(hint, prefix);
        if (hint.Length > LongestHint)
        {
            hint.Length = LongestHint;
            hint.Append('-').Append(StableHash.Of(prefix).ToString("x8", System.Globalization.CultureInfo.InvariantCulture));
        }

        return hint.ToString();
    }

    private static void Append(StringBuilder hint, string name)
    {
        foreach (char c in name)
        {
            hint.Append(IsHintCharacter(c) ? c : '_');
        }
    }

    private static bool IsHintCharacter(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '-';
}
