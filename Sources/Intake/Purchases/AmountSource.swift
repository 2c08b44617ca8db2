import Messages

/// Where a row's amount comes from.
struct AmountSource: Sendable {
  enum Kind: Sendable {
    case cell(Int)
    /// And the first of its fields, which errors name.
    case calculation(BoundCalculation, first: Int)
  }

  enum Doubt {
    case none
    /// A unit price by its name, beside a quantity.
    case product(price: Int, quantity: Int)
  }

  let kind: Kind
  let doubtful: Doubt

  /// The user's calculation, else the amount column, else the unit price times the quantity.
  init(_ layout: Layout<PurchaseColumn>, _ rows: PurchaseRows) {
    let (cell, price, quantity) = (layout[.amount], layout[.unitPrice], layout[.quantity])
    if let calculation = rows.amount?.bound(to: layout.further) {
      let first = rows.amount?.headers.first.flatMap { layout.further[$0] }
      (kind, doubtful) = (.calculation(calculation, first: first ?? 0), .none)
    } else if cell >= 0 {
      kind = .cell(cell)
      let isPrice = PurchaseColumn.unitPrice.isNamed(by: layout.headers[cell])
      doubtful = isPrice && quantity >= 0 ? .product(price: cell, quantity: quantity) : .none
    } else if quantity >= 0 {
      kind = .calculation(.combined(.field(price), .times, .field(quantity)), first: price)
      doubtful = .none
    } else {
      (kind, doubtful) = (.cell(price), .none)
    }
  }

  /// The field that errors about the amount name.
  var field: Int {
    switch kind {
    case .cell(let field), .calculation(_, let field): field
    }
  }

  /// Whether one cell says it, beyond doubt.
  var isPlainCell: Bool {
    if case .cell = kind, case .none = doubtful { true } else { false }
  }
}

extension PurchaseParser {
  static func doubt(_ evidence: TableEvidence, _ plan: ReadingPlan<PurchaseColumn>) -> Diagnostic? {
    let prices = evidence.unitPrices
    if prices.rows > 0 {
      return Diagnostic(
        IntakeProblem.unitPriceAsAmount(
          plan.layout.headers[plan.layout[.amount]], quantity: plan.layout.headers[plan.layout[.quantity]],
          rows: prices.rows, asAmount: Int64(clamping: prices.asAmount),
          timesQuantity: Int64(clamping: prices.timesQuantity)))
    }
    if evidence.currencies.count > 1 {
      return Diagnostic(
        IntakeProblem.currencies(
          evidence.currencies.sorted { ($1.value.rows, $0.key) < ($0.value.rows, $1.key) }.map {
            (name: $0.key, rows: $0.value.rows, amount: Int64(clamping: $0.value.amount))
          }))
    }
    return nil
  }
}
