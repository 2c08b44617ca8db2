import Quantities
import Testing

/// Passwords of connection strings are never shown or kept.
@Suite struct SecretsTests {
  @Test(arguments: [
    (
      #"load purchases from odbc "DSN=a;UID=li;PWD=secret" { query = "x" }"#,
      #"load purchases from odbc "DSN=a;UID=li;PWD=******" { query = "x" }"#
    ),
    ("DSN=a;Password = s3;UID=b", "DSN=a;Password =***;UID=b"),
    ("pwd={a;b};DSN=c", "pwd=*****;DSN=c"),
    ("PWD=秘密", "PWD=**"),
    ("PWD={open", "PWD=*****"),
    ("PWD=", "PWD="),
    ("let x = 1", "let x = 1"),
    ("mypwd=1", "mypwd=1"),
  ])
  func `a password is blotted out, and nothing else`(text: String, shown: String) {
    #expect(withoutSecrets(text) == shown)
  }
}
