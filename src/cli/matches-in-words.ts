import type { FoundMatch, TextMatches } from '../finder/matching/match-text.ts'

/** What was read and the studies in order of fit, as lines for a terminal. */
export function matchesInWords({ read, matches }: TextMatches): string {
  const age = read?.age && `${read.age.value} ${read.age.unit}${read.age.value === 1 ? '' : 's'}`
  const about = [age ?? 'age not known', read?.sex?.toLowerCase() ?? 'sex not known']
  const has = read?.present.length ? `Has or had: ${read.present.join(', ')}` : undefined
  const head = [`Read: ${about.join(', ')}`, ...(has ? [has] : []), '']
  if (matches.length === 0) return `${[...head, 'No study was found.'].join('\n')}\n`
  const end = 'Only the study team decides who can join. --json gives every rule and its evidence.'
  return `${[...head, ...matches.flatMap(oneInWords), end].join('\n')}\n`
}

function oneInWords(match: FoundMatch, index: number): string[] {
  const count = (verdict: string) =>
    match.criteria.filter((criterion) => criterion.verdict === verdict).length
  const against = match.criteria
    .filter(({ verdict }) => verdict === 'not met')
    .map(({ text, evidence }) => `   against: ${short(text)}${because(evidence[0]?.text)}`)
  return [
    `${index + 1}. ${match.nctId}  ${printable(match.briefTitle)}`,
    `   ${match.overall}; ${match.overallStatus ?? 'status not known'}; ` +
      `${count('met')} met, ${count('not met')} not met, ${count('unknown')} unknown`,
    ...against.slice(0, 3),
    '',
  ]
}

function because(text: string | undefined): string {
  return text ? ` (because: "${short(text)}")` : ''
}

function short(text: string): string {
  const plain = printable(text)
  return plain.length > 140 ? `${plain.slice(0, 139)}…` : plain
}

/** A record or a note must not be able to steer the terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
}
