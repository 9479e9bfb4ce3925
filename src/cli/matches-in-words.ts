import type { Hit } from '../finder/catalogue/model/query.ts'
import type { FoundMatch, TextMatches } from '../finder/matching/match-text.ts'
import { printable } from './columns.ts'
import { siteInWords, statusInWords } from './results-in-words.ts'
import { terminalWords } from '../words/terminal.ts'

const words = terminalWords.match

/** The studies as a search lists them, by NCT id, and the day it is (`yyyy-MM-dd`). */
export interface ListedStudies {
  readonly hits: ReadonlyMap<string, Hit>
  readonly today: string
}

/** What was read and the studies in order of fit, as lines for a terminal. */
export function matchesInWords({ read, matches }: TextMatches, listed: ListedStudies): string {
  const age = read?.age && `${read.age.value} ${read.age.unit}${read.age.value === 1 ? '' : 's'}`
  const about = [age ?? words.ageUnknown, read?.sex?.toLowerCase() ?? words.sexUnknown]
  const has = read?.present.length ? words.has(read.present.join(', ')) : undefined
  const isOther = read?.language === 'other' ? [words.otherLanguage] : []
  const unread = read?.sentences.length ? [words.notUnderstood(read.sentences.length)] : []
  const head = [...isOther, words.read(about.join(', ')), ...(has ? [has] : []), ...unread, '']
  if (matches.length === 0) return `${[...head, words.none].join('\n')}\n`
  return `${[...head, ...matches.flatMap((match, index) => oneInWords(match, index, listed)), words.end].join('\n')}\n`
}

function oneInWords(match: FoundMatch, index: number, { hits, today }: ListedStudies): string[] {
  const hit = hits.get(match.nctId)
  const status = hit ? statusInWords(hit, today) : match.overallStatus
  const count = (verdict: string) =>
    match.criteria.filter(
      (criterion) => criterion.verdict === verdict && criterion.reason !== 'presumed clear',
    ).length
  const presumed = match.criteria.filter(({ reason }) => reason === 'presumed clear').length
  const against = match.criteria
    .filter(({ verdict }) => verdict === 'not met')
    .map(
      ({ text, evidence }) =>
        `   ${words.against(short(text), evidence[0] && short(evidence[0].text))}`,
    )
  return [
    `${index + 1}. ${match.nctId}  ${printable(match.briefTitle)}`,
    `   ${match.overall}; ${status ?? words.statusUnknown}; ` +
      words.counts(count('met'), presumed, count('not met'), count('unknown')),
    ...(hit?.nearestSite ? [`   ${printable(siteInWords(hit.nearestSite, hit.siteCount))}`] : []),
    ...(hit?.joinableSite
      ? [`   ${printable(terminalWords.nearestToJoin(siteInWords(hit.joinableSite, 1)))}`]
      : []),
    ...against.slice(0, 3),
    '',
  ]
}

function short(text: string): string {
  const plain = printable(text)
  return plain.length > 140 ? `${plain.slice(0, 139)}…` : plain
}
