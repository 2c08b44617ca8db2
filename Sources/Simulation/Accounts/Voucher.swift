public import Messages
public import Quantities

/// The accounts that points are booked on.
public enum PointsAccount: Sendable, CaseIterable {
  case contractLiability, revenue, accruedLiability, promotionExpense

  /// As Chinese charts of accounts call it.
  public var chinese: String {
    switch self {
    case .contractLiability: "合同负债-积分"
    case .revenue: "主营业务收入"
    case .accruedLiability: "预计负债-积分"
    case .promotionExpense: "销售费用-积分"
    }
  }

  public var english: String {
    switch self {
    case .contractLiability: "Contract liability - points"
    case .revenue: "Revenue"
    case .accruedLiability: "Accrued liability - points"
    case .promotionExpense: "Promotion expense - points"
    }
  }
}

/// The two views that points can be booked by; a firm books one of them.
public enum AccountingView: String, Sendable, CaseIterable {
  case deferredRevenue = "deferred_revenue"
  case costAccrual = "cost_accrual"
}

/// One line of a voucher: what is debited or credited, the other being 0.
public struct VoucherLine: Sendable, Equatable {
  public let date: Day
  public let view: AccountingView
  public let account: PointsAccount
  /// In minor units.
  public let debit: Int64
  public let credit: Int64
  public let memo: Message
}

extension PointsAccounts.Month {
  /// The month-end voucher: every entry debits as much as it credits.
  public var voucher: [VoucherLine] {
    var lines: [VoucherLine] = []
    func book(
      _ amount: Int64, _ view: AccountingView, debit: PointsAccount, credit: PointsAccount, _ memo: Message
    ) {
      guard amount != 0 else { return }
      let (debit, credit) = amount > 0 ? (debit, credit) : (credit, debit)
      let size = Int64(clamping: amount.magnitude)
      lines.append(VoucherLine(date: last, view: view, account: debit, debit: size, credit: 0, memo: memo))
      lines.append(VoucherLine(date: last, view: view, account: credit, debit: 0, credit: size, memo: memo))
    }
    if let deferral {
      book(
        deferral[.allocated], .deferredRevenue, debit: .revenue, credit: .contractLiability,
        Message("\(name): sales allocated to points issued", zh: "\(name) 销售额分摊至发放积分"))
      book(
        deferral[.returned], .deferredRevenue, debit: .contractLiability, credit: .revenue,
        Message("\(name): allocations undone by returns", zh: "\(name) 退货冲回分摊"))
      book(
        deferral[.recognised], .deferredRevenue, debit: .contractLiability, credit: .revenue,
        Message("\(name): points redeemed", zh: "\(name) 积分兑换确认收入"))
      book(
        deferral[.truedUp], .deferredRevenue, debit: .contractLiability, credit: .revenue,
        Message("\(name): expectation trued up, expiry included", zh: "\(name) 预计兑换变动（含过期）调整收入"))
    }
    if let accrual {
      book(
        accrual.accrued, .costAccrual, debit: .promotionExpense, credit: .accruedLiability,
        Message("\(name): cost of points issued accrued", zh: "\(name) 计提发放积分的成本"))
      book(
        accrual.used, .costAccrual, debit: .accruedLiability, credit: .promotionExpense,
        Message("\(name): accrual used by points redeemed", zh: "\(name) 积分兑换冲减计提"))
      book(
        accrual.released, .costAccrual, debit: .accruedLiability, credit: .promotionExpense,
        Message("\(name): accrual released for breakage and returns", zh: "\(name) 因过期失效与退货转回计提"))
    }
    return lines
  }
}
