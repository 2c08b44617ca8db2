public import Messages
public import PlanLanguage
public import Quantities

/// Members by their ids, or a list file of them.
public enum NamedMembers: Hashable, Phrased {
  case ids([String])
  case list(ListFile)

  public static var form: Message {
    Message(
      "member ids such as 0001, 0002, or a list file in quotes with one id a line",
      zh: "会员编号，如 0001, 0002；或加引号的名单文件，每行一个编号")
  }

  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    if case .text(let path)? = reader.next?.kind, path.contains(where: { "./\\".contains($0) }),
      reader.afterNext?.kind != .mark(.comma)
    {
      self = .list(ListFile(path: path, span: reader.here))
      reader.advance()
      return
    }
    var ids = [try reader.name(NamedMembers.form)]
    while reader.accept(.comma) { ids.append(try reader.name(NamedMembers.form)) }
    self = .ids(ids)
  }

  public func text(in notation: Notation) -> String {
    switch self {
    case .list(let file): quoted(file.path)
    case .ids(let ids):
      ids.map { id in
        id.count < 16 && !id.isEmpty && id.allSatisfy { ("0"..."9").contains($0) } ? id : spelled(name: id)
      }.joined(separator: ", ")
    }
  }
}

/// What a yearly cost is worth today: `8% for 5y`, discounted from the end of each year.
public struct Discounting: Hashable, Phrased {
  public var rate: Percent
  public var years: Int

  public static var form: Message { Message("a rate and years, such as 8% for 5y", zh: "折现率和年数，如 8% for 5y") }

  public init(_ rate: Percent, years: Int) {
    self.rate = rate
    self.years = years
  }

  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    rate = try Percent(inMillionths: &reader)
    try reader.expect(word: "for")
    let start = reader.here
    let duration = try CalendarDuration(from: &reader)
    guard case .months(let months) = duration, months % 12 == 0, months <= 1200 else {
      throw reader.problem(
        ReadingProblem.outOfBounds(
          duration.description, must: Message("whole years, at most 100y", zh: "整年，最多 100y")), from: start)
    }
    years = months / 12
  }

  public func text(in notation: Notation) -> String { "\(rate.text(in: notation)) for \(years)y" }

  /// The present value of `cost` at the end of each year, to the cent. Years are discounted in millionths of a cent.
  public func presentValue(of cost: Money) -> Money {
    let scale: Int128 = 1_000_000
    let (numerator, denominator) = (Int128(rate.fraction.numerator), Int128(rate.fraction.denominator))
    let yearly = Int128(cost.minor) * scale
    var value: Int128 = 0
    for _ in 0..<years {
      value = Discounting.nearest((value + yearly) * denominator, denominator + numerator)
    }
    return Money(minor: Int64(clamping: Discounting.nearest(value, scale)))
  }

  private static func nearest(_ numerator: Int128, _ denominator: Int128) -> Int128 {
    let size = numerator < 0 ? -numerator : numerator
    let whole = (size * 2 + denominator) / (denominator * 2)
    return numerator < 0 ? -whole : whole
  }
}
