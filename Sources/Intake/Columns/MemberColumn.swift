public import Messages

/// What a column of a members table can mean. Its further columns become attributes.
public enum MemberColumn: String, ColumnRole {
  case member, name, phone, gender, birthday, joined, tier
  case tierSince = "tier_since"
  case points
  case pointsExpire = "points_expire"
  case store, advisor, family, referrer, consent

  /// What the column says, for help.
  public var summary: Message {
    switch self {
    case .member: Message("the member's id, as purchases name it", zh: "会员编号，与购买数据中的一致")
    case .name: Message("what the member is called", zh: "会员的姓名")
    case .phone: Message("the phone number; two members with the same one may be one person", zh: "手机号；号码相同的两个会员可能是同一人")
    case .gender: Message("the gender, in the file's own words", zh: "性别，按文件中的写法")
    case .birthday: Message("the birthday, with or without the year", zh: "生日，可以没有年份")
    case .joined: Message("the day of joining", zh: "入会日期")
    case .tier: Message("the tier that the member holds, by its name in the ladder", zh: "会员现有的等级，用等级体系中的名称")
    case .tierSince:
      Message("since when the member holds that tier; else since the data begin", zh: "该等级从何时起持有；否则从数据开始之日起")
    case .points: Message("whole points that the member had when the data begin", zh: "数据开始时会员已有的积分，整数")
    case .pointsExpire:
      Message("the day on which those points are gone; else by the policy's rule", zh: "这些积分失效的日期；否则按积分政策的规则")
    case .store: Message("the store that the member belongs to", zh: "会员所属的门店")
    case .advisor: Message("who looks after the member", zh: "负责该会员的导购")
    case .family: Message("the family's number, for members who share", zh: "家庭编号，用于共享的会员")
    case .referrer: Message("the id of the member who referred this one", zh: "推荐人的会员编号")
    case .consent: Message("whether the member may be contacted: yes or no", zh: "可否联系该会员：是或否")
    }
  }

  /// Headers that mean it, the surest first.
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
    case .referrer:
      [
        "referrer", "referrer_id", "referred_by", "referred_by_id", "introducer", "推荐人", "推荐人编号", "推荐人卡号", "推荐人会员号",
        "推荐会员", "介绍人", "介绍人编号", "介绍人卡号",
      ]
    case .consent:
      [
        "consent", "contact_consent", "opt_in", "marketing_consent", "同意联系", "营销授权", "是否同意", "允许联系", "接收短信", "是否接收短信",
        "是否允许联系", "是否可联系",
      ]
    }
  }

  /// Nothing is to be decided about the rows of a members table.
  public struct RowOptions: Sendable {
    /// Nothing is decided, for there is nothing to decide.
    public init() {}
  }

  /// Every day that a member may have, the birthday among them.
  public static let dateRoles: [MemberColumn] = [.birthday, .joined, .tierSince, .pointsExpire]
  /// What `load` calls such a table.
  public static let subject = "members"
  /// Nothing is decided, for there is nothing to decide.
  public static let defaultRowOptions = RowOptions()

  /// A table needs members' ids.
  public static func needed(_ options: RowOptions) -> [[MemberColumn]] { [[.member]] }
}
