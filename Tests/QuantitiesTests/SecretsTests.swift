import Messages
import PlanLanguage
import Testing

/// Secrets of connection strings are never shown or kept.
@Suite struct SecretsTests {
  @Test(arguments: [
    (
      #"load purchases from odbc "DSN=a;UID=li;PWD=secret" { query = "x" }"#,
      #"load purchases from odbc "DSN=a;UID=li;PWD=******" { query = "x" }"#
    ),
    ("DSN=a;Password = s3;UID=b", "DSN=a;Password =***;UID=b"),
    ("pwd={a;b};DSN=c", "pwd=*****;DSN=c"),
    ("PWD={a}};b};DSN=c", "PWD=*******;DSN=c"),
    ("PWD=秘密", "PWD=**"),
    ("PWD={open", "PWD=*****"),
    ("PWD=", "PWD="),
    ("let x = 1", "let x = 1"),
    ("mypwd=1", "mypwd=1"),
  ])
  func `a password is blotted out, and nothing else`(text: String, shown: String) {
    #expect(withoutSecrets(text) == shown)
  }

  @Test(arguments: [
    "Token", "AccessToken", "Access_Token", "Secret", "ClientSecret", "ApiKey", "Key", "Passphrase", "MyPwd",
    "PASSWORD",
    "Secret Key", "秘Token",
  ])
  func `in a connection string every kind of secret is`(key: String) {
    #expect(
      withoutSecrets("from odbc \"DSN=a;\(key)=hush;UID=b\" { query = \"key = 1\" }")
        == "from odbc \"DSN=a;\(key)=****;UID=b\" { query = \"key = 1\" }")
    #expect(withoutSecrets("from odbc “\(key) = {hu}};h};UID=b”") == "from odbc “\(key) =*********;UID=b”")
    #expect(withoutSecrets("from odbc \"UID=b;\(key)=hush") == "from odbc \"UID=b;\(key)=****")
  }

  @Test(arguments: [
    "let key = 1", "let token = 12.5", "set secret = \"a;key=b\"", "load purchases from odbc \"DSN=a;KeyId=7;Keys=8\"",
    "let odbc = \"a\"\nlet key = 2", "assert spend = 3 # key=4", "load members from odbc \"DSN=a\" { member = key }",
  ])
  func `ordinary statements stay as they are`(text: String) {
    #expect(withoutSecrets(text) == text)
  }

  @Test func `a quote within a secret does not end it`() {
    #expect(withoutSecrets(#"odbc "Key=a\"b\\;UID=b" { x = "key=1" }"#) == #"odbc "Key=******;UID=b" { x = "key=1" }"#)
  }
}
