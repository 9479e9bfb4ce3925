import { inflateSync } from 'node:zlib'

/**
 * The text on each page of a PDF as Chromium writes it, in the order it is drawn and without spaces: how wide a space is
 * stands nowhere in the text. Throws Error when a stream cannot be inflated.
 */
export function pdfPages(pdf: Buffer): readonly string[] {
  const objects = objectsOf(pdf)
  const letters = new Map<string, ReadonlyMap<string, string>>()
  const lettersOf = (font: string): ReadonlyMap<string, string> => {
    const known = letters.get(font)
    if (known) return known
    const found = readLetters(objects.get(refersTo(objects.get(font)?.head, 'ToUnicode'))?.text)
    letters.set(font, found)
    return found
  }
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b/.test(head))
    .map(({ head }) =>
      drawnText(objects.get(refersTo(head, 'Contents'))?.text, (name) =>
        lettersOf(refersTo(head, name)),
      ),
    )
}

interface PdfObject {
  readonly head: string
  readonly text: string
}

function objectsOf(pdf: Buffer): ReadonlyMap<string, PdfObject> {
  const whole = pdf.toString('latin1')
  const objects = new Map<string, PdfObject>()
  const pattern = /(\d+) 0 obj\n([\s\S]*?)(\sstream\r?\n|\nendobj)/g
  for (let found = pattern.exec(whole); found; found = pattern.exec(whole)) {
    const [, id = '', head = '', end = ''] = found
    const length = end.includes('stream') ? Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0) : 0
    const bytes = pdf.subarray(pattern.lastIndex, pattern.lastIndex + length)
    pattern.lastIndex += length
    // Pictures and the fonts themselves have no text.
    const isText = length > 0 && !/\/(?:Subtype|Length1) ?/.test(head)
    const plain = isText && head.includes('FlateDecode') ? inflateSync(bytes) : bytes
    objects.set(id, { head, text: isText ? plain.toString('latin1') : '' })
  }
  return objects
}

function refersTo(head = '', name: string): string {
  return new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1] ?? ''
}

/** A font's table from the codes of its signs to the letters they are. */
function readLetters(table = ''): ReadonlyMap<string, string> {
  const letters = new Map<string, string>()
  const blocks = table.matchAll(/beginbf(char|range)\s([\s\S]*?)endbf/g)
  for (const [, kind, block = ''] of blocks) {
    const codes = Array.from(block.matchAll(/<([\dA-Fa-f]+)>/g), ([, code = '']) => code)
    const step = kind === 'char' ? 2 : 3
    for (let at = 0; at < codes.length; at += step) {
      const from = Number.parseInt(codes[at] ?? '', 16)
      const until = Number.parseInt(codes[at + step - 2] ?? '', 16)
      const first = codes[at + step - 1] ?? ''
      for (let code = from; code <= until; code++)
        letters.set(hexOf(code), letterOf(first, code - from))
    }
  }
  return letters
}

function hexOf(code: number): string {
  return code.toString(16).padStart(4, '0')
}

function letterOf(utf16: string, further: number): string {
  const units = Array.from(utf16.matchAll(/.{4}/g), ([unit]) => Number.parseInt(unit, 16))
  const last = units.length - 1
  return String.fromCharCode(...units.map((unit, at) => (at === last ? unit + further : unit)))
}

function drawnText(content = '', lettersOf: (font: string) => ReadonlyMap<string, string>): string {
  let letters: ReadonlyMap<string, string> = new Map()
  let text = ''
  for (const [, font, codes = ''] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([\dA-Fa-f]+)>/g)) {
    if (font !== undefined) letters = lettersOf(font)
    for (const [code] of codes.toLowerCase().matchAll(/.{4}/g)) text += letters.get(code) ?? ''
  }
  return text.replaceAll(/\s+/g, '')
}
