/** A part of a record without some of its members, by their names; the others stay in their order. */
export function withoutMembers<T extends object>(whole: T, ...names: readonly string[]): T {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name))) as T
}
