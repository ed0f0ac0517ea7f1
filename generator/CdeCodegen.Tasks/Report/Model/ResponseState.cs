namespace CdeCodegen.Tasks.Report.Model;

/// <summary>What the code of a project does with a documented response. Where calls differ, the largest value stands for all of them.</summary>
internal enum ResponseState : byte
{
    /// <summary>The project never calls the operation.</summary>
    NeverCalled,

    /// <summary>The result is discarded on purpose, or its success is not used.</summary>
    Unused,

    /// <summary>The result is returned, stored or passed to other code.</summary>
    PassedOn,

    /// <summary>Code names the response.</summary>
    Handled,

    /// <summary><c>EnsureSuccess</c> turns the response into an exception.</summary>
    Throws,

    /// <summary>Only a catch-all handles the response.</summary>
    CatchAll,

    /// <summary>Some path does not handle the response, and no rule requires it.</summary>
    Optional,

    /// <summary>Some path does not handle a response that the rules require, and the source suppresses the diagnostic.</summary>
    Suppressed,

    /// <summary>Some path does not handle a response that the rules require.</summary>
    Unhandled,
}
