/// What the kernel told of a household's members, in the order of time, to be told again of one member after another.
struct HouseholdFilm {
  /// One call of an observer.
  enum Scene {
    case receipt(ReceiptFacts, earned: Int64, capped: Int64, tier: Int, WalkState)
    case clawback(ReceiptFacts, clawedBack: Int64, waived: Int64, tier: Int)
    case redeemed(Redemption, [LotPart], tier: Int, WalkState)
    case owes(Int64, since: ReceiptFacts, tier: Int)
    case paid(Int64, by: Redemption.Occasion, tier: Int)
    case handed(Transfer, isGiver: Bool, tier: Int, WalkState)
    case expired(Int64, tick: Int, tier: Int)
    case lost([Lot], tick: Int, LotLoss)
    case changed(from: Int, to: Int, tick: Int, TierChange, WalkState)
    case action(ActionFacts, earned: Int64, capped: Int64, isLimited: Bool, tier: Int, WalkState)
    case holds([Int64])
    case opened(Int64, tier: Int, WalkState)
    case imported(from: Int, to: Int, tick: Int, WalkState)
    case completed(TaskCount, from: Int, to: Int, tick: Int)
    case missed(Int, PlaceCut, tick: Int, tier: Int, WalkState)
    case reviewed(tick: Int, tier: Int, ReviewOutcome, WalkState)
  }

  /// Whose it is.
  enum Owner { case member, account, standing }

  let household: Households.Household
  /// With the position of the member who was present.
  private(set) var scenes: [(position: Int32, scene: Scene)] = []
  /// By position: the scenes that are told of that member. A standing's are told of everyone who has it, an account's of
  /// the first who has it.
  private(set) var told: [[Int32]]
  /// By position.
  var ends: [MemberEnd] = []
  /// How many members are still to be told of.
  var left: Int

  init(_ household: Households.Household) {
    self.household = household
    told = household.members.map { _ in [] }
    left = household.members.count
  }

  mutating func append(_ scene: Scene, at position: Int) {
    let number = Int32(clamping: scenes.count)
    scenes.append((Int32(clamping: position), scene))
    switch scene.owner {
    case .member: told[position].append(number)
    case .account: told[household.accountPositions[household.account[position]][0]].append(number)
    case .standing:
      for mate in household.standingPositions[household.standing[position]] { told[mate].append(number) }
    }
  }

  /// Tells `observer` what happened to one member.
  func play(_ position: Int, to observer: inout some ReplayObserver) {
    for number in told[position] { scenes[Int(number)].scene.tell(&observer) }
  }
}

extension HouseholdFilm.Scene {
  var owner: HouseholdFilm.Owner {
    switch self {
    case .receipt, .clawback, .redeemed, .owes, .paid, .handed, .action, .opened, .lost(_, _, .clawedBack): .member
    case .expired, .lost(_, _, .expired): .account
    case .changed, .holds, .imported, .completed, .missed, .reviewed: .standing
    }
  }

  func tell(_ observer: inout some ReplayObserver) {
    switch self {
    case .receipt(let receipt, let earned, let capped, let tier, let walk):
      observer.receipt(receipt, earned: earned, capped: capped, tier: tier, walk: walk)
    case .clawback(let receipt, let clawedBack, let waived, let tier):
      observer.clawback(receipt, clawedBack: clawedBack, waived: waived, tier: tier)
    case .redeemed(let redemption, let parts, let tier, let walk):
      observer.redeemed(redemption, from: parts, tier: tier, walk: walk)
    case .owes(let points, let receipt, let tier): observer.owes(points, since: receipt, tier: tier)
    case .paid(let points, let occasion, let tier): observer.paid(points, by: occasion, tier: tier)
    case .handed(let transfer, let isGiver, let tier, let walk):
      observer.handed(transfer, isGiver: isGiver, tier: tier, walk: walk)
    case .expired(let points, let tick, let tier): observer.expired(points, tick: tick, tier: tier)
    case .lost(let lots, let tick, let cause): observer.lost(lots, tick: tick, cause)
    case .changed(let from, let to, let tick, let cause, let walk):
      observer.changed(from: from, to: to, tick: tick, cause: cause, walk: walk)
    case .action(let action, let earned, let capped, let isLimited, let tier, let walk):
      observer.action(action, earned: earned, capped: capped, isLimited: isLimited, tier: tier, walk: walk)
    case .holds(let actions): observer.holds(actions)
    case .opened(let points, let tier, let walk): observer.opened(points, tier: tier, walk: walk)
    case .imported(let from, let to, let tick, let walk):
      observer.imported(from: from, to: to, tick: tick, walk: walk)
    case .completed(let task, let from, let to, let tick): observer.completed(task, from: from, to: to, tick: tick)
    case .missed(let missed, let cut, let tick, let tier, let walk):
      observer.missed(missed, cut, tick: tick, tier: tier, walk: walk)
    case .reviewed(let tick, let tier, let outcome, let walk):
      observer.reviewed(tick: tick, tier: tier, outcome: outcome, walk: walk)
    }
  }
}

/// Films a household.
struct HouseholdRecorder: ReplayObserver {
  private(set) var film: HouseholdFilm
  /// The position of the member who is present.
  var present = 0
  /// By position: the latest day with a receipt, and what the member's own receipts of it come to. Where a standing is
  /// shared its window holds everybody's.
  private var ownDay: [(tick: Int, net: Int64)]

  static var followsLots: Bool { true }

  mutating func finish(_ ends: [MemberEnd]) { film.ends = ends }

  init(_ household: Households.Household) {
    film = HouseholdFilm(household)
    ownDay = household.members.map { _ in (0, 0) }
  }

  mutating func receipt(_ receipt: ReceiptFacts, earned: Int64, capped: Int64, tier: Int, walk: WalkState) {
    let before = ownDay[present].tick == receipt.tick ? ownDay[present].net : 0
    ownDay[present] = (receipt.tick, before + receipt.net)
    var own = receipt
    own.visits = VisitRule.change(from: before, adding: receipt.net)
    film.append(.receipt(own, earned: earned, capped: capped, tier: tier, walk), at: present)
  }

  mutating func clawback(_ receipt: ReceiptFacts, clawedBack: Int64, waived: Int64, tier: Int) {
    film.append(.clawback(receipt, clawedBack: clawedBack, waived: waived, tier: tier), at: present)
  }
  mutating func redeemed(_ redemption: Redemption, from parts: [LotPart], tier: Int, walk: WalkState) {
    film.append(.redeemed(redemption, parts, tier: tier, walk), at: present)
  }
  mutating func owes(_ points: Int64, since receipt: ReceiptFacts, tier: Int) {
    film.append(.owes(points, since: receipt, tier: tier), at: present)
  }
  mutating func paid(_ points: Int64, by occasion: Redemption.Occasion, tier: Int) {
    film.append(.paid(points, by: occasion, tier: tier), at: present)
  }
  mutating func handed(_ transfer: Transfer, isGiver: Bool, tier: Int, walk: WalkState) {
    film.append(.handed(transfer, isGiver: isGiver, tier: tier, walk), at: present)
  }
  mutating func expired(_ points: Int64, tick: Int, tier: Int) {
    film.append(.expired(points, tick: tick, tier: tier), at: present)
  }
  mutating func lost(_ lots: [Lot], tick: Int, _ cause: LotLoss) {
    film.append(.lost(lots, tick: tick, cause), at: present)
  }
  mutating func changed(from: Int, to: Int, tick: Int, cause: TierChange, walk: WalkState) {
    film.append(.changed(from: from, to: to, tick: tick, cause, walk), at: present)
  }
  mutating func action(
    _ action: ActionFacts, earned: Int64, capped: Int64, isLimited: Bool, tier: Int, walk: WalkState
  ) {
    film.append(
      .action(action, earned: earned, capped: capped, isLimited: isLimited, tier: tier, walk), at: present)
  }
  mutating func holds(_ actions: [Int64]) { film.append(.holds(actions), at: present) }
  mutating func opened(_ points: Int64, tier: Int, walk: WalkState) {
    film.append(.opened(points, tier: tier, walk), at: present)
  }
  mutating func imported(from: Int, to: Int, tick: Int, walk: WalkState) {
    film.append(.imported(from: from, to: to, tick: tick, walk), at: present)
  }
  mutating func completed(_ task: TaskCount, from: Int, to: Int, tick: Int) {
    film.append(.completed(task, from: from, to: to, tick: tick), at: present)
  }
  mutating func missed(_ missed: Int, _ cut: PlaceCut, tick: Int, tier: Int, walk: WalkState) {
    film.append(.missed(missed, cut, tick: tick, tier: tier, walk), at: present)
  }
  mutating func reviewed(tick: Int, tier: Int, outcome: ReviewOutcome, walk: WalkState) {
    film.append(.reviewed(tick: tick, tier: tier, outcome, walk), at: present)
  }
}
