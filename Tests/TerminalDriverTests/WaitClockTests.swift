import Testing

@testable import TerminalDriver

@Suite struct WaitClockTests {
  @Test func oneTickASecondWhileSomethingIsWaitedFor() {
    var clock = WaitClock()
    #expect(clock.next == nil && clock.tick(at: 100) == nil)
    clock.follow(7, at: 100)
    #expect(clock.next == 101 && clock.tick(at: 100.9) == nil)
    #expect(clock.tick(at: 101) == 1)
    #expect(clock.tick(at: 101.5) == nil && clock.next == 102)
    // Late, as after a suspension: the seconds that have gone are not made up one by one.
    #expect(clock.tick(at: 105.2) == 5 && clock.next == 106)
    clock.follow(7, at: 105.3)
    #expect(clock.next == 106)
    clock.follow(8, at: 105.5)
    #expect(clock.next == 106.5)
    clock.follow(nil, at: 105.6)
    #expect(clock.next == nil && clock.tick(at: 200) == nil)
  }
}
