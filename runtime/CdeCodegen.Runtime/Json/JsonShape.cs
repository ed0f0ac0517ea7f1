using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>Describes how to recognize an alternative of a union, for the selection by shape of <see cref="JsonValues"/>. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonShape
{
    /// <summary>Creates the description of an alternative.</summary>
    /// <param name="tokens">The tokens that can start the alternative.</param>
    /// <param name="required">The required members, if the alternative is an object.</param>
    /// <param name="known">All members, including the required ones, if the alternative is an object.</param>
    /// <param name="rules">What members must be like if they are present; of a list or a map, what its first value must be like.</param>
    public JsonShape(JsonTokens tokens, string[] required, string[] known, params JsonRule[] rules)
    {
        Tokens = tokens;
        Required = required;
        Known = known;
        Rules = rules;
    }

    internal JsonTokens Tokens { get; }

    internal string[] Required { get; }

    internal string[] Known { get; }

    internal JsonRule[] Rules { get; }

    /// <summary>Whether the only rule is about the values of a map.</summary>
    internal bool IsMap => Known.Length == 0 && Rules is [{ Name.Length: 0 }];
}
