/**
 * Values that were lately asked for, by name, up to so many bytes in all: what is asked for again stays, and the rest leaves, the
 * half that was asked for least lately at once. No more is kept however many different ones are asked for.
 */
export class KeptValues<Value> {
  readonly #mostBytes: number
  #young = new Map<string, Kept<Value>>()
  #old = new Map<string, Kept<Value>>()
  #youngBytes = 0
  #oldBytes = 0

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  /** What is kept, reckoned as it was given. */
  get bytes(): number {
    return this.#youngBytes + this.#oldBytes
  }

  get(name: string): Value | undefined {
    const young = this.#young.get(name)
    if (young) return young.value
    const old = this.#old.get(name)
    if (old) this.#add(name, old)
    return old?.value
  }

  /** Keeps a value that takes so many bytes; one that takes more than half of the room is not kept. */
  set(name: string, value: Value, bytes: number): void {
    this.#remove(name)
    if (bytes <= this.#mostBytes / 2) this.#add(name, { value, bytes })
  }

  #add(name: string, kept: Kept<Value>): void {
    this.#remove(name)
    if (this.#youngBytes + kept.bytes > this.#mostBytes / 2) {
      this.#old = this.#young
      this.#oldBytes = this.#youngBytes
      this.#young = new Map()
      this.#youngBytes = 0
    }
    this.#youngBytes += kept.bytes
    this.#young.set(name, kept)
  }

  #remove(name: string): void {
    this.#youngBytes -= this.#young.get(name)?.bytes ?? 0
    this.#oldBytes -= this.#old.get(name)?.bytes ?? 0
    this.#young.delete(name)
    this.#old.delete(name)
  }
}

interface Kept<Value> {
  readonly value: Value
  readonly bytes: number
}
