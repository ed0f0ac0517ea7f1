namespace CdeCodegen.Generator.Emission;

/// <summary>Names for declarations of the generator that must not meet a name of the document.</summary>
internal static class FreshName
{
    /// <summary>Returns the name with as many underscores as it takes to be free, and takes it.</summary>
    public static string For(string name, HashSet<string> taken)
    {
        while (!taken.Add(name))
        {
            name += "_";
        }

        return name;
    }
}
