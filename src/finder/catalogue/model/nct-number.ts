/** The number of an NCT id: `NCT02390596` is 2390596. `NaN` for what is no such id. */
export function nctNumber(nctId: string): number {
  return Number(nctId.slice(3))
}

/** The NCT id of a number, in its eight digits. */
export function nctOf(number: number): string {
  return `NCT${String(number).padStart(8, '0')}`
}
