using CdeCodegen.Generator.Infrastructure;

namespace CdeCodegen.Generator.Model;

/// <summary>A reader for the body of a request that the API sends: a webhook, or a callback of an operation.</summary>
/// <param name="Name">The C# name of the property.</param>
/// <param name="Type">The type of the body.</param>
/// <param name="IsNullable">Whether the document allows JSON null.</param>
/// <param name="Origin">What the document calls it, for a documentation comment: not escaped.</param>
/// <param name="Doc">The document's text.</param>
internal sealed record WebhookModel(string Name, TypeRef Type, bool IsNullable, string Origin, DocText Doc)
{
    /// <summary>The JSON bodies that the receiver can answer with.</summary>
    public EquatableArray<WebhookAnswerModel> Answers { get; init; }
}

/// <summary>A JSON body that the receiver of a webhook answers with.</summary>
/// <param name="Status">The status as the document writes it.</param>
/// <param name="Type">The type of the body.</param>
internal sealed record WebhookAnswerModel(string Status, TypeRef Type);
