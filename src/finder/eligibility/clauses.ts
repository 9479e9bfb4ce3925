/** Where the clause begins that holds this place of a text: after the last full stop or semicolon. */
export function clauseStart(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 300), at)
  const cut = Math.max(
    before.lastIndexOf(';'),
    before.lastIndexOf('. '),
    before.lastIndexOf(': ') - 60,
  )
  return cut < 0 ? at - before.length : at - before.length + cut + 1
}
