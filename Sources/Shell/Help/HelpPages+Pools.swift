import MemberBook
import Messages

extension HelpPages {
  /// What points in common and points given to others mean.
  static let pools = Page(
    names: ["pool", "pools", "families", "transfers"],
    text: Message(
      """
      Members who share points, and points that members give to others, both in `points`:
        pool      `pool 家庭 { by = 家庭号, tier = shared, max = 5 }`: members in whom a column of the members file \
      holds the same text are one pool; `help points` says what each field means. Lots, expiry, inactivity and debt are \
      the pool's; caps, limits of actions and what a return claims of its own receipt are each member's. Members and \
      shares count people: where the tier is shared, each change counts for each member.
        transfer  `transfer = 20% of balance per year`: rows of the actions file whose action is transfer, 转赠 or 转让, \
      with `points` and `to`, the member who gets them. What a balance has given this calendar year and the row come to \
      at most the share of what can be spent and what was given this year, rounded down: splitting a gift changes \
      nothing. A pool has one share for all its members.
        refused   whole, counted and told by `explain member`: beyond the share or what can be spent, to someone whom \
      the data do not know, within a pool. Rows to the giver, or without `points` or `to`, are set aside at load.
        given     points go in the order they are spent and keep the days of their earning and expiry. They count \
      towards no tier and no cap. What the receiver owes is paid first. The giver's inactivity runs on; the receiver's \
      count begins where none runs.
      Of each balance, points_opening + points_issued + points_transferred_in = points_redeemed + points_expired + \
      points_clawed_back + points_transferred_out + points_outstanding.
      `explain member` lists what everyone of the pool did to the points, and says who. In tables, what a pool has left \
      and what expired stand with its first member in the book.
      """,
      zh: """
        共用积分的会员，以及会员转给他人的积分，都写在 `points` 里：
          pool      `pool 家庭 { by = 家庭号, tier = shared, max = 5 }`：会员文件某列文字相同的会员为一池；\
        各字段的含义见 `help points`。积分批次、过期、不活跃和欠分属于整个池；上限、行为次数限制以及退货扣回\
        本人小票所得的积分仍按各人。会员数和占比按人计：共用等级时每次变动每人各计一次。
          transfer  `transfer = 20% of balance per year`：行为文件中行为为 transfer、转赠或转让的行，\
        写明 `points` 和受赠会员 `to`。一个余额当年已转出与本次之和，不超过可用积分与当年已转出之和的该比例（向下取整）：\
        拆开转赠结果不变。一池共用一个额度。
          refused   整笔拒绝，计数，并由 `explain member` 说明：超出额度或可用积分，受赠人不在数据中，在同一池内。\
        转给自己、没有 `points` 或没有 `to` 的行在载入时搁置。
          given     积分按使用的先后转出，保留获得日和过期日，不计入等级和上限。受赠者欠分的先抵还。\
        转出者的不活跃照常计算；受赠者没有在计的从此开始。
        每个余额：points_opening + points_issued + points_transferred_in = points_redeemed + points_expired + \
        points_clawed_back + points_transferred_out + points_outstanding。
        `explain member` 列出池中每个人对积分做了什么，并写明是谁。在各表中，池的积分余额和过期积分记在池中第一个会员名下。
        """),
    examples: [
      Example(
        """
        load purchases from "till.csv"
        load members from "members.csv"
        load actions from "gifts.csv"
        points 基础 { earn = 1pt per 1, transfer = 20% of balance per year
          pool 家庭 { by = 家庭号, max = 5 } }
        explain member A
        """, shown: 22, .empty,
        files: [
          "till.csv": "member,date,amount\nA,2025-01-10,1200\nB,2025-02-05,800\nC,2025-05-01,100\n",
          "members.csv": "member,joined,家庭号\nA,2024-03-01,F1\nB,2024-06-01,F1\nC,2024-09-01,\n",
          "gifts.csv": "member,date,action,points,to\nB,2025-04-01,transfer,340,C\nA,2025-04-02,transfer,100,C\n",
        ])
    ])
}
