import RejoinderCore
import Testing

@Suite struct LanguageGuessTests {
  @Test(arguments: [
    (
      "en",
      "The town pays for the lamps, and nobody on the council can say what they are for. We should switch them off, because light that is seen by no one is of no use to any of us."
    ),
    (
      "de",
      "Die Stadt bezahlt die Lampen, und niemand im Rat kann sagen, wozu das gut ist. Es ist nicht das Geld, es ist die Nacht."
    ),
    (
      "fr",
      "La ville paie les lampes et personne ne sait à quoi elles servent. Ce n'est pas une question d'argent, c'est la nuit qui est en jeu."
    ),
    (
      "es",
      "La ciudad paga las lámparas y nadie sabe para qué sirven. No es una cuestión de dinero, es la noche lo que está en juego."
    ),
    (
      "pt",
      "A cidade paga as lâmpadas e ninguém sabe para que servem. Não é uma questão de dinheiro, é a noite que está em jogo."
    ),
    (
      "it",
      "La città paga i lampioni e nessuno sa a che cosa servono. Non è una questione di soldi, è la notte che è in gioco."
    ),
    (
      "nl",
      "De stad betaalt de lampen en niemand weet waar het goed voor is. Het is niet het geld, het is de nacht die op het spel staat."
    ),
    (
      "pl",
      "Miasto płaci za lampy i nikt nie wie, do czego to jest. To nie jest sprawa pieniędzy, to noc jest w grze."
    ),
    ("ja", "町は街灯にお金を払っていますが、誰もその理由を知りません。"),
    ("zh", "城市为路灯付钱，却没有人知道它们的用处。问题不在于钱，而在于夜晚。"),
    ("el", "Η πόλη πληρώνει για τα φώτα και κανείς δεν ξέρει γιατί."),
  ])
  func tellsLanguagesApart(_ code: String, _ text: String) {
    #expect(LanguageGuess.of(Array(text.utf8)[...])?.code == code)
  }

  @Test(arguments: [
    "", "Lamps.", "3.4 2.2 1998 3.9 2.7", "https://example.org/a https://example.org/b",
    // Cyrillic is many languages'.
    "Город платит за фонари, и никто не знает зачем.",
  ])
  func saysNothingWhereItCannotTell(_ text: String) {
    #expect(LanguageGuess.of(Array(text.utf8)[...]) == nil)
  }

  @Test func brokenBytesAndCutCharactersDoNoHarm() {
    let bytes: [UInt8] = [0xFF, 0xC3] + Array(repeating: 0xE3, count: 40) + [0x80]
    #expect(LanguageGuess.of(bytes[...]) == nil)
    let long = Array(String(repeating: "夜は静かです。", count: 3_000).utf8)
    #expect(LanguageGuess.of(long[1...])?.code == "ja")
  }
}
