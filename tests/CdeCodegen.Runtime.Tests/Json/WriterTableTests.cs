using System.Reflection;
using System.Text.Json;

namespace CdeCodegen.Runtime.Tests.Json;

/// <summary>Every public method of the writer that takes a value: alone, in lists, as a member, absent and null, and at the end of the buffer.</summary>
public class WriterTableTests
{
    private const int FirstBuffer = 4096;

    private static readonly JsonNames s_names = new("plain");

    /// <summary>Two values of each type, the first of which is as long as JSON gets for the type, with their JSON.</summary>
    private static readonly Dictionary<Type, (object Value, string Json)[]> s_values = new()
    {
        [typeof(bool)] = [(false, "false"), (true, "true")],
        [typeof(int)] = [(int.MinValue, "-2147483648"), (0, "0")],
        [typeof(long)] = [(long.MinValue, "-9223372036854775808"), (7L, "7")],
        [typeof(float)] = [(-1.17549435E-38f, "-1.1754944E-38"), (1.5f, "1.5")],
        [typeof(double)] = [(double.MinValue, "-1.7976931348623157E+308"), (0.5, "0.5")],
        [typeof(decimal)] = [(-0.0000000000000000000000000001m, "-0.0000000000000000000000000001"), (1.10m, "1.10")],
        [typeof(Guid)] = [(new Guid("019e16f4-abc0-7901-9c6e-97ad896c94ce"), "\"019e16f4-abc0-7901-9c6e-97ad896c94ce\""), (default(Guid), $"\"{default(Guid)}\"")],
        [typeof(DateTimeOffset)] =
        [
            (new DateTimeOffset(2026, 5, 11, 14, 13, 14, TimeSpan.FromHours(-2)).AddTicks(1), "\"2026-05-11T14:13:14.0000001-02:00\""),
            (new DateTimeOffset(1, 2, 3, 4, 5, 6, TimeSpan.Zero), "\"0001-02-03T04:05:06Z\""),
        ],
        [typeof(DateTime)] =
        [
            (new DateTime(2026, 5, 11, 14, 13, 14, DateTimeKind.Utc).AddTicks(1), "\"2026-05-11T14:13:14.0000001Z\""),
            (new DateTime(2026, 5, 11), "\"2026-05-11T00:00:00\""),
        ],
        [typeof(DateOnly)] = [(new DateOnly(9999, 12, 31), "\"9999-12-31\""), (new DateOnly(1, 1, 1), "\"0001-01-01\"")],
        [typeof(TimeOnly)] = [(new TimeOnly(TimeOnly.MaxValue.Ticks), "\"23:59:59.9999999\""), (new TimeOnly(1, 2), "\"01:02:00\"")],
        [typeof(TimeSpan)] = [(TimeSpan.MinValue, "\"-10675199.02:48:05.4775808\""), (TimeSpan.Zero, "\"00:00:00\"")],
        [typeof(string)] = [("\u0001\u0002", "\"\\u0001\\u0002\""), ("", "\"\"")],
        [typeof(Uri)] = [(new Uri("https://a.example/b?c=d"), "\"https://a.example/b?c=d\""), (new Uri("e", UriKind.Relative), "\"e\"")],
        [typeof(byte[])] = [(new byte[] { 1, 2, 3, 4 }, "\"AQIDBA==\""), (Array.Empty<byte>(), "\"\"")],
        [typeof(JsonElement)] = [(JsonSerializer.SerializeToElement(new { a = 1.50m }), "{\"a\":1.50}"), (JsonSerializer.SerializeToElement(false), "false")],
    };

    private static IEnumerable<MethodInfo> Methods =>
        typeof(JsonWriter).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.ReturnType == typeof(void) && method.GetParameters() is [.., var last] && s_values.ContainsKey(ElementOf(last.ParameterType)));

    [Fact]
    public void Each_method_writes_its_value_in_its_place()
    {
        int count = 0;
        foreach (MethodInfo method in Methods)
        {
            foreach ((object? value, string? json) in Arguments(method))
            {
                bool isMember = method.GetParameters().Length == 2;
                string actual = Written.By(w =>
                {
                    Action open = isMember ? w.Start : w.StartArray;
                    open();
                    Call(w, method, value);
                    Call(w, method, value);
                    Action close = isMember ? w.End : w.EndArray;
                    close();
                });
                string expected = json is null ? "" : isMember ? $"\"plain\":{json},\"plain\":{json}" : $"{json},{json}";
                Assert.True(actual == (isMember ? "{" + expected + "}" : "[" + expected + "]"), $"{method} wrote {actual}");
                count++;
            }
        }

        Assert.True(count > 250, $"{count} calls");
    }

    [Fact]
    public void Each_method_writes_its_value_at_the_end_of_the_buffer()
    {
        foreach (MethodInfo method in Methods)
        {
            (object? value, string? json) = Arguments(method).First();
            bool isMember = method.GetParameters().Length == 2;
            for (int left = 0; left < 64; left++)
            {
                // One byte before the text, then the bracket, the quotation marks and, in objects, a name of one character with its colon.
                string filler = new('x', FirstBuffer - left - (isMember ? 8 : 4));
                string actual = Written.By(w =>
                {
                    if (isMember)
                    {
                        w.Start();
                        w.Name("f").String(filler);
                    }
                    else
                    {
                        w.StartArray();
                        w.String(filler);
                    }

                    Call(w, method, value);
                });
                string expected = isMember ? $"{{\"f\":\"{filler}\",\"plain\":{json}" : $"[\"{filler}\",{json}";
                Assert.True(actual == expected, $"{method} with {left} bytes left wrote {actual[(filler.Length + 2)..]}");
            }
        }
    }

    private static void Call(JsonWriter w, MethodInfo method, object? value) =>
        method.Invoke(w, method.GetParameters().Length == 2 ? [s_names[0], value] : [value]);

    private static Type ElementOf(Type type) => Nullable.GetUnderlyingType(type) ?? (IsList(type) ? type.GetGenericArguments()[0] : type);

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    /// <summary>Arguments with the JSON of the value; null if nothing is written.</summary>
    private static IEnumerable<(object? Value, string? Json)> Arguments(MethodInfo method)
    {
        Type type = method.GetParameters()[^1].ParameterType;
        (object Value, string Json)[] values = s_values[ElementOf(type)];
        if (IsList(type))
        {
            var list = Array.CreateInstance(ElementOf(type), 2);
            list.SetValue(values[0].Value, 0);
            list.SetValue(values[1].Value, 1);
            yield return (list, $"[{values[0].Json},{values[1].Json}]");
            yield return (Array.CreateInstance(ElementOf(type), 0), "[]");
        }
        else
        {
            yield return values[0];
            yield return values[1];
        }

        bool isNullable = Nullable.GetUnderlyingType(type) is not null
            || new NullabilityInfoContext().Create(method.GetParameters()[^1]).WriteState == NullabilityState.Nullable;
        if (isNullable)
        {
            bool isOmitted = method.GetParameters().Length == 2 && !method.Name.EndsWith("OrNull", StringComparison.Ordinal);
            yield return (null, isOmitted ? null : "null");
        }
    }
}
