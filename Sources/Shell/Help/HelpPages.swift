import Messages
import Quantities

/// What help says of the language itself, where no declaration could say it.
enum HelpPages {
  struct Page: Sendable {
    let names: [String]
    let text: Message
    var examples: [Example] = []
  }

  static let all: [Page] = [
    accounts, pools, measures, schemes, diagnosis, customers, earlier,
    Page(
      names: ["ranges", "over", "range", "last", "history"],
      text: Message(
        """
        A range of days, after `over`:
          2017-07-01..2017-12-31   from a day to a day, both in; either end may be left out
          2017 · 2017-Q3 · 2017-07 a whole year, quarter or month; 2017-07..2017-09 too
          last 6mo                 up to the as-of date: the last purchase, or `set today = DATE`
          history                  everything that is loaded
        Replay always starts with the first purchase; the range is what is reported.
        """,
        zh: """
          一段日期，写在 `over` 之后：
            2017-07-01..2017-12-31   从一天到一天，两端都算；任一端可以不写
            2017 · 2017-Q3 · 2017-07 整年、整季或整月；也可以 2017-07..2017-09
            last 6mo                 截至截止日：最后一笔购买的日期，或 `set today = 日期`
            history                  已载入的全部
          回放总是从第一笔购买开始；区间只决定报告哪一段。
          """),
      examples: ["run baseline over 2025-Q4", "run baseline over 2025-07..2025-09", "run baseline over last 3mo"]),
    Page(
      names: ["units", "literals", "numbers", "durations"],
      text: Message(
        """
        Values with units:
          money       ¥8,000 · $20 · 8000元 · 1.2万 · a bare number, in the session's currency
          share       12.5%                    points      200pt
          multiplier  1.5x                     duration    30d · 2w · 12mo · 1y
          day         2026-11-01               time        14:00
        `12mo` counts calendar months and clamps to a month's end, `30d` counts days.
        Digits group in threes only: 8,000. A list of numbers takes a blank after each comma.
        """,
        zh: """
          带单位的值：
            金额    ¥8,000 · $20 · 8000元 · 1.2万 · 不带单位的数字按会话的货币
            占比    12.5%                    积分    200pt
            倍数    1.5x                     时长    30d · 2w · 12mo · 1y
            日期    2026-11-01               时间    14:00
          `12mo` 按日历月计，月末对齐；`30d` 按天计。
          数字只按三位分节：8,000。数字列表的每个逗号后要有空格。
          """),
      examples: ["let gold = 1.2万", "let part = 12.5%", "let long = 12mo"]),
    Page(
      names: ["names", "quotes", "interpolation"],
      text: Message(
        """
        Names are words of any script, such as 金卡 or 90后; others stand in quotes, "Gold +".
        Words of the language (over, by, in, and, …) and block kinds (tier, bonus) need quotes as names.
        `{name}` stands for a variable of `let` or --let, in arguments and within quoted texts.
        Full-width punctuation means its ASCII form outside quotes.
        """,
        zh: """
          名称是任何文字的词，如 金卡 或 90后；其他名称加引号，如 "Gold +"。
          语言的词（over、by、in、and 等）和块的种类（tier、bonus）作名称时要加引号。
          `{名称}` 代表 `let` 或 --let 的变量，可用在参数和引号里的文字中。
          引号之外，全角标点与半角相同。
          """),
      examples: ["let tier = \"金卡\"\nrun baseline over 2025\nassert members({tier}) > 1"]),
    Page(
      names: ["lines", "blocks", "comments", "during"],
      text: Message(
        """
        A newline ends a statement unless a bracket is open, and an entry within a block. A comma ends an \
        entry where `name =` or a kind such as `tier` follows; else it continues a list. `\\` at the end of a \
        line joins it with the next, `#` starts a comment.
        `value during RANGE` holds for those days only, on thresholds, rates and multipliers:
          spend = 2,000, spend = 1,500 during 2026-Q1
        """,
        zh: """
          换行结束一条语句，除非括号还开着；在块里换行结束一项。逗号之后若是 `名称 =` \
          或 `tier` 这样的种类，就结束一项；否则列表继续。行末的 `\\` 与下一行相连，\
          `#` 起头的是注释。
          `值 during 区间` 只在那些天有效，可用于门槛、费率和倍数：
            spend = 2,000, spend = 1,500 during 2026-Q1
          """),
      examples: ["scenario 春 from baseline { 会员.金卡.spend = 7,000 during 2025-Q1 }"]),
    Page(
      names: ["files", "data", "sources", "encodings", "quarantine"],
      text: Message(
        """
        `load purchases`, `load members` and `load actions` read, and tell by a file's first bytes:
          text       CSV with , ; | or tab, also gzipped: UTF-8, UTF-16, GB18030, Big5; header and columns are found
          workbooks  .xlsx and .xls; `sheet = NAME` where it is not the first one that has rows
          databases  an SQLite file with `table = NAME` or `query = "select …"`; from odbc "DSN=…" { query = … }
        A block says what is not recognised: member = 会员卡号, encoding = gb18030, dates = dmy, …
        Every row is accepted, merged or set aside; rows set aside go to FILE.quarantine.csv with line, column \
        and reason. Mended, `load more purchases from` it takes them; so it does with next month's export, and \
        a row that is there already is recognised. `set quarantine = "FOLDER"` or `none` says where else.
        Amounts read: ¥1,234.50 · 1,234.50元 · (45.00) · -45 · full-width digits; dates with the year first, and \
        others where the column tells day from month. `show quality` tells what became of every row.
        """,
        zh: """
          `load purchases`、`load members` 和 `load actions` 按文件开头的字节辨认格式：
            文本       CSV，用 , ; | 或制表符分隔，也可 gzip 压缩：UTF-8、UTF-16、GB18030、Big5；表头和列自动识别
            工作簿     .xlsx 和 .xls；不是第一张有数据的表时用 `sheet = 名称`
            数据库     SQLite 文件用 `table = 名称` 或 `query = "select …"`；from odbc "DSN=…" { query = … }
          认不出的写在块里：member = 会员卡号、encoding = gb18030、dates = dmy 等。
          每一行不是接受、合并，就是搁置；搁置的行连同行号、列和原因写到 文件.quarantine.csv。
          修正后用 `load more purchases from` 载入；下个月的导出也这样载入，已有的行会认出来。
          `set quarantine = "目录"` 或 `none` 改变写到哪里。
          能读的金额：¥1,234.50 · 1,234.50元 · (45.00) · -45 · 全角数字；日期以年开头，其他写法\
          要能从整列看出日和月。`show quality` 说明每一行的下落。
          """)),
    Page(
      names: ["imported", "opening", "joining", "actions", "birthdays", "redemption"],
      text: Message(
        """
        What a members file and an actions file mean in a replay:
          joining   where it is stated it sets anniversaries, also before it; else the first purchase does, else the \
        first action, the day since when the tier is held, or the first day of the data
          tier      held from its date in terms of `keep`; a date within the data is a fact of that morning, not an \
        upgrade. A review whose window begins before the data renews at least; under `while qualified` \
        the tier is a minimum as long as the window does. The entry tier says nothing.
          points    there when the data begin, as if earned the day before, but gone on their own expiry day where \
        one is given; they count towards no threshold on points
          actions   earn by `points { action NAME { earn = 5pt, limit = 1 per day } }`; in a ladder actions(NAME) = 10 \
        counts all of them, also those that the limit leaves out. At one moment receipts come first. \
        Those before the first purchase are left out. By store they stand in the row without a name.
          spending  a row with points spends them, whatever its action, as far as the lots that are released then go; \
        what it asks for beyond that is counted in `notes`. One whose detail, else whose action, is a \
        reward's name costs what the reward does. It spends first and earns then; rows that only spend \
        move no window and upgrade nobody, but for a reward that is an upgrade: whole or not at all, \
        for the day only under `while qualified`. Where such rows are, `redeem` is not applied.
        Points expiring by inactivity count from the last purchase, and from opening points or an action where no \
        count runs. Spending takes what expires first, then the oldest, and is no purchase.
        """,
        zh: """
          会员文件和行为文件在回放中的意义：
            入会日    写明时由它决定周年，也可早于数据；否则看第一笔购买，再否则看第一次行为、\
          等级的起始日或数据的第一天
            等级      自其日期起按 `keep` 持有；日期在数据之内的是当天早上的事实，不算升级。\
          考察期早于数据的考核至少续期；`while qualified` 时在那段时间里它是最低等级。\
          起始等级不说明什么。
            积分      数据开始时就有，如同前一天得到，但写明过期日的按过期日；不计入任何积分门槛
            行为      按 `points { action 名称 { earn = 5pt, limit = 1 per day } }` 得积分；等级体系里的 \
          actions(名称) = 10 计全部次数，包括超出限额的。同一时刻先算小票。\
          首次购买之前的不计入。按门店拆分时归入没有名称的一行。
            兑换      写有积分的行不论何种行为都使用积分，以当时已生效的积分为限；超出部分计入说明。\
          详情（否则行为）是兑换品名称的，成本按兑换品计。先使用后获得；只使用积分的行\
          不改变考察期，也不升级，升级类兑换品除外：足额才兑换，`while qualified` 时只管当天。\
          数据中有这样的行时，`redeem` 不起作用。
          按不活跃过期的积分从最后一笔购买算起；没有购买时从期初积分或行为算起。使用积分时先用最早过期的，\
          再用最早获得的；使用积分不算购买。
          """)),
    Page(
      names: ["output", "charts", "pager", "formats"],
      text: Message(
        """
        `set output = table · json · csv · markdown` says what results are written as; with json and csv, words on what \
        was done go to standard error. --json stays what it is. `export _ to "f.csv"` writes one result to a file.
        `chart` draws: bars with their numbers, lines, heat maps of two labels, sparklines a series.
          chart _ · chart tiers on spend, share · chart spend by month over 2017 · chart spend by tier, month
        `set charts = ascii` draws with ASCII alone, as auto does in a locale that is not UTF-8; `set ambiguous = 2` is \
        for terminals that give … and → two columns.
        At the prompt, results longer than the screen go through $PAGER, else `less`; `set pager = off` or "COMMAND".
        """,
        zh: """
          `set output = table · json · csv · markdown` 决定结果的格式；json 和 csv 时，其余的话写到\
          标准错误。--json 不受影响。`export _ to "f.csv"` 把一个结果写到文件。
          `chart` 画图：带数字的条形、折线、两个标签的热力图、每个系列一条的走势线。
            chart _ · chart tiers on spend, share · chart spend by month over 2017 · chart spend by tier, month
          `set charts = ascii` 只用 ASCII 画，auto 在非 UTF-8 的环境里也这样；`set ambiguous = 2` \
          用于把 … 和 → 显示为两列宽的终端。
          在提示符下，超过一屏的结果交给 $PAGER，否则 `less`；`set pager = off` 或 "命令"。
          """),
      examples: [
        Example("set output = csv\nshow members top 3", shown: 6), "set charts = ascii\nchart spend by month over 2025",
      ]),
    Page(
      names: ["prompt", "keys", "editing"],
      text: Message(
        """
        Tab completes, `?` lists what may come next with a word on each; within quotes it is a character.
        The beginning of a verb is enough where it begins no other: comp baseline 放宽 over last 6mo.
        An open { asks for more lines; Ctrl-C drops the line, Ctrl-D leaves. Up and Down search what begins like the \
        line, Ctrl-R what contains it. `edit` opens $VISUAL or $EDITOR on what was typed last and runs what is saved.
        ~/.viprc is run when the prompt opens and by nothing else; of what it answers, errors alone are shown. Verbs \
        are whole words in it, as in any script; --no-rc leaves it out.
        """,
        zh: """
          Tab 补全，`?` 列出接下来可以写什么，各带一句说明；在引号里它只是字符。
          命令的开头能唯一确定时就够了：comp baseline 放宽 over last 6mo。
          没有合上的 { 会要求更多行；Ctrl-C 放弃这一行，Ctrl-D 离开。上下键查找同样开头的历史，\
          Ctrl-R 查找包含它的历史。`edit` 用 $VISUAL 或 $EDITOR 打开上次输入的内容，保存后运行。
          打开提示符时运行 ~/.viprc，别处不读它；它的回答只显示错误。其中的命令和任何脚本一样要写全；--no-rc 不运行它。
          """)),
    Page(
      names: ["rows", "accepted", "merged", "quarantined", "walk_ins", "tax"],
      text: Message(
        """
        rows = accepted + merged + quarantined, of the last `load`, in `assert rows = 65,190` and in JSON; `show quality` \
        adds up all loads. walk_ins are the accepted rows without a member. A row is merged where an equal one is there:
        within a file, equal in every column and with a receipt id (`duplicates = merge`: without one too; `ignore = 序号` \
        leaves columns out of account); with `load more`, every line that is loaded already.
        `set tax = 13% excluded` adds the tax to the amounts, discounts and costs of files that are loaded from then on; \
        spend, thresholds and points count what was paid at the till.
        """,
        zh: """
          rows = accepted + merged + quarantined，指上一次 `load`，见 `assert rows = 65,190` 和 JSON；
          `show quality` 合计全部载入。walk_ins 是接受的行中没有会员的。已有相同的行时合并：
          同一文件里，每一列都相同且有小票号（`duplicates = merge`：没有小票号也合并；`ignore = 序号` \
          不看这些列）；`load more` 时，已经载入的每一行。
          `set tax = 13% excluded` 给此后载入文件的金额、折扣和成本加上税；
          消费额、门槛和积分按收银台实付计算。
          """),
      examples: ["demo boutique members 100\nassert rows = accepted + merged + quarantined"]),
    Page(
      names: ["loops", "bodies", "rounds"],
      text: Message(
        """
        `for NAME in VALUES { … }` runs its statements once for each value, {NAME} standing for it:
          1,000..5,000 step 500        numbers with a unit or without; the last one counts where a step hits it
          2017-01-01..2017-01-31 step 7d · 2017-01..2017-06 · 2017-Q1..2017-Q4    days, months, quarters
          甲, "in 春", last 6mo        each as it is written
          tiers(会员)                  the tiers of a ladder, the entry tier first
        `collect METRIC as NAME` adds a figure to the round's row; the loop ends with the table of all rows.
        Everything between the braces is read before anything runs. `} else {` stands on one line. `undo` takes a \
        whole loop back. Ctrl-C or a statement that fails ends it; what its rounds did before stands, and `_` has \
        the rows so far.
        """,
        zh: """
          `for 名称 in 值 { … }` 对每个值运行一次其中的语句，{名称} 代表它：
            1,000..5,000 step 500        数字，可带单位；步长正好落到末尾时末尾也算
            2017-01-01..2017-01-31 step 7d · 2017-01..2017-06 · 2017-Q1..2017-Q4    日、月、季
            甲, "in 春", last 6mo        各按所写
            tiers(会员)                  一个等级体系的各等级，起始等级在前
          `collect 指标 as 名称` 给本轮的行加一个数字；循环结束时给出所有行的表。
          花括号里的全部内容先读完才运行。`} else {` 写在一行。`undo` 撤销整个循环。
          Ctrl-C 或失败的语句结束循环；之前各轮做的保留，`_` 里是到那时为止的行。
          """),
      examples: [
        Example("for q in 2025-Q1..2025-Q4 { collect spend as spend, basket as basket over {q} }", shown: 8),
        "for t in tiers(会员) { collect members({t}) as members over 2025 }",
        "for d in last 3mo, last 6mo { run baseline over {d} }",
      ]),
    Page(
      names: ["json", "scripts", "exit"],
      text: Message(
        """
        vipsh FILE.vip … · vipsh -c 'STATEMENT' · vipsh < FILE run the same statements unattended.
        --json answers with one object a line: format, verb, source, title, tables, values, notes.
        --let name=value sets a variable, --keep-going goes on after an error.
        Exit codes: 0 done · 1 a statement failed · 2 usage · 3 an assertion failed · 130 interrupted.
        """,
        zh: """
          vipsh 文件.vip … · vipsh -c '语句' · vipsh < 文件 无人值守地运行同样的语句。
          --json 每行给出一个对象：format、verb、source、title、tables、values、notes，一律用英文。
          --let 名称=值 设置变量，--keep-going 出错后继续。
          退出码：0 完成 · 1 语句失败 · 2 用法 · 3 断言不成立 · 130 中断。
          """)),
  ]

  static func page(_ name: String) -> Page? { all.first { $0.names.contains(name) } }
}
