import { table } from '../bench/report-table.ts'
import { allFaults } from './all-faults.ts'
import type { Fault, Outcome } from './fault.ts'
import { limitsText, notProvokedText, promisesText } from './report-words.ts'
import type { Result, Results } from './results.ts'

/** The whole report as Markdown, from what the faults found. */
export function reportOf(results: Results): string {
  const sections = [
    head(results),
    promisesText,
    summary(results),
    ...allFaults.map((fault) => details(fault, results)),
    notProvokedText,
    limitsText,
  ]
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`
}

function head({ machine, postgres, faults }: Results): string {
  const days = [...new Set(Object.values(faults).map(({ day }) => day))].toSorted()
  const seeds = [...new Set(Object.values(faults).map(({ seed }) => seed))]
  return `# Reliability

Made by \`npm run faults\`; do not edit by hand. Run ${days.join(', ')} on ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB
of memory, ${machine.system}. Node ${machine.node}, SQLite ${machine.sqlite}${postgres ? `, ${postgres}` : ''}. Seed ${seeds.join(', ')}.

Every fault below was provoked on real parts: the real commands and functions, SQLite in a file, a real mail server in
a process of its own on loopback. What was acknowledged is written down outside of what is disturbed, and a checker
compares. A fault that did not strike is not counted. The faults were not all run in one go. Times are those of a busy
machine; the counts do not depend on it.`
}

function summary(results: Results): string {
  const rows = allFaults.flatMap((fault) => {
    const lines = [rowOf(fault, fault.title, results.faults[fault.id])]
    const onPostgres = results.faults[`${fault.id}/postgres`]
    if (onPostgres) lines.push(rowOf(fault, `… on PostgreSQL`, onPostgres))
    return lines
  })
  const heads = ['', 'fault', 'struck', 'lost', 'repeated', 'corrupt', 'verdict']
  return `## What happened\n\n${table(heads, rows)}`
}

function rowOf({ id }: Fault, title: string, result: Result | undefined): string[] {
  const { outcome } = result ?? {}
  if (!outcome) return [id, title, '', '', '', '', result ? 'could not be run' : 'not run']
  const { fired, lost, repeated, corrupt } = outcome
  return [id, title, count(fired), count(lost), count(repeated), count(corrupt), verdictOf(outcome)]
}

function count(value: number | undefined): string {
  return value === undefined ? '–' : value.toLocaleString('en')
}

function verdictOf({ failures }: Outcome): string {
  return failures.length === 0 ? 'as expected' : '**not as expected**'
}

function details(fault: Fault, { faults }: Results): string {
  const parts = [
    ['', faults[fault.id]],
    ['On PostgreSQL: ', faults[`${fault.id}/postgres`]],
  ] as const
  const lines = parts.flatMap(([prefix, result]) => (result ? linesOf(prefix, result) : []))
  return `### ${fault.id}: ${fault.title}

${fault.how}

*Expected:* ${fault.expected}

${lines.length > 0 ? lines.map((line) => `- ${line}`).join('\n') : '- Not run.'}`
}

function times(count: number, word = 'time'): string {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`
}

function linesOf(prefix: string, { outcome, error, seconds, load, runs }: Result): string[] {
  if (!outcome) return [`${prefix}could not be run: ${error?.split('\n')[0] ?? ''}`]
  const { tries, fired, recovery, notes, failures } = outcome
  return [
    `${prefix}struck ${times(fired)} in ${times(tries, 'round')}${runs === undefined ? '' : ` of ${runs} runs that add up`}, in ${seconds} s (load average at the end ${load}).`,
    ...notes.map((note) => `${prefix}${note}${note.endsWith('"') ? '' : '.'}`),
    ...(recovery === undefined ? [] : [`${prefix}recovery: ${recovery}.`]),
    ...failures.map((failure) => `${prefix}**not as expected:** ${failure}.`),
  ]
}
