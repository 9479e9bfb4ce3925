/** The rows of a table in CSV (RFC 4180: quotes, commas and line ends within quotes), by the names of its first line. */
export function readCsv(text: string): Readonly<Record<string, string>>[] {
  const [names = [], ...rows] = linesOf(text)
  return rows
    .filter((row) => row.length > 1 || row[0] !== '')
    .map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])))
}

function linesOf(text: string): string[][] {
  const lines: string[][] = []
  let line: string[] = []
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g,
  )) {
    line.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    lines.push(line)
    line = []
  }
  return lines
}
