/// A piece of HTML within a text of another format.
enum HTMLFragment {
  static func append(_ bytes: some Sequence<UInt8>, to text: inout StructuredText) {
    let document = HTMLDocument(Array(bytes))
    guard !document.nodes.isEmpty else { return }
    HTMLWriting(document).write(0, to: &text)
  }
}
