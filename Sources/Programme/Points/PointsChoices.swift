public import PlanLanguage

/// What becomes of points that a return should take back and that are not there any more.
public enum DebtRule: String, PhrasedChoice {
  case waive, carry
}

/// `yes` or `no`.
public enum YesNo: String, PhrasedChoice {
  case yes, no
}
