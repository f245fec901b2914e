namespace Fixer.Hcl.Functions.Patterns;

/// <summary>What a thread of the matcher does next.</summary>
enum PatternStep
{
    /// <summary>Takes a character of a set, or ends.</summary>
    Take,

    /// <summary>Goes on at two places, rather at the first.</summary>
    Split,

    /// <summary>Goes on elsewhere.</summary>
    Jump,

    /// <summary>Remembers where it is.</summary>
    Save,

    /// <summary>Goes on at certain places of the text only.</summary>
    Assert,

    /// <summary>Has found a match.</summary>
    Match,
}

/// <summary>An instruction. Where it does not say, the next one follows.</summary>
/// <param name="Step">What it is.</param>
/// <param name="Set">The characters to take.</param>
/// <param name="Target">Where to go on; for places to remember and to assert, which.</param>
/// <param name="Other">Where to go on as well.</param>
readonly record struct PatternInstruction(PatternStep Step, CharacterSet? Set = null, int Target = 0, int Other = 0);

/// <summary>Compiles regular expressions to instructions, as Ken Thompson and Rob Pike did: https://swtch.com/~rsc/regexp/regexp2.html.</summary>
sealed class PatternProgram
{
    /// <summary>Larger ones are not run.</summary>
    const int MaxInstructions = 20_000;

    readonly List<PatternInstruction> instructions = [];
    bool isTooLarge;

    /// <summary>The instructions for a pattern; null if there are too many.</summary>
    public static PatternInstruction[]? Compile(PatternNode root)
    {
        var program = new PatternProgram();
        program.Emit(new GroupNode(0, root));
        program.Emit(new PatternInstruction(PatternStep.Match));
        return program.isTooLarge ? null : [.. program.instructions];
    }

    int Emit(PatternInstruction instruction)
    {
        isTooLarge |= instructions.Count >= MaxInstructions;
        if (!isTooLarge)
            instructions.Add(instruction);
        return instructions.Count - 1;
    }

    void Emit(PatternNode node)
    {
        if (isTooLarge)
            return;
        switch (node)
        {
            case CharacterNode character:
                Emit(new PatternInstruction(PatternStep.Take, character.Set));
                break;
            case AnchorNode anchor:
                Emit(new PatternInstruction(PatternStep.Assert, Target: (int)anchor.Anchor));
                break;
            case GroupNode group:
                Emit(new PatternInstruction(PatternStep.Save, Target: 2 * group.Number));
                Emit(group.Inner);
                Emit(new PatternInstruction(PatternStep.Save, Target: (2 * group.Number) + 1));
                break;
            case SequenceNode sequence:
                foreach (var part in sequence.Parts)
                    Emit(part);
                break;
            case AlternativesNode alternatives:
                Emit(alternatives);
                break;
            case RepetitionNode repetition:
                Emit(repetition);
                break;
        }
    }

    void Emit(AlternativesNode alternatives)
    {
        var jumps = new List<int>();
        foreach (var part in alternatives.Parts.AsSpan()[..^1])
        {
            var split = Emit(new PatternInstruction(PatternStep.Split));
            Emit(part);
            jumps.Add(Emit(new PatternInstruction(PatternStep.Jump)));
            instructions[split] = new(PatternStep.Split, Target: split + 1, Other: instructions.Count);
        }

        Emit(alternatives.Parts[^1]);
        foreach (var jump in jumps)
            instructions[jump] = new(PatternStep.Jump, Target: instructions.Count);
    }

    /// <summary>What must be there several times is there several times; what may be there is optional within what may be there before.</summary>
    void Emit(RepetitionNode repetition)
    {
        var (inner, (least, greatest, _), isLazy) = repetition;
        if (greatest < 0)
        {
            for (var i = 1; i < least; i++)
                Emit(inner);
            if (least > 0)
                EmitLoop(inner, isLazy);
            else
                EmitOptional(() => EmitLoop(inner, isLazy), isLazy);
            return;
        }

        for (var i = 0; i < least; i++)
            Emit(inner);
        EmitOptionals(inner, greatest - least, isLazy);
    }

    void EmitOptionals(PatternNode inner, int count, bool isLazy)
    {
        var splits = new List<int>();
        for (var i = 0; i < count && !isTooLarge; i++)
        {
            splits.Add(Emit(new PatternInstruction(PatternStep.Split)));
            Emit(inner);
        }

        foreach (var split in splits)
            instructions[split] = Split(split + 1, instructions.Count, isLazy);
    }

    void EmitOptional(Action emit, bool isLazy)
    {
        var split = Emit(new PatternInstruction(PatternStep.Split));
        emit();
        instructions[split] = Split(split + 1, instructions.Count, isLazy);
    }

    /// <summary>At least once.</summary>
    void EmitLoop(PatternNode inner, bool isLazy)
    {
        var start = instructions.Count;
        Emit(inner);
        var split = Emit(new PatternInstruction(PatternStep.Split));
        instructions[split] = Split(start, instructions.Count, isLazy);
    }

    static PatternInstruction Split(int inside, int behind, bool isLazy) =>
        isLazy ? new(PatternStep.Split, Target: behind, Other: inside) : new(PatternStep.Split, Target: inside, Other: behind);
}
