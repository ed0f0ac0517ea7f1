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
    Console.Error.WriteLine("--help explains.");
    return (int)Outcome.BadArguments;
}

try
{
    return (int)await (arguments.Mode switch
    {
        Mode.Help => HelpText.PrintAsync(),
        Mode.Life => ConnectorLife.RunAsync(interrupted.Token),
        Mode.Restore => RestoreOnServer.RunAsync(arguments, interrupted.Token),
        Mode.Demonstration or _ => Demonstration.RunAsync(interrupted.Token),
    });
}
catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
{
    Console.Error.WriteLine("Interrupted.");
    return (int)Outcome.Interrupted;
}
catch (Exception e) when (Trouble.Describe(e) is { } sentence)
{
    Console.Error.WriteLine(sentence);
    return (int)Outcome.Failed;
}
