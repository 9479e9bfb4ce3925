/** What is wrong with a name that `readName` did not take. */
export function nameProblem(
  words: { readonly noName: string; readonly longName: string },
  typed: string,
): string {
  return typed.trim() === '' ? words.noName : words.longName
}
