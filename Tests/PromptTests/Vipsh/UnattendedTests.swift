import Glibc
import Testing

@testable import LineEditor

/// vipsh as a scheduler runs it: no terminal, a script, and an exit code at the end.
@Suite(.ownFolder) struct UnattendedTests {
  private static let script = """
    demo boutique members 20
    ladder 会员 { tier 普通
      tier 金卡 { spend = 8,000 } }
    points 基础 { earn = 1pt per ¥1 }
    scenario 双倍 from baseline { 基础.earn = 2pt per ¥1 }
    for s in baseline, 双倍 {
      for x in ¥5,100..¥15,000 step ¥100 {
        scenario 变 from {s} { 会员.金卡.spend = {x} }
        run 变 over 2025
        export _ to "{s} {x}.csv"
        collect share(变, 金卡) as share, points_issued(变) as points
      }
    }
    export _ to "all.csv"
    assert share(金卡) in 8%..12%
    let after = 1
    """

  @Test("200 variants write 200 files and a table; a failed assertion ends with 3", arguments: ["", "--keep-going"])
  func variants(option: String) throws {
    let program = Person.demo.replacing("/prompt-demo", with: "/vipsh")
    let folder = try Person.folder()
    let file = try #require(fopen("\(folder)/plan.vip", "w"))
    fputs(UnattendedTests.script, file)
    fclose(file)
    // The shell counts the files, so that nothing of ours vouches for them.
    let command =
      "cd \(folder) && { '\(program)' \(option) plan.vip > out 2> err; echo $? > code; "
      + "ls | grep -c '¥.*csv$' > files; wc -l < all.csv > rows; }"
    #expect(system(command) == 0)
    #expect(try text(of: "\(folder)/code") == "3\n")
    #expect(try text(of: "\(folder)/files") == "200\n")
    #expect(try text(of: "\(folder)/rows") == "201\n")
    #expect(
      try text(of: "\(folder)/err") == """
        error E401: assertion failed: share(金卡) in 8%..12%, but share(金卡) = 15% (3
          of 20)
          plan.vip:15:8  assert share(金卡) in 8%..12%
                                ^^^^^^^^^^^^^^^^^^^^^^

        """)
    #expect(try text(of: "\(folder)/out").hasSuffix("after = 1\n") == !option.isEmpty)
  }

  private func text(of path: String) throws -> String {
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}
