using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>Decides which properties need an attribute that tells System.Text.Json their JSON name.</summary>
/// <remarks>
/// The runtime pairs the properties of a class with its table of JSON names by their ASCII letters and digits (<c>ModelType.Letters</c>), because an
/// attribute on each property would cost every build. This class knows the same rule and finds the properties that it does not tell apart.
/// </remarks>
internal sealed class SerializedNames
{
    private readonly HashSet<string>? _repeated;

    public SerializedNames(EquatableArray<PropertyModel> properties)
    {
        if (!MayRepeat(properties))
        {
            return;
        }

        var seen = new HashSet<string>(LetterComparer.Instance);
        foreach (PropertyModel property in properties)
        {
            if (!seen.Add(property.Name))
            {
                (_repeated ??= new(LetterComparer.Instance)).Add(property.Name);
            }
        }
    }

    /// <summary>Names are unique ignoring case, so two that consist of ASCII letters and digits are told apart.</summary>
    private static bool MayRepeat(EquatableArray<PropertyModel> properties)
    {
        foreach (PropertyModel property in properties)
        {
            foreach (char c in property.Name)
            {
                if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')))
                {
                    return true;
                }
            }
        }

        return false;
    }

    public bool NeedAttribute(PropertyModel property) =>
        !LetterComparer.Instance.Equals(property.Name, property.WireName) || _repeated?.Contains(property.Name) == true;

    /// <summary>Compares the ASCII letters and digits of names, ignoring case. It allocates nothing.</summary>
    private sealed class LetterComparer : IEqualityComparer<string>
    {
        public static readonly LetterComparer Instance = new();

        public bool Equals(string x, string y)
        {
            int i = 0;
            int j = 0;
            char c;
            do
            {
                c = Next(x, ref i);
                if (c != Next(y, ref j))
                {
                    return false;
                }
            }
            while (c != '\0');
            return true;
        }

        public int GetHashCode(string name)
        {
            int hash = 17;
            int i = 0;
            for (char c = Next(name, ref i); c != '\0'; c = Next(name, ref i))
            {
                hash = unchecked((hash * 31) + c);
            }

            return hash;
        }

        /// <summary>The next letter or digit in lower case, or 0 at the end.</summary>
        private static char Next(string name, ref int index)
        {
            while (index < name.Length)
            {
                char c = name[index++];
                if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
                {
                    return c;
                }

                if (c is >= 'A' and <= 'Z')
                {
                    return (char)(c | 0x20);
                }
            }

            return '\0';
        }
    }
}
