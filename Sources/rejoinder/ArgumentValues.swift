public import ArgumentParser
public import RejoinderCore

extension ClaimKind: ExpressibleByArgument {}

/// The attacks that somebody can write; a question attacks nothing.
enum WrittenAttack: String, ExpressibleByArgument, CaseIterable {
  case rebuttal, undercut, undermining

  var attack: Attack {
    switch self {
    case .rebuttal: .rebuttal
    case .undercut: .undercut
    case .undermining: .undermining
    }
  }
}
