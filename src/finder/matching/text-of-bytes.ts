/** Bytes as the text they may be; what is none in UTF-8 is there as U+FFFD. */
export function decodedText(bytes: Uint8Array): string {
  return utf8.decode(bytes)
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** A PDF, a picture or a word processor's file: its bytes are not words. One place for all doors that take a file. */
export function isNoText(text: string): boolean {
  return (
    text.startsWith('%PDF') || text.includes('\0') || isOdd(text.slice(0, 4_000)) || isOdd(text)
  )
}

/** More than one sign in fifty is none that people write. */
function isOdd(text: string): boolean {
  const odd = text.match(/[^\P{Cc}\s]|\uFFFD/gu)?.length ?? 0
  return odd > text.length / 50
}
