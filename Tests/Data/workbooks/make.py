"""Makes the workbooks of this folder with openpyxl 3.1 and xlwt 1.3: python make.py"""

import datetime
import openpyxl
import xlwt

day, moment, clock = datetime.date(2024, 1, 5), datetime.datetime(2024, 1, 5, 9, 7), datetime.time(9, 7)
header = ["会员", "日期", "时间", "金额", "门店", "会员号", "备注"]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "说明"
sheet.sheet_state = "hidden"
sheet["A1"] = "请勿修改"
sheet = book.create_sheet("销售明细")
book.active = 1
sheet["A1"] = "一月销售"
sheet.merge_cells("A1:G1")
for column, name in enumerate(header, 1):
    sheet.cell(2, column, name)
sheet.append(["王芳", day, clock, 45.1, "南京路店", 13800001234, True])
sheet.append(["李娜", moment, clock, "1,234.50", "南京路店", "13800001235", "=D3*2"])
sheet.append(["陈静, VIP", moment, None, 0.1 + 0.2, "徐家汇店", 6222021234567890, "#N/A"])
sheet.append(["赵敏", day, None, -30, "徐家汇店", None, ' "引号"\n换行'])
sheet.append(["", day, None, 88, "徐家汇店", 13800001236, None])
sheet.merge_cells("A6:A7")
sheet["B3"].number_format = 'yyyy"年"m"月"d"日"'
sheet["D3"].number_format = '"¥"#,##0.00'
book.create_sheet("空")
book.save("receipts.xlsx")

book = xlwt.Workbook(encoding="utf-8")
hidden = book.add_sheet("说明")
hidden.write(0, 0, "请勿修改")
hidden.visibility = 1
sheet = book.add_sheet("销售明细")
book.set_active_sheet(1)
sheet.write_merge(0, 0, 0, 6, "一月销售")
for column, name in enumerate(header):
    sheet.write(1, column, name)
style = lambda code: xlwt.easyxf(num_format_str=code)
days, moments, clocks = style('yyyy"年"m"月"d"日"'), style("yyyy-mm-dd hh:mm:ss"), style("h:mm:ss")
rows = [
    ("王芳", (day, days), (clock, clocks), (45.1, style('"¥"#,##0.00')), "南京路店", 13800001234, True),
    ("李娜", (moment, moments), (clock, clocks), "1,234.50", "南京路店", "13800001235", xlwt.Formula("D3*2")),
    ("陈静, VIP", (moment, moments), None, 0.1 + 0.2, "徐家汇店", 6222021234567890, "N/A"),
    ("赵敏", (day, style("m/d/yy")), None, -30, "徐家汇店", None, ' "引号"\n换行'),
    (None, (day, days), None, 88, "徐家汇店", 13800001236, None),
]
for r, row in enumerate(rows, 2):
    for c, value in enumerate(row):
        if isinstance(value, tuple):
            sheet.write(r, c, *value)
        elif value is not None and value != "N/A":
            sheet.write(r, c, value)
sheet.row(4).set_cell_error(6, 0x2A)
sheet.merge(5, 6, 0, 0)
for r in range(7, 400):
    sheet.write(r, 0, f"会员{r}")
    sheet.write(r, 1, moment + datetime.timedelta(seconds=3601 * r), moments)
    sheet.write(r, 3, r / 100)
book.add_sheet("空")
book.save("receipts.xls")
