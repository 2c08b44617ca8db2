import MemberBook

extension CompiledBenefits.Entry {
  /// The prices of every second piece of a receipt, the cheaper of each two by price, in minor units; below 0 for a return.
  ///
  /// A line's pieces are its whole quantity, one where it says none, each at the line's amount over its quantity to the
  /// cent. Of a purchase the lines above 0 count, of a return those below.
  func secondPrices(of receipt: ReceiptFacts, _ book: Book) -> Int64 {
    let sign: Int64 = receipt.net < 0 ? -1 : 1
    var pieces: [(price: Int64, count: Int64)] = []
    let store = book.storeCode(of: receipt.index)
    for line in book.purchases.lines(of: receipt.index) {
      let amount = book.amount(ofLine: line, receiptNet: receipt.net) * sign
      guard amount > 0, matches(receipt, store: store, line: line, book) else { continue }
      let quantity = book.lines.quantity.isEmpty ? 0 : Int64(book.lines.quantity[line].magnitude)
      if quantity == 0 {
        pieces.append((amount, 1))
      } else if quantity >= 1000 {
        pieces.append((rounded(Int128(amount) * 1000, Int128(quantity)), quantity / 1000))
      }
    }
    pieces.sort { $0.price > $1.price }
    var sum: Int64 = 0
    var before: Int64 = 0
    for (price, count) in pieces {
      // Of the pieces 1, 2, 3, … by price, the even ones are the second of their pair.
      sum += price * ((before + count) / 2 - before / 2)
      before += count
    }
    return sum * sign
  }

  private func matches(_ receipt: ReceiptFacts, store: Int, line: Int, _ book: Book) -> Bool {
    switch occasion.program(on: receipt.tick) {
    case .always: true
    case .never: false
    case .depends(let program): program.holds(receipt, store: store, line: line, book)
    }
  }
}
