using System.Globalization;
using CdeCodegen.Generator.Infrastructure;

namespace CdeCodegen.Generator.Diagnostics;

/// <summary>A diagnostic about a document. Compares by value and holds no reference to a document's text or to a compilation.</summary>
/// <param name="Descriptor">The kind of diagnostic.</param>
/// <param name="Path">The path of the document; empty for a diagnostic without a position.</param>
/// <param name="Start">The offset of the first character.</param>
/// <param name="End">The offset after the last character.</param>
/// <param name="Lines">The same span as lines and columns.</param>
/// <param name="Pointer">The JSON pointer of the value at the position (<c>#/paths/~1pets</c>); empty if there is none.</param>
/// <param name="Arguments">The values of <c>{1}</c>, <c>{2}</c>… in the message; <c>{0}</c> is the pointer in parentheses.</param>
internal sealed record DiagnosticInfo(
    Descriptor Descriptor,
    string Path,
    int Start,
    int End,
    TextLines Lines,
    string Pointer,
    EquatableArray<string> Arguments)
{
    /// <summary>The severity: the default of the descriptor, or less.</summary>
    public Severity Severity { get; init; } = Descriptor.Severity;

    /// <summary>The text to show, without id and position.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Descriptor.MessageFormat, MessageArguments());

    /// <summary>A diagnostic about a whole file or, with an empty path, about the project.</summary>
    public static DiagnosticInfo ForFile(Descriptor descriptor, string path, params string[] arguments) =>
        new(descriptor, path, 0, 0, default, "", new EquatableArray<string>(arguments));

    /// <summary>The values of all placeholders of the message, the pointer first.</summary>
    public object[] MessageArguments()
    {
        object[] arguments = new object[Arguments.Count + 1];
        arguments[0] = Pointer.Length == 0 ? "" : " (at " + Pointer + ")";
        for (int i = 0; i < Arguments.Count; i++)
        {
            arguments[i + 1] = Arguments[i];
        }

        return arguments;
    }
}
