using CdeCodegen.Tasks.Report.Model;

namespace CdeCodegen.Tasks.Report.Printing;

/// <summary>How the page shows a state: never by its colour alone.</summary>
/// <param name="State">The state.</param>
/// <param name="Class">The name in the style sheet.</param>
/// <param name="Symbol">The symbol.</param>
/// <param name="Label">The words.</param>
/// <param name="Meaning">What the words mean.</param>
internal sealed record StateStyle(ResponseState State, string Class, string Symbol, string Label, string Meaning)
{
    /// <summary>All states, those that need attention first.</summary>
    public static readonly StateStyle[] All =
    [
        new(ResponseState.Unhandled, "unhandled", "✕", "unhandled", "some path does not handle the response, and the rules require it"),
        new(ResponseState.Suppressed, "suppressed", "⊘", "suppressed", "not handled, and the source suppresses the diagnostic"),
        new(ResponseState.Optional, "optional", "○", "not required", "some path does not handle the response, and no rule requires it"),
        new(ResponseState.CatchAll, "catchall", "≈", "catch-all", "only an else, a default or a _ handles the response"),
        new(ResponseState.Throws, "throws", "↯", "throws", "EnsureSuccess turns the response into an exception"),
        new(ResponseState.Handled, "handled", "✓", "handled", "code names the response"),
        new(ResponseState.PassedOn, "passed", "→", "passed on", "the result is returned, stored or given to other code"),
        new(ResponseState.Unused, "unused", "∅", "not used", "the result is discarded, or its success is not used"),
        new(ResponseState.NeverCalled, "never", "–", "never called", "the project does not call the operation"),
    ];

    public static StateStyle Of(ResponseState state) => Array.Find(All, style => style.State == state);
}
