/** Texts of more bytes than this are few; letters are shorter. */
const largeBytes = 64 * 1024
/** Of a door whose large ones hold some three megabytes each until they are answered. */
const usuallyLarge = 16
const mostSmall = 200

/** How many texts may be on their way in at once, so that what they take of the memory is bounded: large ones and small ones apart. */
export class WaitingRoom {
  readonly #mostLarge: number
  #large = 0
  #small = 0

  constructor(mostLarge = usuallyLarge) {
    this.#mostLarge = mostLarge
  }

  /** Lets in a text of so many bytes; the answer is called when it is done with. Undefined where there is no room. */
  enter(bytes: number): (() => void) | undefined {
    const isLarge = !(bytes <= largeBytes)
    if (isLarge ? this.#large >= this.#mostLarge : this.#small >= mostSmall) return undefined
    this.#count(isLarge, 1)
    return () => this.#count(isLarge, -1)
  }

  #count(isLarge: boolean, by: number): void {
    if (isLarge) this.#large += by
    else this.#small += by
  }
}
