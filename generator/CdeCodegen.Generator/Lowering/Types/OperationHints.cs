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

    /// <summary>The items of the only list among the alternatives of a choice.</summary>
    public const string Item = "Item";

    /// <summary>The values of the only map among the alternatives of a choice.</summary>
    public const string Value = "Value";

    /// <summary>An error body. Operations often have equal ones, which share one type.</summary>
    public const string Error = "Error";

    /// <summary>
    /// Whether a type is of its own even if it equals another one: a body of another operation, because the two can diverge later, and what has no name of its own.
    /// </summary>
    public static bool IsUnique(string member) => member is Request or Response or Body or Item or Value;
}
