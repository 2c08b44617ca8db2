import Fixtures
import Glibc
import MemberBook
import Messages
import Numerics
import Quantities
import Synchronization
import Testing
@testable import Intake

extension HostileTests {
  @Suite struct FileTests {
    @Test func `what is no regular file is named and not waited for`() throws {
      let folder = try TemporaryFolder()
      let loader = HostileLoader.purchases
      #expect(loader.outcome(of: folder.path) == "E201; FILE is a directory; name a file in it")
      try #require(mkfifo(folder.path + "/pipe", 0o600) == 0)
      #expect(loader.outcome(of: folder.path + "/pipe") == "E201; FILE is not a regular file")
      #expect(loader.outcome(of: "/dev/null") == "E201; FILE is not a regular file")
      try #require(symlink(folder.path + "/loop", folder.path + "/loop") == 0)
      #expect(
        loader.outcome(of: folder.path + "/loop") == "E201; FILE cannot be read: too many levels of symbolic links")
      #expect(
        loader.outcome(of: String(repeating: "x", count: 5000)) == "E201; FILE cannot be read: file name too long")
    }

    /// Root may read everything.
    @Test(.enabled(if: getuid() != 0, "Run by root, whom no permission stops."))
    func `a file without permission is named`() throws {
      let file = try TemporaryFile("member,date,amount\n1,2024-01-01,5\n".utf8)
      try #require(chmod(file.path, 0) == 0)
      #expect(HostileLoader.purchases.outcome(of: file.path) == "E201; FILE cannot be read: permission denied")
    }

    /// Loads a file of 10,000 rows that is made `size` bytes long while it is read.
    private func load(changing change: (Int) -> Int) throws -> Findings {
      let row = "1,2024-01-01,5\n"
      let text = "member,date,amount\n" + String(repeating: row, count: 200_000)
      let file = try TemporaryFile(text.utf8)
      let isChanged = Atomic(false)
      let (path, size) = (file.path, change(text.utf8.count))
      var options = PurchaseOptions()
      options.blockSize = 1 << 16
      let job = Job(hear: { _ in
        if !isChanged.exchange(true, ordering: .relaxed) { truncate(path, size) }
      })
      return try loadPurchases(from: .file(path), options: options, job: job).findings
    }

    @Test func `a file that shrinks while it is read is an error`() throws {
      let found = try #require(throws: Diagnostic.self) { try load { $0 / 2 } }
      #expect(found.message.text.hasSuffix("became shorter while it was read"))
      #expect(found.hint?.text == "load it again when nothing writes to it any more")
    }

    @Test func `of a file that grows every row is counted`() throws {
      let findings = try load { $0 + 100 }
      expectAllCounted(findings)
      #expect(findings.accepted == 200_000 && findings.rows <= 200_001)
    }

    /// A file system of 64 KB, as long as the value lives.
    private final class SmallDisk {
      let folder: TemporaryFolder

      init() throws {
        folder = try TemporaryFolder()
        try #require(run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.path]) == 0)
      }

      deinit { _ = run(["umount", folder.path]) }

      static let isPossible: Bool = getuid() == 0 && (try? SmallDisk()) != nil
    }

    @Test(.enabled(if: SmallDisk.isPossible, "Only root can mount a small disk."))
    func `a disk that fills up leaves nothing behind`() throws {
      let disk = try SmallDisk()
      let rows = String(repeating: "1,2024-02-30,5\n", count: 10_000)
      let file = try TemporaryFile("member,date,amount\n1,2024-01-01,5\n\(rows)".utf8)
      let found = try #require(throws: Diagnostic.self) {
        try HostileLoader.purchases.findings(of: .file(file.path), quarantine: .folder(disk.folder.path))
      }
      #expect(found.message.text.hasSuffix(".quarantine.csv: no space left on device"), "\(found.message)")
      #expect(found.hint?.text.contains("nothing was loaded") == true)
      #expect(run(["sh", "-c", "test -z \"$(ls -A '\(disk.folder.path)')\""]) == 0)
    }
  }
}
