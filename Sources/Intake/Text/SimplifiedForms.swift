/// The simplified forms of the traditional characters that occur in what headers and total rows are called, so that 會員卡號
/// and 会员卡号 are one name. Not a conversion of text: every other character stands for itself.
enum SimplifiedForms {
  static func of(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.value < 0x4E00 ? scalar : forms[scalar] ?? scalar
  }

  private static let forms: [Unicode.Scalar: Unicode.Scalar] = [
    "價": "价", "優": "优", "別": "别", "務": "务", "員": "员", "單": "单", "實": "实", "導": "导", "戶": "户", "據": "据", "數": "数",
    "時": "时", "會": "会", "業": "业", "機": "机", "營": "营", "碼": "码", "稱": "称", "編": "编", "總": "总", "舖": "铺", "號": "号",
    "訂": "订", "計": "计", "讓": "让", "買": "买", "費": "费", "購": "购", "進": "进", "銷": "销", "鋪": "铺", "門": "门", "間": "间",
    "頁": "页", "額": "额", "類": "类", "顧": "顾",
  ]
}
