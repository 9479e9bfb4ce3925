import { Capture } from './capture.ts'
import { Findings, type Found, type Splitter } from './split.ts'

const opening = Buffer.from('<clinical_study')
const closing = Buffer.from('</clinical_study>')

/** Studies from legacy XML: each `clinical_study` element, alone in its file or among others. */
export function splitXml(source: string): Splitter {
  return new XmlSplitter(source)
}

/** Finds records by their tags; what is outside them (declaration, document type, wrapper) is left. */
class XmlSplitter implements Splitter {
  readonly #findings: Findings
  readonly #capture = new Capture()
  #inside = false
  /** The last bytes of what came before: a tag may lie across two chunks. */
  #tail: Uint8Array = new Uint8Array(0)

  constructor(source: string) {
    this.#findings = new Findings(source, 'xml')
  }

  push(chunk: Uint8Array): Found[] {
    const bytes = this.#tail.length > 0 ? Buffer.concat([this.#tail, chunk]) : asBuffer(chunk)
    let at = 0
    let next = this.#step(bytes, at)
    while (next >= 0) {
      at = next
      next = this.#step(bytes, at)
    }
    this.#keepTail(bytes, at)
    return this.#findings.take()
  }

  end(): Found[] {
    if (this.#inside)
      this.#findings.fatal(
        this.#place(),
        'The source ends in the middle of a record: it is cut off.',
      )
    else if (this.#findings.count === 0)
      this.#findings.fatal('', 'No clinical_study is in this XML.')
    return this.#findings.takeLast()
  }

  /** Finds the next tag sought, and says where to go on; -1 if it is not in these bytes. */
  #step(bytes: Buffer, at: number): number {
    const found = bytes.indexOf(this.#inside ? closing : opening, at)
    if (found < 0) return -1
    if (!this.#inside) {
      this.#inside = true
      this.#capture.add(bytes, found, found + opening.length)
      return found + opening.length
    }
    this.#capture.add(bytes, at, found + closing.length)
    this.#findings.record(this.#capture.take(), this.#place())
    this.#inside = false
    return found + closing.length
  }

  #keepTail(bytes: Buffer, at: number): void {
    const sought = this.#inside ? closing : opening
    const from = Math.max(at, bytes.length - sought.length + 1)
    if (this.#inside) this.#capture.add(bytes, at, from)
    this.#tail = new Uint8Array(bytes.subarray(from))
  }

  #place(): string {
    return `[${this.#findings.count}]`
  }
}

function asBuffer(chunk: Uint8Array): Buffer {
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
}
