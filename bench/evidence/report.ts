import { type Row, type RowState, type Section, stateOf } from './evidence.ts'

/** How many rows are equal, differ, and did not run. */
export function countStates(sections: readonly Section[]): Readonly<Record<RowState, number>> {
  const counts = { equal: 0, differs: 0, 'not run': 0 }
  for (const row of sections.flatMap(({ rows }) => rows)) counts[stateOf(row)]++
  return counts
}

/** The page of evidence. */
export function evidencePage(sections: readonly Section[]): string {
  const { equal, differs } = countStates(sections)
  const parts = sections.map(({ title, note, rows }) =>
    [
      `## ${title}`,
      ...(note === undefined ? [] : [note]),
      [
        '| check | published | found | | source |',
        '|---|---|---|---|---|',
        ...rows.map(tableRow),
      ].join('\n'),
    ].join('\n\n'),
  )
  return `# Evidence

Written by \`npm run evidence -- --data FOLDER\`. Do not edit: run it again. Each value that is published, or was worked out
by other means, stands beside what this code finds: *equal* to the digits printed, or *differs*. A row whose data may not
ship with us is *not run* without \`--data\`. Now: ${equal} equal, ${differs} different.

${parts.join('\n\n')}
`
}

/** The same for a terminal, a line a check. */
export function evidenceLines(sections: readonly Section[]): string {
  const lines = sections.flatMap(({ title, rows }) => [
    '',
    title,
    ...rows.map((row) => {
      const found = row.found === undefined || row.found === row.published ? '' : `  ${row.found}`
      return `  ${stateOf(row).padEnd(8)} ${row.what}: ${row.published}${found}`
    }),
  ])
  const { equal, differs, 'not run': left } = countStates(sections)
  return [...lines.slice(1), '', `${equal} equal, ${differs} different, ${left} not run`].join('\n')
}

function tableRow(row: Row): string {
  const cells = [row.what, row.published, row.found ?? '', stateOf(row), row.source]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
}
