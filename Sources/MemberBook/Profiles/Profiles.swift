public import Quantities

/// What is known of the members themselves, as columns by the number they have in the book. A column that nothing was
/// entered into takes no memory.
public struct Profiles: Sendable, Equatable {
  /// How many members the columns are for.
  public let count: Int
  /// What text facts are codes of; 0 is blank. Names recur, so each stands there once.
  private var texts = TextTable()
  private var named = ProfileText.allCases.map { _ in FactColumn<UInt32>(unknown: 0) }
  private var days = ProfileDay.allCases.map { _ in FactColumn<Int32>(unknown: .min) }
  /// As `Birthday.word`.
  private var birthdays = FactColumn<UInt32>(unknown: 0)
  private var points = FactColumn<Int64>(unknown: .min)
  /// What merged members brought besides, by the member that they were merged into.
  private var furtherOpenings: [Int: [OpeningPoints]] = [:]
  /// 1 yes, 0 no.
  private var consents = FactColumn<UInt8>(unknown: .max)
  /// Facts of the file's own, by their place in it.
  public private(set) var attributes: [Attribute] = []
  /// How the file calls its columns of text facts.
  public var headers: [ProfileText: String] = [:]

  /// Nothing is known of any of the `count` members.
  public init(count: Int) {
    self.count = count
    _ = texts.code(of: .blank, text: [UInt8]().span)
  }

  /// What the columns hold in memory.
  public var byteCount: Int {
    texts.texts.byteCount + named.map(\.byteCount).reduce(0, +) + days.map(\.byteCount).reduce(0, +)
      + birthdays.byteCount + points.byteCount + consents.byteCount + attributes.map(\.values.byteCount).reduce(0, +)
  }

  /// A text fact of a member; nil where it is not known.
  public func text(_ fact: ProfileText, of member: Int) -> String? {
    named[place(of: fact)][member].map { texts.texts[Int($0)] }
  }

  /// A number that is the same for members of the same text; nil where it is not known.
  public func code(_ fact: ProfileText, of member: Int) -> UInt32? { named[place(of: fact)][member] }

  /// Whether the fact is known of any member.
  public func has(_ fact: ProfileText) -> Bool { !named[place(of: fact)].isEmpty }
  /// Whether the day is known of any member.
  public func has(_ fact: ProfileDay) -> Bool { !days[place(of: fact)].isEmpty }
  /// Whether there is a column of birthdays.
  public var hasBirthdays: Bool { !birthdays.isEmpty }
  /// Whether there is a column of opening points.
  public var hasOpeningPoints: Bool { !points.isEmpty }

  /// A day of a member; nil where it is not known.
  public func day(_ fact: ProfileDay, of member: Int) -> Day? {
    days[place(of: fact)][member].map { Day(number: $0) }
  }

  /// The member's name; nil where it is not known.
  public func name(of member: Int) -> String? { text(.name, of: member) }
  /// The day of joining; nil where it is not known.
  public func joined(of member: Int) -> Day? { day(.joined, of: member) }
  /// The member's birthday; nil where it is not known.
  public func birthday(of member: Int) -> Birthday? { birthdays[member].flatMap { Birthday(word: $0) } }

  /// Whole points that the member had when the data begin.
  public func openingPoints(of member: Int) -> Int64? { points[member] }

  /// Points besides `openingPoints` that the member had when the data begin, with days of their own on which they are gone.
  public func furtherOpenings(of member: Int) -> [OpeningPoints] { furtherOpenings[member] ?? [] }

  /// Whether the member may be contacted; nil where nothing is said.
  public func consent(of member: Int) -> Bool? { consents[member].map { $0 == 1 } }

  /// What the member has of an attribute; nil where that is blank.
  public func value(of attribute: Int, of member: Int) -> Attribute.Value? {
    let column = attributes[attribute]
    guard let word = column.values[member] else { return nil }
    switch column.kind {
    case .text: return .text(texts.texts[Int(word)])
    case .number: return .number(word)
    case .day: return .day(Day(number: Int32(truncatingIfNeeded: word)))
    }
  }

  /// What stands for an attribute's value: a text's code, ten-thousandths, or `Day.number`.
  public func word(of attribute: Int, of member: Int) -> Int64? { attributes[attribute].values[member] }

  /// The code of a text that any fact has; nil where none has it.
  public func code(ofText text: String) -> UInt32? { texts.find(Array(text.utf8).span) }

  private func place(of fact: ProfileText) -> Int { ProfileText.allCases.firstIndex(of: fact) ?? 0 }
  private func place(of fact: ProfileDay) -> Int { ProfileDay.allCases.firstIndex(of: fact) ?? 0 }
}

extension Profiles {
  /// A blank text says nothing.
  public mutating func set(_ fact: ProfileText, to text: ByteSpan, of member: Int) {
    let code = texts.code(of: text)
    named[place(of: fact)][member] = code == 0 ? nil : code
  }

  /// Sets or clears a day of a member.
  public mutating func set(_ fact: ProfileDay, to day: Day?, of member: Int) {
    days[place(of: fact)][member] = day?.number
  }

  /// Sets the member's name.
  public mutating func set(name text: ByteSpan, of member: Int) { set(.name, to: text, of: member) }
  /// Sets or clears the day of joining.
  public mutating func set(joined day: Day?, of member: Int) { set(.joined, to: day, of: member) }
  /// Sets or clears the birthday.
  public mutating func set(birthday value: Birthday?, of member: Int) { birthdays[member] = value?.word }
  /// Sets or clears the points that the member began with.
  public mutating func set(openingPoints value: Int64?, of member: Int) { points[member] = value }
  /// Sets or clears whether the member may be contacted.
  public mutating func set(consent value: Bool?, of member: Int) { consents[member] = value.map { $0 ? 1 : 0 } }

  /// Adds an attribute that nothing is known of yet, and answers its place.
  public mutating func add(_ attribute: Attribute) -> Int {
    attributes.append(attribute)
    return attributes.count - 1
  }

  /// The value's kind is the attribute's.
  public mutating func set(_ attribute: Int, to value: Attribute.Value, of member: Int) {
    switch value {
    case .text(let text):
      let code = texts.code(of: Array(text.utf8).span)
      attributes[attribute].values[member] = code == 0 ? nil : Int64(code)
    case .number(let number): attributes[attribute].values[member] = number
    case .day(let day): attributes[attribute].values[member] = Int64(day.number)
    }
  }

  /// The same facts for members in another order: the first of the result is the one that has the number `order[0]` here;
  /// of nil nothing is known.
  public func gathered(_ order: [Int?]) -> Profiles {
    var result = Profiles(count: order.count)
    result.headers = headers
    result.texts = texts
    result.named = named.map { $0.gathered(order) }
    result.days = days.map { $0.gathered(order) }
    result.birthdays = birthdays.gathered(order)
    result.points = points.gathered(order)
    result.consents = consents.gathered(order)
    if !furtherOpenings.isEmpty {
      for (place, member) in order.enumerated() {
        result.furtherOpenings[place] = member.flatMap { furtherOpenings[$0] }
      }
    }
    result.attributes = attributes.map { attribute in
      var copy = attribute
      copy.values = attribute.values.gathered(order)
      return copy
    }
    return result
  }

  /// Takes over what `other`, of the same members, knows and this does not. Opening points stay apart where both have
  /// some, or count only once.
  mutating func fill(from other: Profiles, addsOpenings: Bool = true) {
    let places = other.attributes.map { theirs in
      attributes.firstIndex { $0.name == theirs.name && $0.kind == theirs.kind } ?? add(theirs.emptied)
    }
    headers.merge(other.headers) { own, _ in own }
    for member in 0..<count {
      for fact in ProfileText.allCases where text(fact, of: member) == nil {
        if let text = other.text(fact, of: member) { set(fact, to: Array(text.utf8).span, of: member) }
      }
      for fact in ProfileDay.allCases where fact != .openingExpiry && day(fact, of: member) == nil {
        if let day = other.day(fact, of: member) { set(fact, to: day, of: member) }
      }
      if birthday(of: member) == nil { set(birthday: other.birthday(of: member), of: member) }
      if consent(of: member) == nil { set(consent: other.consent(of: member), of: member) }
      takeOpenings(of: member, from: other, adding: addsOpenings)
      for (theirs, place) in places.enumerated() where value(of: place, of: member) == nil {
        if let value = other.value(of: theirs, of: member) { set(place, to: value, of: member) }
      }
    }
  }

  private mutating func takeOpenings(of member: Int, from other: Profiles, adding: Bool) {
    guard let more = other.openingPoints(of: member) else { return }
    let expiry = other.day(.openingExpiry, of: member)
    if openingPoints(of: member) == nil {
      set(openingPoints: more, of: member)
      set(.openingExpiry, to: expiry, of: member)
    } else if adding {
      furtherOpenings[member, default: []].append(OpeningPoints(points: more, expiry: expiry))
    }
    if adding { furtherOpenings[member, default: []] += other.furtherOpenings(of: member) }
  }
}
