/// The simplified forms of the traditional characters that occur in what headers and total rows are called, so that 會員卡號
/// and 会员卡号 are one name. Not a conversion of text: every other character stands for itself.
enum SimplifiedForms {
  static func of(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.value < 0x4E00 ? scalar : forms[scalar] ?? scalar
  }

  private static let forms: [Unicode.Scalar: Unicode.Scalar] = [
    "係": "系", "備": "备", "價": "价", "優": "优", "兌": "兑", "內": "内", "冊": "册", "別": "别", "動": "动",
    "務": "务", "員": "员", "問": "问", "單": "单", "實": "实", "專": "专", "導": "导", "屬": "属", "戶": "户",
    "換": "换", "據": "据", "數": "数", "時": "时", "會": "会", "業": "业", "機": "机", "權": "权", "歸": "归",
    "潤": "润", "為": "为", "營": "营", "爲": "为", "當": "当", "發": "发", "碼": "码", "稱": "称", "積": "积",
    "簽": "签", "級": "级", "紹": "绍", "經": "经", "編": "编", "總": "总", "繫": "系", "聯": "联", "舖": "铺",
    "薦": "荐", "號": "号", "覈": "核", "訂": "订", "計": "计", "許": "许", "註": "注", "話": "话", "請": "请",
    "讓": "让", "貨": "货", "買": "买", "費": "费", "購": "购", "辦": "办", "進": "进", "銀": "银", "銷": "销",
    "鋪": "铺", "門": "门", "開": "开", "間": "间", "電": "电", "頁": "页", "額": "额", "類": "类", "顧": "顾",
    "餘": "余", "點": "点",
  ]
}
