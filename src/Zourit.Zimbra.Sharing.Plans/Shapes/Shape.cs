namespace Zourit.Zimbra.Sharing.Plans.Shapes;

/// <summary>What a value of a manifest or policy may be. Files are checked by it, and the JSON Schema is written from it.</summary>
internal abstract record Shape(string Description);

/// <summary>A text; one of a few where they are listed, or of the pattern (a regular expression that only the schema holds).</summary>
internal sealed record TextShape(string Description, IReadOnlyList<string>? Values = null, string? Pattern = null) : Shape(Description);

/// <summary>A whole number or a percentage.</summary>
internal sealed record AmountShape(string Description) : Shape(Description);

/// <summary><c>true</c> or <c>false</c>; where only one of them says anything, that one.</summary>
internal sealed record BooleanShape(string Description, bool? Only = null) : Shape(Description);

/// <summary>A list.</summary>
internal sealed record ListShape(string Description, Shape Item) : Shape(Description);

/// <summary>Values by names that the writer chooses.</summary>
internal sealed record NamedShape(string Description, Shape Value) : Shape(Description);

/// <summary>Keys with values. Of each group in <see cref="OneOf"/> exactly one key must be there.</summary>
internal sealed record MapShape(string Description, IReadOnlyList<KeyShape> Keys) : Shape(Description)
{
    public IReadOnlyList<IReadOnlyList<string>> OneOf { get; init; } = [];

    /// <summary>Groups of which at most one key may be there.</summary>
    public IReadOnlyList<IReadOnlyList<string>> AtMostOneOf { get; init; } = [];
}

/// <summary>A map of one shape where a key is there, of another where it is not.</summary>
internal sealed record ChoiceShape(string Description, string Key, MapShape With, MapShape Without) : Shape(Description);

/// <summary>A key of a map.</summary>
internal sealed record KeyShape(string Name, Shape Value, bool IsRequired = false);
