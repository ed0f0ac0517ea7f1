using CdeCodegen.Tasks.Report.Log;
using CdeCodegen.Tasks.Report.Model;

namespace CdeCodegen.Tasks.Report.Clients;

/// <summary>Decides what a call does with a response, and what all calls of an operation do together.</summary>
internal static class ResponseStates
{
    public static ResponseState Of(LoggedCall call, string status, bool isSuccess)
    {
        if (call.IsDiscarded)
        {
            return ResponseState.Unused;
        }

        if (call.Unhandled.Contains(status))
        {
            return isSuccess ? ResponseState.Unused
                : !call.Required.Contains(status) ? ResponseState.Optional
                : call.IsSuppressed ? ResponseState.Suppressed
                : ResponseState.Unhandled;
        }

        return call.CatchAll.Contains(status) ? ResponseState.CatchAll
            : call.Throws.Contains(status) ? ResponseState.Throws
            : call.Handled.Contains(status) ? ResponseState.Handled
            : ResponseState.PassedOn;
    }

    /// <summary>The state of a response over all calls, and the first call with it.</summary>
    public static (ResponseState State, SiteReport? Site) Worst(IReadOnlyList<SiteReport> sites, string status)
    {
        ResponseState worst = ResponseState.NeverCalled;
        SiteReport? at = null;
        for (int i = 0; i < sites.Count; i++)
        {
            foreach ((string documented, ResponseState state) in sites[i].Responses)
            {
                if (documented == status && state > worst)
                {
                    worst = state;
                    at = sites[i];
                }
            }
        }

        return (worst, at);
    }
}
