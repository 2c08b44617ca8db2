/// What help says of the language itself, where no declaration could say it.
enum HelpPages {
  struct Page: Sendable {
    let names: [String]
    let lines: [String]
    var examples: [Example] = []
  }

  static let all: [Page] = [
    Page(
      names: ["ranges", "over", "range", "last", "history"],
      lines: [
        "A range of days, after `over`:",
        "  2017-07-01..2017-12-31   from a day to a day, both in; either end may be left out",
        "  2017 · 2017-Q3 · 2017-07 a whole year, quarter or month; 2017-07..2017-09 too",
        "  last 6mo                 up to the as-of date: the last purchase, or `set today = DATE`",
        "  history                  everything that is loaded",
        "Replay always starts with the first purchase; the range is what is reported.",
      ],
      examples: ["run baseline over 2025-Q4", "run baseline over 2025-07..2025-09", "run baseline over last 3mo"]),
    Page(
      names: ["units", "literals", "numbers", "durations"],
      lines: [
        "Values with units:",
        "  money       ¥8,000 · $20 · 8000元 · 1.2万 · a bare number, in the session's currency",
        "  share       12.5%                    points      200pt",
        "  multiplier  1.5x                     duration    30d · 2w · 12mo · 1y",
        "  day         2026-11-01               time        14:00",
        "`12mo` counts calendar months and clamps to a month's end, `30d` counts days.",
        "Digits group in threes only: 8,000. A list of numbers takes a blank after each comma.",
      ],
      examples: ["let gold = 1.2万", "let part = 12.5%", "let long = 12mo"]),
    Page(
      names: ["names", "quotes", "interpolation"],
      lines: [
        "Names are words of any script, such as 金卡 or 90后; others stand in quotes, \"Gold +\".",
        "Words of the language (over, by, in, and, …) and block kinds (tier, bonus) need quotes as names.",
        "`{name}` stands for a variable of `let` or --let, in arguments and within quoted texts.",
        "Full-width punctuation means its ASCII form outside quotes.",
      ],
      examples: ["let tier = \"金卡\"\nrun baseline over 2025\nassert members({tier}) > 1"]),
    Page(
      names: ["lines", "blocks", "comments", "during"],
      lines: [
        "A newline ends a statement unless a bracket is open, and an entry within a block. A comma ends an",
        "entry where `name =` or a kind such as `tier` follows; else it continues a list. `\\` at the end of a",
        "line joins it with the next, `#` starts a comment.",
        "`value during RANGE` holds for those days only, on thresholds, rates and multipliers:",
        "  spend = 2,000, spend = 1,500 during 2026-Q1",
      ],
      examples: ["scenario 春 from baseline { 会员.金卡.spend = 7,000 during 2025-Q1 }"]),
    Page(
      names: ["files", "data", "sources", "encodings", "quarantine"],
      lines: [
        "`load purchases`, `load members` and `load actions` read, and tell by a file's first bytes:",
        "  text       CSV with , ; | or tab, also gzipped: UTF-8, UTF-16, GB18030, Big5; header and columns are found",
        "  workbooks  .xlsx and .xls; `sheet = NAME` where it is not the first one that has rows",
        "  databases  an SQLite file with `table = NAME` or `query = \"select …\"`; from odbc \"DSN=…\" { query = … }",
        "A block says what is not recognised: member = 会员卡号, encoding = gb18030, dates = dmy, …",
        "Every row is accepted, merged or set aside; rows set aside go to FILE.quarantine.csv with line, column",
        "and reason. Mended, `load more purchases from` it takes them; so it does with next month's export, and",
        "a row that is there already is recognised. `set quarantine = \"FOLDER\"` or `none` says where else.",
        "Amounts read: ¥1,234.50 · 1,234.50元 · (45.00) · -45 · full-width digits; dates with the year first, and",
        "others where the column tells day from month. `show quality` tells what became of every row.",
      ]),
    Page(
      names: ["imported", "opening", "joining", "actions", "birthdays"],
      lines: [
        "What a members file and an actions file mean in a replay:",
        "  joining   where it is stated it sets anniversaries, also before it; else the first purchase does, else the",
        "            first action, the day since when the tier is held, or the first day of the data",
        "  tier      held from its date in terms of `keep`; a date within the data is a fact of that morning, not an",
        "            upgrade. A review whose window begins before the data renews at least; under `while qualified`",
        "            the tier is a minimum as long as the window does. The entry tier says nothing.",
        "  points    there when the data begin, as if earned the day before, but gone on their own expiry day where",
        "            one is given; they count towards no threshold on points",
        "  actions   earn by `points { action NAME { earn = 5pt, limit = 1 per day } }`; in a ladder actions(NAME) = 10",
        "            counts all of them, also those that the limit leaves out. At one moment receipts come first.",
        "            Those before the first purchase are left out. By store they stand in the row without a name.",
        "Points expiring by inactivity count from the last purchase, and from opening points or an action where no",
        "count runs.",
      ]),
    Page(
      names: ["output", "charts", "pager", "formats"],
      lines: [
        "`set output = table · json · csv · markdown` says what results are written as; with json and csv, words on what",
        "was done go to standard error. --json stays what it is. `export _ to \"f.csv\"` writes one result to a file.",
        "`chart` draws: bars with their numbers, lines of columns, heat maps of two labels, sparklines a series.",
        "  chart _ · chart tiers on spend, share · chart spend by month over 2017 · chart spend by tier, month",
        "`set charts = ascii` draws with ASCII alone, as auto does in a locale that is not UTF-8; `set ambiguous = 2` is",
        "for terminals that give … and → two columns.",
        "At the prompt, results longer than the screen go through $PAGER, else `less`; `set pager = off` or \"COMMAND\".",
      ],
      examples: [
        Example("set output = csv\nshow members top 3", shown: 6), "set charts = ascii\nchart spend by month over 2025",
      ]),
    Page(
      names: ["prompt", "keys", "editing"],
      lines: [
        "Tab completes, `?` lists what may come next with a word on each; within quotes it is a character.",
        "The beginning of a verb is enough where it begins no other: comp baseline 放宽 over last 6mo.",
        "An open { asks for more lines; Ctrl-C drops the line, Ctrl-D leaves. Up and Down search what begins like the",
        "line, Ctrl-R what contains it. `edit` opens $VISUAL or $EDITOR on what was typed last and runs what is saved.",
      ]),
    Page(
      names: ["rows", "accepted", "merged", "quarantined", "walk_ins", "tax"],
      lines: [
        "rows = accepted + merged + quarantined, of the last `load`, in `assert rows = 65,190` and in JSON; `show quality`",
        "adds up all loads. walk_ins are the accepted rows without a member. A row is merged where an equal one is there:",
        "within a file, equal in every column and with a receipt id (`duplicates = merge`: without one too; `ignore = 序号`",
        "leaves columns out of account); with `load more`, every line that is loaded already.",
        "`set tax = 13% excluded` adds the tax to the amounts, discounts and costs of files that are loaded from then on;",
        "spend, thresholds and points count what was paid at the till.",
      ],
      examples: ["demo boutique members 100\nassert rows = accepted + merged + quarantined"]),
    Page(
      names: ["loops", "bodies", "rounds"],
      lines: [
        "`for NAME in VALUES { … }` runs its statements once for each value, {NAME} standing for it:",
        "  1,000..5,000 step 500        numbers with a unit or without; the last one counts where a step hits it",
        "  2017-01-01..2017-01-31 step 7d · 2017-01..2017-06 · 2017-Q1..2017-Q4    days, months, quarters",
        "  甲, \"in 春\", last 6mo        each as it is written",
        "  tiers(会员)                  the tiers of a ladder, the entry tier first",
        "`collect METRIC as NAME` adds a figure to the round's row; the loop ends with the table of all rows.",
        "Everything between the braces is read before anything runs. `} else {` stands on one line. `undo` takes a",
        "whole loop back. Ctrl-C or a statement that fails ends it; what its rounds did before stands, and `_` has",
        "the rows so far.",
      ],
      examples: [
        Example("for q in 2025-Q1..2025-Q4 { collect spend as spend, basket as basket over {q} }", shown: 8),
        "for t in tiers(会员) { collect members({t}) as members over 2025 }",
        "for d in last 3mo, last 6mo { run baseline over {d} }",
      ]),
    Page(
      names: ["json", "scripts", "exit"],
      lines: [
        "vipsh FILE.vip … · vipsh -c 'STATEMENT' · vipsh < FILE run the same statements unattended.",
        "--json answers with one object a line: format, verb, source, title, tables, values, notes.",
        "--let name=value sets a variable, --keep-going goes on after an error.",
        "Exit codes: 0 done · 1 a statement failed · 2 usage · 3 an assertion failed · 130 interrupted.",
      ]),
  ]

  static func page(_ name: String) -> Page? { all.first { $0.names.contains(name) } }
}
