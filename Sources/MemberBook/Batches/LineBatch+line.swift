/// Appends `values` to a column of `before` lines, of which an empty column on either side stands for zeros.
func append<Value: FixedWidthInteger>(_ values: [Value], _ count: Int, to column: inout [Value], before: Int) {
  if values.isEmpty {
    if !column.isEmpty { column.append(contentsOf: repeatElement(0, count: count)) }
    return
  }
  if column.isEmpty { column.append(contentsOf: repeatElement(0, count: before)) }
  column.append(contentsOf: values)
}

func append(_ values: MinorColumn, _ count: Int, to column: inout MinorColumn, before: Int) {
  if values.isEmpty {
    if !column.isEmpty { column.append(zeros: count) }
    return
  }
  if column.isEmpty { column.append(zeros: before) }
  column.append(contentsOf: values)
}

func append(_ values: TextColumn, _ count: Int, to column: inout TextColumn, before: Int) {
  if values.count == 0 {
    if column.count > 0 { column.append(blanks: count) }
    return
  }
  if column.count == 0 { column.append(blanks: before) }
  column.append(contentsOf: values)
}
