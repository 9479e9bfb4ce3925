/** Words of a rule, and the joint that stands after them. */
export interface RowPiece {
  readonly words: string
  readonly joint: string
}

/**
 * A rule cut at its joints, but neither between brackets nor between numbers ("class 1, 2, or 3"); `joint` has one group, of the
 * whole joint.
 */
export function cutAtJoints(text: string, joint: RegExp): readonly RowPiece[] {
  const pieces: RowPiece[] = []
  let words = ''
  const parted = text.split(joint)
  parted.forEach((one, at) => {
    const isNumbers = endsInNumber.test(words) && beginsInNumber.test(parted[at + 1] ?? '')
    const isOpen =
      isNumbers || (words.match(/[([]/g)?.length ?? 0) > (words.match(/[)\]]/g)?.length ?? 0)
    if (at % 2 === 0 || isOpen) words += one
    else {
      pieces.push({ words, joint: one })
      words = ''
    }
  })
  return [...pieces, { words, joint: '' }]
}

const endsInNumber = /(?:^|[^\p{L}\d.])(?:\d|[IVX]{1,4})[abc]?$/u
const beginsInNumber = /^(?:\d|[IVX]{1,4})[abc]?(?![\p{L}\d.])/u

/** The words of some pieces with the joints between them. */
export function joinedPieces(pieces: readonly RowPiece[]): string {
  const last = pieces.length - 1
  return pieces
    .map(({ words, joint }, at) => (at < last ? words + joint : words))
    .join('')
    .trim()
}
