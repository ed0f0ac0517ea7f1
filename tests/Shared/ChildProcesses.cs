using System.Runtime.InteropServices;

namespace CdeCodegen.Tests.Shared;

/// <summary>The processes that this one started.</summary>
internal static class ChildProcesses
{
    /// <summary>The processor time of those that ended, in seconds; 0 on Windows, which does not add it up.</summary>
    public static double ProcessorTime()
    {
        if (OperatingSystem.IsWindows())
        {
            return 0;
        }

        const int Children = -1;
        long[] usage = new long[36];
        _ = GetUsage(Children, usage);
        return usage[0] + usage[2] + (((int)usage[1] + (int)usage[3]) / 1e6);
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetUsage(int who, [Out] long[] usage);
}
