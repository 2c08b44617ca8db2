import MemberBook
import Quantities

extension CompiledBenefits.Entry {
  /// The prices of every second piece of a receipt, the cheaper of each two by price, exactly, in minor units; below 0 for
  /// a return.
  ///
  /// A line's pieces are its whole quantity, one where it says none, each at the line's amount over its quantity. Of a
  /// purchase the lines above 0 count, of a return those below.
  func secondPrices(of receipt: ReceiptFacts, _ book: Book) -> Ratio {
    let sign: Int64 = receipt.net < 0 ? -1 : 1
    var lines: [(amount: Int64, thousandths: Int64)] = []
    let store = book.storeCode(of: receipt.index)
    for line in book.purchases.lines(of: receipt.index) {
      let amount = book.amount(ofLine: line, receiptNet: receipt.net) * sign
      guard amount > 0, matches(receipt, store: store, line: line, book) else { continue }
      let quantity = book.lines.quantity.isEmpty ? 0 : Int64(book.lines.quantity[line].magnitude)
      if quantity == 0 {
        lines.append((amount, 1000))
      } else if quantity >= 1000 {
        lines.append((amount, quantity))
      }
    }
    // The dearest piece first.
    lines.sort { Int128($0.amount) * Int128($1.thousandths) > Int128($1.amount) * Int128($0.thousandths) }
    var sum = Ratio.zero
    var before: Int64 = 0
    for (amount, thousandths) in lines {
      // Of the pieces 1, 2, 3, … by price, the even ones are the second of their pair.
      let count = thousandths / 1000
      let seconds = (before + count) / 2 - before / 2
      before += count
      sum = sum.adding(seconds, of: amount, over: thousandths)
    }
    return Ratio(sign).multiplied(by: sum) ?? sum
  }

  private func matches(_ receipt: ReceiptFacts, store: Int, line: Int, _ book: Book) -> Bool {
    switch occasion.program(on: receipt.tick) {
    case .always: true
    case .never: false
    case .depends(let program): program.holds(receipt, store: store, line: line, book)
    }
  }
}

extension Ratio {
  /// Plus the price of so many pieces, of which `thousandths` of a piece cost `amount`: to the cent only where the exact
  /// sum leaves 64 bits, as that of many lines sold by weight could.
  fileprivate func adding(_ pieces: Int64, of amount: Int64, over thousandths: Int64) -> Ratio {
    if let exact = Ratio(amount, over: thousandths)?.multiplied(by: Ratio(pieces * 1000)), let sum = adding(exact) {
      return sum
    }
    let cents = rounded(Int128(amount) * Int128(pieces) * 1000, Int128(thousandths))
    let whole = rounded(Int128(numerator), Int128(denominator))
    return adding(Ratio(cents)) ?? Ratio(whole + cents)
  }
}
