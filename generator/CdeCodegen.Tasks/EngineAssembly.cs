using System.Reflection;

namespace CdeCodegen.Tasks;

/// <summary>
/// Finds the generator's assemblies, which the package contains once, in the folder of the analyzers. They are loaded from bytes, so that a build node
/// that waits for the next build locks none of them.
/// </summary>
internal static class EngineAssembly
{
    private static readonly object s_lock = new();
    private static readonly Dictionary<string, Assembly> s_loaded = new(StringComparer.Ordinal);
    private static string? s_folder;

    /// <param name="generator">The path of the generator's assembly.</param>
    public static void Use(string generator)
    {
        lock (s_lock)
        {
            if (s_folder is null)
            {
                AppDomain.CurrentDomain.AssemblyResolve += Resolve;
            }

            s_folder = Path.GetDirectoryName(Path.GetFullPath(generator));
        }
    }

    private static Assembly? Resolve(object sender, ResolveEventArgs request)
    {
        string name = new AssemblyName(request.Name).Name;
        if (name is not ("CdeCodegen.Generator" or "YamlDotNet"))
        {
            return null;
        }

        lock (s_lock)
        {
            // A process can hold several versions of the package. Each answers only its own assemblies.
            Assembly? requester = request.RequestingAssembly;
            if (requester is not null && requester != typeof(EngineAssembly).Assembly && !s_loaded.ContainsValue(requester))
            {
                return null;
            }

            if (!s_loaded.TryGetValue(name, out Assembly? assembly))
            {
                string path = Path.Combine(s_folder, name + ".dll");
                if (!File.Exists(path))
                {
                    return null;
                }

                assembly = Assembly.Load(File.ReadAllBytes(path));
                s_loaded.Add(name, assembly);
            }

            return assembly;
        }
    }
}
