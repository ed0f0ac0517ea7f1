using CdeCodegen.Generator.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CdeCodegen.Generator.Diagnostics;

/// <summary>
/// A diagnostic on its way through the incremental pipeline: equal when it says the same about the same place, and without
/// anything that would keep a compilation or a text alive.
/// </summary>
/// <param name="Descriptor">Static, equal by its parts.</param>
/// <param name="Path">Of the document; empty when the project itself is meant.</param>
/// <param name="Start">Offset in the document.</param>
/// <param name="End">Offset behind the place.</param>
/// <param name="Lines">The same place in lines and columns.</param>
/// <param name="Pointer">The JSON pointer of the value there (<c>#/paths/~1pets</c>), empty when there is none.</param>
/// <param name="Arguments">What fills <c>{1}</c>, <c>{2}</c>… of the message; <c>{0}</c> is the pointer in parentheses.</param>
internal sealed record DiagnosticInfo(
    DiagnosticDescriptor Descriptor,
    string Path,
    int Start,
    int End,
    LinePositionSpan Lines,
    string Pointer,
    EquatableArray<string> Arguments)
{
    public Diagnostic ToDiagnostic()
    {
        Location location = Path.Length == 0
            ? Location.None
            : Location.Create(Path, TextSpan.FromBounds(Start, End), Lines);
        object[] arguments = new object[Arguments.Count + 1];
        arguments[0] = Pointer.Length == 0 ? "" : " (at " + Pointer + ")";
        for (int i = 0; i < Arguments.Count; i++)
        {
            arguments[i + 1] = Arguments[i];
        }

        return Diagnostic.Create(Descriptor, location, arguments);
    }
}
