using RestoreConnector;

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    interrupted.Cancel();
};

if (!Arguments.TryParse(args, Environment.GetEnvironmentVariable(Arguments.TokenVariable), out Arguments? arguments, out string? problem))
{
    Console.Error.WriteLine(problem);
    Console.Error.WriteLine("Use --help for the list of arguments.");
    return (int)Outcome.BadArguments;
}

try
{
    return (int)await (arguments.Mode switch
    {
        Mode.Help => HelpText.PrintAsync(),
        Mode.Lifecycle => ConnectorLifecycle.RunAsync(interrupted.Token),
        Mode.Restore => RestoreOnServer.RunAsync(arguments, interrupted.Token),
        Mode.Demonstration or _ => Demonstration.RunAsync(interrupted.Token),
    });
}
catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
{
    Console.Error.WriteLine("Interrupted.");
    return (int)Outcome.Interrupted;
}
catch (Exception e) when (ErrorText.Describe(e) is { } text)
{
    Console.Error.WriteLine(text);
    return (int)Outcome.Failed;
}
