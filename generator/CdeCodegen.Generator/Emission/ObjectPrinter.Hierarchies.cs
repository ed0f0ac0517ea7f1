using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <content>Classes that a discriminator selects.</content>
internal sealed partial class ObjectPrinter
{
    /// <summary>Prints the constructors for callers. Those of a class that a discriminator selects set the discriminator.</summary>
    private void PrintConstructors()
    {
        var values = new List<string>();
        var parameters = new List<string>();
        var arguments = new List<string>();
        foreach (PropertyModel property in _type.Properties)
        {
            if (property.IsTag)
            {
                string parameter = "value" + (arguments.Count == 0 ? "" : Literals.Number(arguments.Count + 1));
                parameters.Add(_names.Of(property.Type, property.IsNullableMember) + " " + parameter);
                arguments.Add($"{property.Name} = {parameter};");
                if (property.Constant is { } constant)
                {
                    values.Add($"{property.Name} = {Literals.Constant(property.Type, constant)};");
                }
            }
        }

        bool areConstant = values.Count == arguments.Count;
        if (_type.IsAbstract)
        {
            _w.Gap();
            _w.Line($"private protected {_type.Name}() {{ }}");
        }
        else if (areConstant && (values.Count > 0 || _type.Has(GeneratedMembers.Reader)))
        {
            _w.Gap();
            _w.Line($"public {_type.Name}() {{ {string.Join(" ", values)}{(values.Count == 0 ? "" : " ")}}}");
        }
        else if (_type.IsExtended)
        {
            _w.Gap();
            _w.Line($"private protected {_type.Name}() {{ }}"); // for the classes that extend this one
        }

        if (_type.HasTagArguments && !_type.IsAbstract && arguments.Count > 0)
        {
            _w.Gap();
            _w.Line("/// <summary>Creates an object with a value of the discriminator.</summary>");
            _w.Line($"public {_type.Name}({string.Join(", ", parameters)}) {{ {string.Join(" ", arguments)} }}");
        }
    }

    /// <summary>Prints the method that reads the class which the discriminator selects.</summary>
    private void PrintSelection(SelectionModel selection)
    {
        SelectionPrinter printer = ModelFile.SelectionOf(_w, _unit, selection, _reading, _members);
        if (printer.HasShapes)
        {
            _w.Gap();
            printer.PrintShapes(_shapes);
        }

        string hides = _type.Inherits(GeneratedMembers.Reader) && _type.Inherits(GeneratedMembers.Unknown) ? "new " : "";
        _w.Gap();
        _w.Line($"internal {hides}static {_type.Name} ReadFrom(ref {_reading.JsonReader} {JsonReading.Reader})");
        _w.Open();
        printer.Print(_shapes, type => _reading.Expression(type.Type, nullable: false)!, JsonReading.Call("new Unknown"));
        _w.Close();
        ModelFile.PrintUnionReader(_w, _type.Name, _reading.JsonReader, JsonReading.Call("ReadFrom"));
    }

    /// <summary>Whether the constructor without parameters sets members that select the class.</summary>
    private bool SetsTags()
    {
        bool any = false;
        foreach (PropertyModel property in _type.Properties)
        {
            if (property.IsTag && property.Constant is null)
            {
                return false;
            }

            any |= property.IsTag;
        }

        return any;
    }
}
