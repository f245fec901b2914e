using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using CsCheck;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Tests.Values;

/// <summary>Numbers are HashiCorp's: the texts here are those of Go's big.Float as cty uses it.</summary>
public class HclNumberTests
{
    [TestCase("0", "0")]
    [TestCase("-0", "0")]
    [TestCase("+1", "1")]
    [TestCase("007", "7")]
    [TestCase(".5", "0.5")]
    [TestCase("5.", "5")]
    [TestCase("1.50", "1.5")]
    [TestCase("0.1", "0.1")]
    [TestCase("1e3", "1000")]
    [TestCase("1E-3", "0.001")]
    [TestCase("1.5p3", "12")]
    [TestCase("3p-1", "1.5")]
    [TestCase("-12345678901234567890.000000000000000000001", "-12345678901234567890.000000000000000000001")]
    [TestCase("1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789", "1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234500000000000000")]
    public void Parse_OfNumber_IsWrittenLikeThat(string text, string expected) => Assert.That(Number(text).ToString(), Is.EqualTo(expected));

    [TestCase("")]
    [TestCase("-")]
    [TestCase(".")]
    [TestCase("1.2.3")]
    [TestCase("1e")]
    [TestCase("1e+")]
    [TestCase("1_000")]
    [TestCase("0x10")]
    [TestCase(" 1")]
    [TestCase("--1")]
    [TestCase("Inf")]
    [TestCase("1e40000")]
    [TestCase("1e-40000")]
    [TestCase("1e99999999999999999999")]
    public void Parse_OfWhatIsNoNumber_IsNull(string text) => Assert.That(HclNumber.Parse(text), Is.Null);

    [TestCase("0.1", '+', "0.2", "0.3")]
    [TestCase("1", '-', "0.9", "0.10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000003")]
    [TestCase("1e300", '+', "1e-300", "1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000")]
    [TestCase("2", '*', "0.5", "1")]
    [TestCase("1", '/', "3", "0.33333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333335")]
    [TestCase("-7", '/', "2", "-3.5")]
    [TestCase("7", '%', "3", "1")]
    [TestCase("-7", '%', "3", "-1")]
    [TestCase("7", '%', "-3", "1")]
    [TestCase("7.5", '%', "2", "1.5")]
    [TestCase("7", '%', "0", "7")]
    public void Operation_OnNumbers_IsWrittenLikeThat(string left, char operation, string right, string expected) =>
        Assert.That(Apply(Number(left), operation, Number(right))!.ToString(), Is.EqualTo(expected));

    [Test]
    public void Divide_OfMachineIntegers_HasTheirPrecision() => Assert.Multiple(() =>
    {
        Assert.That(HclNumber.From(1).Divide(HclNumber.From(3))!.ToString(), Is.EqualTo("0.33333333333333333334"));
        Assert.That(HclNumber.From(1).Divide(Number("3"))!.Precision, Is.EqualTo(512));
        Assert.That(HclNumber.From(long.MaxValue).Multiply(HclNumber.From(long.MaxValue))!.ToString(), Is.EqualTo("85070591730234615847396907784232501249"), "a product is exact where it can be");
    });

    [Test]
    public void Add_OfTiny_BreaksATieOnly()
    {
        var large = HclNumber.From((BigInteger.One << 512) + 1)!;
        var odd = large.Add(Number("1e-2000"))!;
        Assert.Multiple(() =>
        {
            Assert.That(Power(512).Add(Number("1"))!.Equals(Power(512)), "to even");
            Assert.That(Power(512).Add(Number("1"))!.Add(Number("1e-2000"))!.Equals(Power(512)));
            Assert.That(odd.CompareTo(large) >= 0);
            Assert.That(Power(1024).Add(Number("-1e-2000"))!.Equals(Power(1024)));
        });
    }

    [TestCase(0.1, "0.1")]
    [TestCase(1e23, "100000000000000000000000", TestName = "a tie reads back as the even one")]
    [TestCase(9007199254740993, "9007199254740992")]
    public void ToString_OfDouble_IsTheShortest(double value, string expected) => Assert.That(HclNumber.From(value)!.ToString(), Is.EqualTo(expected));

    [TestCase("1", "2", -1)]
    [TestCase("-1", "-2", 1)]
    [TestCase("1", "-1e30", 1)]
    [TestCase("0", "1e-300", -1)]
    [TestCase("0", "-1", 1)]
    [TestCase("-1024", "-1", -1)]
    [TestCase("1.50", "1.5", 0)]
    public void CompareTo_OfNumbers_IsThis(string left, string right, int expected) =>
        Assert.That(Math.Sign(Number(left).CompareTo(Number(right))), Is.EqualTo(expected));

    [TestCase("2147483647", 2147483647)]
    [TestCase("-2147483648", -2147483648)]
    [TestCase("2147483648", null)]
    [TestCase("0.5", null)]
    public void TryToInt32_OfNumber_IsThis(string text, int? expected) =>
        Assert.That(Number(text).TryToInt32(out var value) ? value : (int?)null, Is.EqualTo(expected));

    [Test]
    public void From_AnyDouble_IsThatDoubleAgain() => Gen.Double.Where(double.IsFinite).Sample(value =>
        BitConverter.DoubleToInt64Bits(HclNumber.From(value)!.ToDouble()) == BitConverter.DoubleToInt64Bits(value == 0 ? 0 : value));

    /// <summary>.NET reads decimal text to the nearest double, also to those close to zero that have fewer bits.</summary>
    [Test]
    public void ToDouble_OfAnyDecimal_IsTheNearest() => Gen.Select(Gen.Long, Gen.Int[-345, 300]).Sample((digits, exponent) =>
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{digits}e{exponent}");
        return Number(text).ToDouble() == double.Parse(text, CultureInfo.InvariantCulture);
    });

    [Test]
    public void ToString_OfAnyNumber_ReadsBackAsIt() => Any.Sample(number => Number(number.ToString()).Equals(number));

    [Test]
    public void Arithmetic_OnAnyIntegers_IsExact() => Gen.Select(Gen.Long, Gen.Long).Sample((a, b) =>
    {
        var (x, y) = (Number($"{a}"), Number($"{b}"));
        Assert.That(x.Add(y)!.ToString(), Is.EqualTo($"{(BigInteger)a + b}"));
        Assert.That(x.Multiply(y)!.ToString(), Is.EqualTo($"{(BigInteger)a * b}"));
        Assert.That(x.Modulo(y)!.ToString(), Is.EqualTo($"{(b == 0 ? a : BigInteger.Remainder(a, b))}"));
        Assert.That(x.CompareTo(y), Is.EqualTo(a.CompareTo(b)));
    });

    [Test]
    public void Add_OfAnyNumbers_IsUndoneByItsNegation() => Gen.Select(Any, Any).Sample((a, b) =>
        a.Add(b)!.Equals(b.Add(a)) && a.Add(a.Negate())!.Sign == 0 && a.Negate().Negate().Equals(a));

    [Test]
    public void Numbers_OfHostileSize_AreQuick()
    {
        var clock = Stopwatch.StartNew();
        var (huge, tiny) = (Number("1e39000"), Number("1e-39000"));
        Assert.Multiple(() =>
        {
            Assert.That(HclNumber.Parse(new string('7', 65_000)), Is.Null, "out of bounds");
            Assert.That(HclNumber.Parse($"0.{new string('7', 30_000)}"), Is.Not.Null);
            Assert.That(HclNumber.Parse(new string('7', 100_000_000)), Is.Null);
            Assert.That(huge.ToString(), Has.Length.EqualTo(39_001));
            Assert.That(tiny.ToString(), Has.Length.EqualTo(39_002));
            Assert.That(huge.Multiply(huge), Is.Null);
            Assert.That(huge.Divide(tiny), Is.Null);
            Assert.That(huge.Modulo(tiny), Is.Null);
            for (var i = 0; i < 1000; i++)
                Assert.That(huge.Add(tiny)!.Equals(huge));
        });
        Assert.That(clock.Elapsed, Is.LessThan(Hang.Limit));
    }

    static readonly Gen<HclNumber> Any = Gen.Select(Gen.Long, Gen.Int[-40, 40], Gen.Long[1, 1000], Gen.Bool).Select((digits, exponent, divisor, isMachine) =>
        (isMachine ? HclNumber.From(digits) : Number($"{digits}e{exponent}")).Divide(Number($"{divisor}"))!);

    static HclNumber Number(string text) => HclNumber.Parse(text)!;

    static HclNumber Power(int exponent) => HclNumber.Parse($"1p{exponent}")!;

    static HclNumber? Apply(HclNumber left, char operation, HclNumber right) => operation switch
    {
        '+' => left.Add(right),
        '-' => left.Add(right.Negate()),
        '*' => left.Multiply(right),
        '/' => left.Divide(right),
        _ => left.Modulo(right),
    };
}
