namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>What an inline type of an operation is called there.</summary>
internal static class OperationHints
{
    /// <summary>The body that is sent.</summary>
    public const string Request = "Request";

    /// <summary>The body of a success.</summary>
    public const string Response = "Response";

    /// <summary>The body of a failure. Many operations share one: it is declared once.</summary>
    public const string Error = "Error";

    /// <summary>Requests and responses keep the name of their operation, even if another one's look the same: they will part some day.</summary>
    public static bool IsUnique(string member) => member is Request or Response;
}
