/** Words of a rule, and the joint that stands after them. */
export interface RowPiece {
  readonly words: string
  readonly joint: string
}

/** A rule cut at its joints, but not between brackets; `joint` has one group, of the whole joint. */
export function cutAtJoints(text: string, joint: RegExp): readonly RowPiece[] {
  const pieces: RowPiece[] = []
  let words = ''
  text.split(joint).forEach((one, at) => {
    const isOpen = (words.match(/[([]/g)?.length ?? 0) > (words.match(/[)\]]/g)?.length ?? 0)
    if (at % 2 === 0 || isOpen) words += one
    else {
      pieces.push({ words, joint: one })
      words = ''
    }
  })
  return [...pieces, { words, joint: '' }]
}

/** The words of some pieces with the joints between them. */
export function joinedPieces(pieces: readonly RowPiece[]): string {
  const last = pieces.length - 1
  return pieces
    .map(({ words, joint }, at) => (at < last ? words + joint : words))
    .join('')
    .trim()
}
