/// A run of one member's receipts, by their places in `RunningSums`: those from `start` up to, but without, `end`.
/// Where it is a qualification window, its days up to `start` have been let go and its receipts up to `end` were
/// taken.
struct ReceiptWindow {
  var start = 0
  var end = 0
}
