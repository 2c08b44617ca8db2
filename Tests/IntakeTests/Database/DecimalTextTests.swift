import Testing

@testable import Intake

extension DatabaseTests {
  @Suite("Numbers as text") struct DecimalTextTests {
    @Test(
      "A double is its shortest decimal, of 15 digits at most, without an exponent",
      arguments: [
        (0, "0"), (-0.0, "0"), (12, "12"), (-12.5, "-12.5"), (0.1, "0.1"), (0.1 + 0.2, "0.3"), (1.1 * 3, "3.3"),
        (1e20, "100000000000000000000"), (1e15, "1000000000000000"), (1e16, "10000000000000000"), (-1e-7, "-0.0000001"),
        (1.5e-5, "0.000015"), (123_456_789.01, "123456789.01"), (9_999_999_999_999.99, "9999999999999.99"),
        (9_999_999_999_999_998, "10000000000000000"), (0.999_999_999_999_999_9, "1"), (1.0 / 3, "0.333333333333333"),
        (2.0 / 3, "0.666666666666667"), (4.35 * 100, "435"), (1.15 + 2.3, "3.45"), (100_000.0 / 7, "14285.7142857143"),
      ] as [(Double, String)])
    func doubles(value: Double, expected: String) { #expect(DecimalText(value).text == expected) }

    @Test("The ends of the range are written out too") func ends() {
      #expect(
        DecimalText(Double.greatestFiniteMagnitude).text == "179769313486232" + String(repeating: "0", count: 294))
      #expect(DecimalText(Double.leastNonzeroMagnitude).text == "0." + String(repeating: "0", count: 323) + "5")
    }

    @Test("What is no number is named") func noNumbers() {
      #expect(DecimalText(Double.nan).text == "NaN")
      #expect(DecimalText(-Double.nan).text == "NaN")
      #expect(DecimalText(Double.infinity).text == "Inf")
      #expect(DecimalText(-Double.infinity).text == "-Inf")
    }

    @Test("A float is its own shortest decimal, not its double's") func floats() {
      #expect(DecimalText(Float(0.1)).text == "0.1")
      #expect(DecimalText(Float(12345.67)).text == "12345.67")
      #expect(DecimalText(Float(1e10)).text == "10000000000")
      #expect(DecimalText(Float(-3)).text == "-3")
    }

    @Test("Every amount in cents comes back") func cents() {
      var cents: Int64 = 1
      while cents < 100_000_000_000_000 {
        let digits = String(cents % 100 + 100).dropFirst()
        var expected = "\(cents / 100).\(digits)"
        while expected.hasSuffix("0") { expected.removeLast() }
        if expected.hasSuffix(".") { expected.removeLast() }
        #expect(DecimalText(Double(cents) / 100).text == expected)
        cents = cents * 3 / 2 + 7
      }
    }
  }
}
