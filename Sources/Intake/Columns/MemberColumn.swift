/// What a column of a members table can mean. Its further columns become attributes.
public enum MemberColumn: String, ColumnRole {
  case member, name, phone, gender, birthday, joined, tier
  case tierSince = "tier_since"
  case points
  case pointsExpire = "points_expire"
  case store, advisor, family, consent

  public var summary: String {
    switch self {
    case .member: "the member's id, as purchases name it"
    case .name: "what the member is called"
    case .phone: "the phone number; two members with the same one may be one person"
    case .gender: "the gender, in the file's own words"
    case .birthday: "the birthday, with or without the year"
    case .joined: "the day of joining"
    case .tier: "the tier that the member holds, by its name in the ladder"
    case .tierSince: "since when the member holds that tier; else since the data begin"
    case .points: "whole points that the member had when the data begin"
    case .pointsExpire: "the day on which those points are gone; else by the policy's rule"
    case .store: "the store that the member belongs to"
    case .advisor: "who looks after the member"
    case .family: "the family's number, for members who share"
    case .consent: "whether the member may be contacted: yes or no"
    }
  }

  public var headers: [String] {
    switch self {
    case .member: PurchaseColumn.member.headers
    case .name: ["name", "member_name", "customer_name", "full_name", "姓名", "会员姓名", "顾客姓名", "客户姓名", "会员名称"]
    case .phone: ["phone", "mobile", "phone_number", "mobile_phone", "手机号", "手机号码", "手机", "联系电话", "电话", "会员手机号"]
    case .gender: ["gender", "sex", "性别"]
    case .birthday: ["birthday", "birth_date", "date_of_birth", "dob", "生日", "出生日期", "会员生日"]
    case .joined:
      [
        "joined", "join_date", "joined_on", "registration_date", "registered", "signup_date", "enrolled", "入会日期",
        "入会时间",
        "注册日期", "注册时间", "开卡日期", "开卡时间", "加入日期", "办卡日期",
      ]
    case .tier:
      ["tier", "level", "member_level", "member_tier", "grade", "等级", "会员等级", "会员级别", "级别", "卡等级", "卡级别", "卡类型", "卡类别"]
    case .tierSince:
      [
        "tier_since", "tier_date", "level_date", "等级日期", "升级日期", "定级日期", "等级生效日期", "等级生效日", "等级起始日", "等级起始日期", "等级开始日期",
        "生效日期", "当前等级日期",
      ]
    case .points:
      [
        "points", "points_balance", "opening_points", "balance", "available_points", "积分", "积分余额", "可用积分", "当前积分",
        "剩余积分", "期初积分",
      ]
    case .pointsExpire: ["points_expire", "points_expiry", "points_expiration", "expiry", "积分到期日", "积分有效期", "积分到期日期"]
    case .store: ["store", "store_id", "home_store", "门店", "所属门店", "归属门店", "开卡门店", "注册门店"]
    case .advisor: ["advisor", "sales_advisor", "导购", "专属导购", "服务导购", "客户经理", "专属顾问", "顾问", "服务顾问"]
    case .family: ["family", "family_id", "household", "家庭", "家庭号", "家庭编号"]
    case .consent:
      [
        "consent", "contact_consent", "opt_in", "marketing_consent", "同意联系", "营销授权", "是否同意", "允许联系", "接收短信", "是否接收短信",
        "是否允许联系", "是否可联系",
      ]
    }
  }

  public struct RowOptions: Sendable {
    public init() {}
  }

  public static let dateRoles: [MemberColumn] = [.birthday, .joined, .tierSince, .pointsExpire]
  public static let subject = "members"
  public static let defaultRowOptions = RowOptions()

  public static func needed(_ options: RowOptions) -> [[MemberColumn]] { [[.member]] }
}
