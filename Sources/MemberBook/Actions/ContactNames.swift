/// Getting in touch with a member, as actions files call it.
public enum ContactNames {
  /// Names of kinds of action that files give to it, in lower case.
  public static let usual: Set<String> = [
    "contact", "call", "phone", "sms", "email", "mail", "wechat", "whatsapp", "follow-up", "联系", "回访", "电话", "致电", "短信",
    "邮件", "微信", "企业微信", "拜访", "外呼",
  ]
}
