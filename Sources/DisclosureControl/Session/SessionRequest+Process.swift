import CohortModel
import Glibc

extension SessionRequest {
  /// The session of whoever has a user id. In process that is the real user id, whatever the
  /// environment says; a service passes the id that the socket gives for its peer (`SO_PEERCRED`).
  ///
  /// - Parameters:
  ///   - uid: a user id of this system.
  ///   - user: the user of the register that the person says to be; the one with the login where nil.
  ///   - project: the project's id; the only one that the user is on where nil.
  public init(uid: UInt32, user: String? = nil, project: String? = nil) {
    self.init(login: SessionRequest.login(of: uid), user: user, project: project)
  }

  /// The session of whoever runs this process.
  public static func ofThisProcess(user: String? = nil, project: String? = nil) -> SessionRequest {
    SessionRequest(uid: getuid(), user: user, project: project)
  }

  private static func login(of uid: UInt32) -> String? {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    // An entry with a long comment may need more than the usual kilobyte.
    for size in [1 << 12, 1 << 16, 1 << 20] {
      let login = withUnsafeTemporaryAllocation(of: CChar.self, capacity: size) {
        buffer -> (result: Int32, name: String?) in
        guard let start = buffer.baseAddress else { return (ENOMEM, nil) }
        let result = getpwuid_r(uid, &entry, start, size, &found)
        guard result == 0, let found, let name = found.pointee.pw_name else { return (result, nil) }
        return (0, String(cString: name))
      }
      if login.result != ERANGE { return login.name }
    }
    return nil
  }
}
