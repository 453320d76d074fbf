internal import CDisplayWidth

extension Unicode.Scalar {
  /// Whether a terminal may take it for an order, or it acts on what follows: C0 and C1 controls,
  /// bidirectional and other format controls, line separators.
  ///
  /// From the table that drawing goes by, so what is never drawn is never printed either.
  public var isControl: Bool {
    switch rj_scalar_class(UInt32(rj_class_of_scalar(value))) {
    case RJ_CONTROL, RJ_HIDDEN: true
    default: false
    }
  }
}
