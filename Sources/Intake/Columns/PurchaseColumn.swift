public import MemberBook
public import Messages
public import Quantities

/// What a column of a purchases table can mean.
public enum PurchaseColumn: String, ColumnRole {
  case member, date, time, amount
  case unitPrice = "unit_price"
  case receipt
  case originalReceipt = "original_receipt"
  case store, category, quantity, discount, cost, profit, advisor, channel

  /// What the column says, for help.
  public var summary: Message {
    switch self {
    case .member: Message("who bought; blank for a walk-in", zh: "购买的会员；散客为空")
    case .date: Message("the day of the purchase, with or without the time of day", zh: "购买日期，可带时间")
    case .time: Message("the time of day, or date and time together", zh: "时间，或者日期连同时间")
    case .amount: Message("net paid, in major units; below zero for a return", zh: "实付金额，以货币的主单位计；退货为负")
    case .unitPrice:
      Message("what one piece costs; × quantity where no column is the amount", zh: "单价；没有金额列时，乘以数量就是金额")
    case .receipt: Message("the receipt's number; its lines make one purchase", zh: "小票号；同号的各行是一笔购买")
    case .originalReceipt: Message("for a return, the number of the receipt it takes back", zh: "退货所退的原小票号")
    case .store: Message("where it was bought", zh: "购买的门店")
    case .category: Message("what kind of goods the line is", zh: "该行商品的品类")
    case .quantity: Message("how many pieces the line is", zh: "该行的件数")
    case .discount: Message("what was given off the line's price", zh: "该行的优惠金额")
    case .cost: Message("what the line's goods cost the store", zh: "该行商品的成本")
    case .profit: Message("the line's gross profit, where there is no cost", zh: "该行的毛利，没有成本时使用")
    case .advisor: Message("who served", zh: "服务的导购")
    case .channel: Message("through which channel it was bought", zh: "购买的渠道")
    }
  }

  /// Headers that mean it, the surest first.
  public var headers: [String] {
    switch self {
    case .member:
      [
        "member_id", "member", "customer_id", "customer", "会员卡号", "会员号", "会员编号", "会员ID", "会员编码", "会员",
        "顾客编号", "客户编号", "card_number", "card_no", "card", "卡号", "household_id", "user_id", "手机号", "手机号码",
        "手机", "会员手机号", "phone", "mobile",
      ]
    case .date:
      [
        "date", "purchase_date", "sale_date", "sales_date", "transaction_date", "order_date", "day", "日期", "消费日期",
        "销售日期", "交易日期", "购买日期", "下单日期", "业务日期",
      ]
    case .time:
      [
        "time", "timestamp", "datetime", "date_time", "transaction_timestamp", "transaction_time", "purchase_time",
        "sale_time", "order_time", "时间", "消费时间", "销售时间", "交易时间", "购买时间", "下单时间",
      ]
    case .amount:
      [
        "net_amount", "amount_paid", "paid_amount", "实付金额", "实收", "实收金额", "实付", "net_paid", "amount", "成交额",
        "成交金额", "消费金额", "销售金额", "sales_value", "金额", "spend", "total",
      ]
    case .unitPrice:
      [
        "unit_price", "price", "item_price", "lineitem_price", "单价", "商品单价", "销售单价", "成交单价", "零售价", "售价", "价格",
      ]
    case .receipt:
      [
        "receipt_id", "receipt", "receipt_no", "receipt_number", "小票号", "单据号", "流水号", "小票编号", "交易号", "订单号",
        "transaction_id", "transaction", "order_id", "basket_id", "invoice", "invoice_no", "ticket", "单号", "销售单号",
        "单据编号", "订单编号", "销货单号", "收银单号", "小票流水号", "交易单号",
      ]
    case .originalReceipt:
      [
        "original_receipt_id", "original_receipt", "original_receipt_no", "original_transaction_id", "原小票号", "原单号",
        "原单据号", "原流水号", "原订单号",
      ]
    case .store:
      [
        "store_id", "store", "store_no", "shop", "shop_id", "branch", "门店", "门店编号", "门店编码", "门店名称", "店铺", "店号", "店名",
        "分店", "店铺名称", "门市",
      ]
    case .category:
      ["category", "product_category", "department", "品类", "商品大类", "大类", "类别", "商品类别", "分类", "商品分类", "品类名称", "商品品类"]
    case .quantity: ["quantity", "qty", "units", "pieces", "件数", "数量", "销售数量"]
    case .discount: ["discount", "discount_amount", "优惠金额", "折扣金额", "优惠", "让利", "折让金额", "折扣额", "优惠额"]
    case .cost: ["cost", "cost_amount", "成本", "成本金额", "进价", "成本价", "成本额", "销售成本"]
    case .profit: ["gross_profit", "profit", "margin", "毛利", "毛利额", "毛利润", "销售毛利"]
    case .advisor:
      [
        "advisor", "advisor_id", "sales_advisor", "salesperson", "clerk", "导购", "导购员", "店员", "营业员", "收银员", "销售顾问",
        "营业员编号", "销售员",
      ]
    case .channel: ["channel", "sales_channel", "渠道", "销售渠道"]
    }
  }

  /// Day and time of the purchase.
  public static let dateRoles: [PurchaseColumn] = [.date, .time]
  /// What `load` calls such a table.
  public static let subject = "purchases"
  /// Walk-ins are kept, equal rows with a receipt id are merged.
  public static let defaultRowOptions = PurchaseRows()

  /// A table needs a member, a day or moment, and an amount.
  public static func needed(_ options: PurchaseRows) -> [[PurchaseColumn]] {
    [[.member], [.date, .time]] + (options.amount == nil ? [[.amount, .unitPrice]] : [])
  }

  /// The columns of the calculation and of the conditions.
  public static func furtherHeaders(_ options: PurchaseRows) -> [(field: String, header: String)] {
    (options.amount?.headers ?? []).map { ("amount", $0) } + (options.counted?.headers ?? []).map { ("where", $0) }
      + (options.returns?.headers ?? []).map { ("returns", $0) }
  }

  /// Headers of columns that may say which rows are no sales, or returns.
  static let statusHeaders = [
    "status", "order_status", "financial_status", "payment_status", "fulfillment_status", "refund_status", "state",
    "type", "event_type", "transaction_type", "order_type", "状态", "订单状态", "交易状态", "支付状态", "退款状态", "单据状态",
    "类型", "交易类型", "业务类型", "单据类型", "订单类型", "销售类型", "记录类型", "收支",
  ].map(HeaderName.normalised)

  /// Day and time may stand in one column.
  public func mayShare(with other: PurchaseColumn) -> Bool { Set([self, other]) == [.date, .time] }
}

/// What is decided about the rows of a purchases table.
public struct PurchaseRows: Sendable {
  /// What happens to rows without a member.
  public var walkIn = WalkIns.keep
  /// What happens to equal rows.
  public var duplicates = Duplicates.mergeWithinReceipts
  /// How the amount is calculated; nil where one column says it.
  public var amount: ColumnCalculation?
  /// Which rows are sales or returns; the others are left out. Nil where all are.
  public var counted: ColumnCondition?
  /// Which rows are returns, whatever the sign of their amounts. Nil where the sign tells.
  public var returns: ColumnCondition?
  /// What amounts are in, where that is known; rows in another currency are set aside.
  public var currency: Currency?
  /// By the sign of another currency: what one unit of it comes to in the session's.
  public var rates: [String: Ratio] = [:]
  /// The tax that the amounts lack, to be added to them; nil where they include it.
  public var excludedTax: Percent?

  /// Everything at its default.
  public init() {}

  /// Takes over what one unit of a currency comes to, whichever of its signs or codes `mark` is.
  /// - Returns: false where `mark` is none.
  public mutating func setRate(of mark: String, to rate: Ratio) -> Bool {
    guard let name = CurrencyMark.name(of: mark) else { return false }
    rates[name] = rate
    return true
  }
}

/// What happens to rows with a blank member.
public enum WalkIns: String, CaseIterable, Sendable {
  /// They are sales without a member.
  case keep
  /// They are set aside.
  case quarantine
}
