/** A row without some of its columns, for what is given out. */
export function withoutColumns(row: object, ...columns: readonly string[]): object {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !columns.includes(name)))
}
