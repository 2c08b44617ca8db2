import Intake
import MemberBook
public import PlanLanguage

// The choices that a load's block may make, as they are written there.

extension DateStyle: PhrasedChoice {}
extension WalkIns: PhrasedChoice {}
extension Duplicates: PhrasedChoice {}
