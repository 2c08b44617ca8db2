import CustomerModels
import MemberBook
import Testing

/// Fits by group.
@Suite struct CohortTests {
  @Test func `large groups stand alone, small ones share what is left`() throws {
    let members = try CDNOW.summaries()
    // Two large groups, three small ones, and a few members without any.
    let groups = (0..<members.count).map { (i: Int) -> Int32 in
      if i % 100 == 99 { return -1 }
      let digit = i % 10
      return digit < 4 ? 0 : digit < 8 ? 1 : Int32(2 + i / 10 % 3)
    }
    let fits = try CohortFits(.mbg, to: members, by: groups, fewest: 120)
    #expect(fits.cohorts.map(\.group) == [0, 1, 2, 3, 4])
    #expect(fits.cohorts.map(\.source) == [.own, .own, .rest, .rest, .rest])
    let alone = try ModelFit(.mbg, to: members.table { groups[$0] == 1 })
    #expect(fits.fit(of: 1).logLikelihood == alone.logLikelihood)
    let rest = try ModelFit(.mbg, to: members.table { groups[$0] >= 2 })
    #expect(fits.fit(of: 3).logLikelihood == rest.logLikelihood)
    #expect(fits.fit(of: 99).logLikelihood == fits.all.logLikelihood)
    #expect(fits.cohorts.reduce(0) { $0 + $1.members } == groups.count { $0 >= 0 })
  }

  @Test func `too few in all small groups together take the fit of everyone`() throws {
    let members = try CDNOW.summaries()
    let groups = (0..<members.count).map { (i: Int) -> Int32 in i < 30 ? Int32(1 + i % 2) : 0 }
    let fits = try CohortFits(.mbg, to: members, by: groups)
    #expect(fits.cohorts.map(\.source) == [.own, .all, .all])
    #expect(fits.rest == nil)
    #expect(fits.fit(of: 2).logLikelihood == fits.all.logLikelihood)
  }
}
