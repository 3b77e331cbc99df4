import CTerminalShim
import CohortModel
import Glibc
import Tables
import TerminalCore

/// Waits for keys, signals and answers; changes the state; draws. It has the main thread to itself
/// and sleeps while nothing happens.
struct ExplorerLoop {
  private let service: any TableService
  private let exporter: any TableWriting
  private let mailbox = Mailbox()
  private let queue = WorkQueue(threads: 3)
  private let signals = bold_signals_block()
  private let options: ExplorerOptions

  /// How long a new request may keep the old frame, so that a quick answer costs one frame, not two.
  private static let patience = 0.03

  init(
    service: any TableService, exporter: any TableWriting, options: ExplorerOptions = .init()
  ) {
    self.service = service
    self.exporter = exporter
    self.options = options
  }

  /// What a round of the loop has found.
  private struct Round {
    var inputs: [Input] = []
    var endSignal: Int32?
    var hasResized = false
    var hasContinued = false
    var isToStop = false
  }

  func run(_ screen: consuming Screen, _ catalogue: Catalogue) -> Int32 {
    let (folder, memory) = StateFolder.open(options, catalogue)
    var (state, effects) = ExplorerState.start(
      catalogue, size: screen.size, today: .today, language: options.languageInForce,
      keys: options.keys, canCopy: options.canCopy, store: options.store, memory: memory)
    var copies: [Int: String] = [:]
    var keeping = SessionKeeping(folder: folder)
    var clock: TimeOfDay?
    if options.offersTour, let folder = options.stateFolder ?? StateFolder.standardPath,
      TourMarker.isFirstStart(in: folder)
    {
      state.offerTour()
    }
    screen.draw(render(state, screen.size, screen.style))
    for effect in effects { start(effect, keeping) }
    var drawAt: Double?
    var waiting = WaitClock()
    while true {
      var round = wait(until: [drawAt, keeping.due, waiting.next].compactMap(\.self).min())
      if let seconds = waiting.tick(at: ExplorerLoop.now()) {
        round.inputs.append(.waited(seconds: seconds))
      }
      if let number = round.endSignal {
        keeping.keepAtOnce(state)
        screen.close()
        return 128 + number
      }
      if round.hasResized || round.hasContinued {
        screen.measure()
        round.inputs.insert(.resize(screen.size), at: 0)
      }
      if !round.inputs.isEmpty {
        keeping.noteChange()
        let time = SessionKeeping.timeOfDay()
        if time != clock { round.inputs.insert(.time(time), at: 0) }
        clock = time
      }
      let wasWaiting = state.isWaiting
      for input in round.inputs {
        if case .copied(let id, let result) = input, let text = copies.removeValue(forKey: id),
          case .success = result
        {
          screen.copy(text)
        }
        (state, effects) = update(state, input)
        for effect in effects {
          switch effect {
          case .quit:
            screen.close()
            keeping.end(state)
            return 0
          case .repaint: screen.forget()
          case .suspend: round.isToStop = true
          case .copy(let id, _, let text):
            copies[id] = text + CopyTime.line()
            start(effect, keeping)
          case .fetch, .times, .compare, .cancel, .explain, .export, .changeViews, .record:
            start(effect, keeping)
          }
        }
      }
      if round.isToStop {
        screen.suspend()
        bold_signals_stop_here()
        screen.resume()
        state = update(state, .resize(screen.size)).0
      }
      let now = ExplorerLoop.now()
      waiting.follow(state.waitingFor, at: now)
      keeping.keep(state, now: now)
      // Woken for keeping alone: nothing is to be drawn.
      if round.inputs.isEmpty, !round.isToStop, drawAt.map({ $0 > now }) ?? true { continue }
      if state.isWaiting, !wasWaiting { drawAt = now + ExplorerLoop.patience }
      if !state.isWaiting { drawAt = nil }
      if let time = drawAt, time > now { continue }
      drawAt = nil
      screen.draw(render(state, screen.size, screen.style))
    }
  }

  /// Sleeps until something happens, or until `time`; then takes all that has come.
  private func wait(until time: Double?) -> Round {
    var round = Round()
    var places = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let milliseconds = time.map { Int32(max(0, ($0 - ExplorerLoop.now()) * 1000).rounded(.up)) }
    guard poll(&places, 3, milliseconds ?? -1) > 0 else { return round }
    takeSignals(&round)
    if places[2].revents != 0 { round.inputs += mailbox.takeAll() }
    let terminal = Int32(places[0].revents)
    if terminal & Int32(POLLIN) != 0 {
      let keys = KeyReader.readAll()
      // Readable and yet nothing to read: the terminal has been closed.
      if keys.isEmpty, terminal & Int32(POLLHUP | POLLERR | POLLNVAL) != 0 {
        round.endSignal = SIGHUP
      }
      round.inputs += keys
    } else if terminal & Int32(POLLHUP | POLLERR | POLLNVAL) != 0 {
      round.endSignal = SIGHUP
    }
    return round
  }

  private func takeSignals(_ round: inout Round) {
    while true {
      let number = bold_signals_next(signals)
      switch number {
      case 0: return
      case SIGWINCH: round.hasResized = true
      case SIGCONT: round.hasContinued = true
      case SIGTSTP: round.isToStop = true
      default: round.endSignal = number
      }
    }
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Starts work whose answer comes by the mailbox.
  private func start(_ effect: Effect, _ keeping: SessionKeeping) {
    let work = EffectWork(service: service, exporter: exporter)
    let mailbox = mailbox
    switch effect {
    case .fetch(let id, _, let isUrgent):
      queue.add(id, isUrgent: isUrgent) { work.answer(to: effect).map(mailbox.put) }
    case .times(let id, _):
      queue.add(id, isUrgent: false) { work.answer(to: effect).map(mailbox.put) }
    case .compare(let id, _), .explain(let id, _, _), .export(let id, _, _, _),
      .copy(let id, _, _):
      queue.add(id, isUrgent: true) { work.answer(to: effect).map(mailbox.put) }
    case .cancel(let id): queue.cancel(id)
    case .changeViews(let id, let change): keeping.change(id, change, mailbox)
    case .record(let lines):
      mailbox.put(.recorded(lines, problem: StateFolder.append(lines)))
    case .repaint, .suspend, .quit: break
    }
  }
}
