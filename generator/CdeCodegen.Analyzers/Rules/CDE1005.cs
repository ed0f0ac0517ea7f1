using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>Reports a conversion from a task with a result to a task without one.</summary>
internal static class CDE1005
{
    public const string Id = nameof(CDE1005);

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Result type lost by conversion to Task",
        "The '{0}' of {1} is lost by the conversion to 'Task'. Keep the type of the task, or await the call here.",
        RuleInfo.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Code that awaits the plain task cannot read the result. Keep the type 'Task<TResult>'.",
        DiagnosticPages.AddressOf(Id));

    public static Diagnostic Create(SyntaxNode call, ResultType type) =>
        Diagnostic.Create(Rule, call.GetLocation(), type.Symbol.Name, CallText.Call(call, type));
}
