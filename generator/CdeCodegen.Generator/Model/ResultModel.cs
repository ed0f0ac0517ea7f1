using CdeCodegen.Generator.Infrastructure;

namespace CdeCodegen.Generator.Model;

/// <summary>The closed result type of an operation, in the client's namespace.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="OperationName">The name of the operation in texts: its <c>operationId</c>, or its HTTP method and path.</param>
/// <param name="Cases">One case for each documented response, in document order.</param>
internal sealed record ResultModel(string Name, string OperationName, EquatableArray<ResultCaseModel> Cases)
{
    /// <summary>The operation's path as written in the document, without query and fragment.</summary>
    public string Template { get; init; } = "";
}

/// <summary>How a response's key selects status codes.</summary>
internal enum StatusKind : byte
{
    /// <summary><c>"404"</c></summary>
    Exact,

    /// <summary><c>"4XX"</c></summary>
    Range,

    /// <summary><c>"default"</c></summary>
    Default,
}

/// <summary>A documented response, printed as a nested class of the result.</summary>
internal sealed record ResultCaseModel
{
    /// <summary>The C# name, <c>NotFound</c> for example.</summary>
    public required string Name { get; init; }

    public required StatusKind Kind { get; init; }

    /// <summary>The status code for <see cref="StatusKind.Exact"/>, its first digit for <see cref="StatusKind.Range"/>, otherwise 0.</summary>
    public required int Status { get; init; }

    /// <summary>
    /// Whether <c>EnsureSuccess</c> returns this case: it is a documented 2xx, or the <c>default</c> response of an operation that documents no 2xx.
    /// A <c>default</c> response is a success only if its status code is.
    /// </summary>
    public required bool IsSuccess { get; init; }

    /// <summary>The body; null if the document shows none.</summary>
    public BodyModel? Body { get; init; }

    /// <summary>The documented response headers.</summary>
    public EquatableArray<ResponseHeaderModel> Headers { get; init; }

    public DocText Doc { get; init; } = DocText.None;
}

/// <summary>A documented response header, printed as a property of its case.</summary>
/// <param name="Name">The C# property name, unique within the case.</param>
/// <param name="WireName">The header's name.</param>
/// <param name="Type">The C# type of the value.</param>
/// <param name="Doc">The documentation comment.</param>
internal sealed record ResponseHeaderModel(string Name, string WireName, TypeRef Type, DocText Doc);
