namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>The names of an operation's inline types.</summary>
internal static class OperationHints
{
    /// <summary>The request body.</summary>
    public const string Request = "Request";

    /// <summary>The body of a success response.</summary>
    public const string Response = "Response";

    /// <summary>The body of a webhook or a callback.</summary>
    public const string Body = "Body";

    /// <summary>What the receiver of a webhook or a callback answers.</summary>
    public const string Answer = "Answer";

    /// <summary>The events of a stream, by name.</summary>
    public const string StreamEvent = "StreamEvent";

    /// <summary>An error body. Operations often have equal ones, which share one type.</summary>
    public const string Error = "Error";

    /// <summary>Whether a body keeps a type of its own even if it equals another operation's body, because the two can diverge later.</summary>
    public static bool IsUnique(string member) => member is Request or Response or Body;
}
