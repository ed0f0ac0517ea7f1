using System.Globalization;
using System.Text;
using CdeCodegen.Generator.Infrastructure;

namespace CdeCodegen.Generator.Lowering.Naming;

/// <summary>Converts names of the document to C# identifiers: deterministic, culture-invariant, not empty, without invisible characters.</summary>
internal static class Identifiers
{
    private const int MaxLength = 300;

    private static readonly HashSet<string> s_keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out",
        "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc",
        "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using",
        "virtual", "void", "volatile", "while", "await", "field", "value", "async", "var", "dynamic", "nameof", "scoped", "record", "required",
    };

    /// <summary>Converts <c>main-version-number</c> to <c>MainVersionNumber</c>. Keeps capitals within a word; title-cases a name in all capitals.</summary>
    public static string Pascal(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        bool shouts = !HasLower(name);
        bool start = true;
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            if (!IsPart(c))
            {
                AppendSymbol(text, c, next: i + 1 < name.Length ? name[i + 1] : '\0');
                start = true;
                continue;
            }

            if (start)
            {
                text.Append(char.ToUpperInvariant(c));
            }
            else
            {
                text.Append(shouts ? char.ToLowerInvariant(c) : c);
            }

            start = char.IsDigit(c) && shouts;
        }

        if (text.Length == 0)
        {
            AppendNames(text, name);
        }

        if (!IsStart(text[0]))
        {
            text.Insert(0, '_');
        }

        return Bound(text.ToString());
    }

    /// <summary>Whether a name has characters that are neither part of its identifier nor between two words, for example <c>Sent&lt;</c> and <c>@id</c>.</summary>
    public static bool HasSymbols(string name)
    {
        for (int i = 0; i < name.Length; i++)
        {
            if (!IsPart(name[i]) && !IsSeparator(name, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether no character of a text has a name, for example those of <c>')</c>.</summary>
    public static bool IsNameless(string text)
    {
        foreach (char c in text)
        {
            if (IsPart(c) || NameOf(c).Length > 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Converts a name with its symbols as words: <c>Sent&lt;</c> to <c>SentLessThan</c>, <c>@id</c> to <c>AtId</c>.</summary>
    public static string Spelled(string name)
    {
        var text = new StringBuilder(name.Length + 16);
        for (int i = 0; i < name.Length; i++)
        {
            if (IsPart(name[i]) || IsSeparator(name, i))
            {
                text.Append(name[i]);
            }
            else
            {
                text.Append(' ').Append(NameOf(name[i])).Append(' ');
            }
        }

        return Pascal(text.ToString());
    }

    /// <summary>
    /// Shortens a name that is longer than any person writes. Metadata limits names to 1,023 characters, and other names and the namespace are added to
    /// this one. Names that differ only after the limit stay different by their hash.
    /// </summary>
    public static string Bound(string name)
    {
        if (name.Length <= MaxLength)
        {
            return name;
        }

        string hash = StableHash.Of(name).ToString("x8", CultureInfo.InvariantCulture);
        return name.Substring(0, MaxLength - hash.Length - 1) + "_" + hash;
    }

    /// <summary>Converts a name to camel case, for example <c>publicId</c>, with <c>@</c> before a keyword.</summary>
    public static string Camel(string name)
    {
        string pascal = Pascal(name);
        int upper = 0;
        while (upper < pascal.Length && char.IsUpper(pascal[upper]))
        {
            upper++;
        }

        // In URLPath, the last capital of the run starts the next word.
        int lower = upper > 1 && upper < pascal.Length && char.IsLower(pascal[upper]) ? upper - 1 : upper;
        string camel = pascal.Substring(0, lower).ToLowerInvariant() + pascal.Substring(lower);
        return s_keywords.Contains(camel) ? "@" + camel : camel;
    }

    /// <summary>Irregular plurals that documents use: how many letters their singulars lack, and what these have in their place.</summary>
    private static readonly (string Plural, int Lacks, string End)[] s_irregular =
    [
        ("statuses", 2, ""), ("aliases", 2, ""), ("bonuses", 2, ""), ("viruses", 2, ""), ("campuses", 2, ""), ("canvases", 2, ""), ("biases", 2, ""),
        ("movies", 1, ""), ("cookies", 1, ""), ("calories", 1, ""), ("selfies", 1, ""),
        ("indices", 4, "ex"), ("vertices", 4, "ex"), ("matrices", 4, "ix"), ("appendices", 4, "ix"), ("analyses", 2, "is"), ("hypotheses", 2, "is"),
        ("series", 0, "Item"), ("species", 0, "Item"),
    ];

    /// <summary>Converts <c>versions</c> to <c>version</c> by the rules of English; appends <c>Item</c> if none applies.</summary>
    public static string Singular(string name)
    {
        if (name.Length > 3)
        {
            foreach ((string plural, int lacks, string end) in s_irregular)
            {
                if (name.EndsWith(plural, StringComparison.OrdinalIgnoreCase))
                {
                    return name.Substring(0, name.Length - lacks) + end;
                }
            }

            if (name.EndsWith("ies", StringComparison.OrdinalIgnoreCase))
            {
                return name.Substring(0, name.Length - 3) + "y";
            }

            if (EndsWithAny(name, "sses", "xes", "ches", "shes", "zzes"))
            {
                return name.Substring(0, name.Length - 2);
            }

            if (EndsWithAny(name, "s") && !EndsWithAny(name, "ss", "us", "is"))
            {
                return name.Substring(0, name.Length - 1);
            }
        }

        return name + "Item";
    }

    /// <summary>Whether a dotted name is a valid namespace.</summary>
    public static bool IsNamespace(string name)
    {
        foreach (string part in name.Split('.'))
        {
            if (!IsIdentifier(part))
            {
                return false;
            }
        }

        return true;
    }

    public static bool IsIdentifier(string name)
    {
        if (name.Length == 0 || !IsStart(name[0]) || s_keywords.Contains(name))
        {
            return false;
        }

        foreach (char c in name)
        {
            if (!IsPart(c) && c != '_')
            {
                return false;
            }
        }

        return true;
    }

    private static bool EndsWithAny(string name, params string[] ends)
    {
        foreach (string end in ends)
        {
            if (name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasLower(string name)
    {
        foreach (char c in name)
        {
            if (char.IsLower(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsStart(char c) => c == '_' || char.IsLetter(c);

    /// <summary>Whether a character can be part of a word: letters, digits and combining marks, but no format characters, surrogates or underscores.</summary>
    private static bool IsSeparator(string name, int i) => name[i] is '_' or '-' or '.' or ' ' or '/' && i > 0 && i < name.Length - 1;

    private static bool IsPart(char c) =>
        c < 128
            ? c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9'
            : char.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
                or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>
    /// Whether punctuation carries meaning: a sign before a number (<c>+1</c>, <c>-1</c>, <c>&gt;5</c>) or a dot between digits (<c>1.5</c>). Other punctuation
    /// separates words.
    /// </summary>
    private static void AppendSymbol(StringBuilder text, char c, char next)
    {
        if (text.Length == 0 && char.IsDigit(next) && c is '+' or '-' or '<' or '>' or '=' or '!')
        {
            text.Append(NameOf(c));
        }
        else if (text.Length > 0 && char.IsDigit(text[text.Length - 1]) && char.IsDigit(next))
        {
            text.Append('_');
        }
    }

    private static void AppendNames(StringBuilder text, string name)
    {
        foreach (char c in name)
        {
            text.Append(NameOf(c));
        }

        if (text.Length == 0)
        {
            text.Append(name.Length == 0 ? "Empty" : "Symbol");
        }
    }

    private static string NameOf(char c) => c switch
    {
        '+' => "Plus",
        '-' => "Minus",
        '*' => "Star",
        '/' => "Slash",
        '<' => "LessThan",
        '>' => "GreaterThan",
        '=' => "EqualTo",
        '!' => "Not",
        '~' => "Tilde",
        '@' => "At",
        '#' => "Hash",
        '$' => "Dollar",
        '%' => "Percent",
        '&' => "And",
        '|' => "Or",
        '^' => "Caret",
        '?' => "Question",
        '.' => "Dot",
        ',' => "Comma",
        ':' => "Colon",
        ';' => "Semicolon",
        '_' => "Underscore",
        ' ' => "Space",
        _ => "",
    };
}
