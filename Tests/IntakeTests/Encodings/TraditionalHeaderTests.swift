import Testing

@testable import Intake

@Suite("Traditional headers") struct TraditionalHeaderTests {
  /// By OpenCC 1.1.6, s2t.
  static let traditional: [String: String] = [
    "会员卡号": "會員卡號", "会员号": "會員號", "会员编号": "會員編號", "会员ID": "會員ID", "会员编码": "會員編碼", "会员": "會員", "顾客编号": "顧客編號",
    "客户编号": "客戶編號", "卡号": "卡號", "手机号": "手機號", "手机号码": "手機號碼", "手机": "手機", "会员手机号": "會員手機號", "消费日期": "消費日期",
    "销售日期": "銷售日期", "购买日期": "購買日期", "下单日期": "下單日期", "业务日期": "業務日期", "时间": "時間", "消费时间": "消費時間",
    "销售时间": "銷售時間", "交易时间": "交易時間", "购买时间": "購買時間", "下单时间": "下單時間", "实付金额": "實付金額", "实收": "實收",
    "实收金额": "實收金額", "实付": "實付", "成交额": "成交額", "成交金额": "成交金額", "消费金额": "消費金額", "销售金额": "銷售金額", "金额": "金額",
    "小票号": "小票號", "单据号": "單據號", "流水号": "流水號", "小票编号": "小票編號", "交易号": "交易號", "订单号": "訂單號", "原小票号": "原小票號",
    "原单号": "原單號", "原单据号": "原單據號", "原流水号": "原流水號", "原订单号": "原訂單號", "门店": "門店", "门店编号": "門店編號", "门店编码": "門店編碼",
    "门店名称": "門店名稱", "店铺": "店鋪", "店号": "店號", "品类": "品類", "商品大类": "商品大類", "大类": "大類", "类别": "類別",
    "商品类别": "商品類別", "分类": "分類", "件数": "件數", "数量": "數量", "销售数量": "銷售數量", "优惠金额": "優惠金額", "折扣金额": "折扣金額",
    "优惠": "優惠", "让利": "讓利", "成本金额": "成本金額", "进价": "進價", "导购": "導購", "导购员": "導購員", "店员": "店員", "营业员": "營業員",
    "销售渠道": "銷售渠道",
  ]

  @Test("Every Chinese synonym is recognised in its traditional form") func synonyms() {
    for column in PurchaseColumn.allCases {
      for header in column.headers where header.utf8.contains(where: { $0 > 0x7F }) {
        let form = Self.traditional[header] ?? header
        #expect(HeaderName.normalised(form) == HeaderName.normalised(header), "\(form)")
        #expect(column.isNamed(by: form))
      }
    }
  }

  @Test("Every character of the synonyms that has another traditional form is in the table") func characters() {
    for column in PurchaseColumn.allCases {
      for header in column.headers where header.utf8.contains(where: { $0 > 0x7F }) {
        let simplified = header.unicodeScalars.filter { Self.simplifiedOnly.contains($0) }
        #expect(simplified.isEmpty || Self.traditional[header] != nil, "\(header) has no traditional form in this test")
      }
    }
  }

  /// The simplified characters that occur in synonyms and are written otherwise in traditional text.
  static let simplifiedOnly = Set(traditional.keys.joined().unicodeScalars)
    .subtracting(traditional.values.joined().unicodeScalars)
}
