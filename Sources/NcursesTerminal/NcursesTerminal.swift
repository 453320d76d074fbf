internal import CTerminal
internal import TerminalKit
