using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>What a union's alternative looks like from outside, for <see cref="JsonValues.Shape"/>. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonShape
{
    /// <summary>Describes an alternative.</summary>
    /// <param name="tokens">The tokens that can start it.</param>
    /// <param name="required">For objects: members that must be there.</param>
    /// <param name="known">For objects: all members, the required ones included.</param>
    public JsonShape(JsonTokens tokens, string[] required, string[] known)
    {
        Tokens = tokens;
        Required = required;
        Known = known;
    }

    internal JsonTokens Tokens { get; }

    internal string[] Required { get; }

    internal string[] Known { get; }
}
