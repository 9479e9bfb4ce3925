import { freshnessOf, standingOf } from '../finder/registry/status.ts'
import type { Hit, NearestSite, Results, Why } from '../finder/catalogue/model/query.ts'
import type { ToldUnderstood } from '../finder/question/told-understood.ts'
import { withThousands } from './progress.ts'
import { terminalWords } from '../words/terminal.ts'

const { statuses, fields, distances, why: reasons } = terminalWords

/** What was found on a day (`yyyy-MM-dd`), for a person at a terminal. Names are the registry's own. */
export function resultsInWords(results: Results, today: string): string {
  const { total, page, pageSize, hits } = results
  const first = (page - 1) * pageSize + 1
  const range =
    hits.length > 0 ? ` (${withThousands(first)} to ${withThousands(first + hits.length - 1)})` : ''
  const head = [
    `${terminalWords.studies(withThousands(total), total === 1)}${range}`,
    ...notices(results),
  ]
  const blocks = [
    head.join('\n'),
    ...hits.map((hit) => hitInWords(hit, today)),
    ...excludedInWords(results),
  ]
  return `${blocks.map(clean).join('\n\n')}\n`
}

/** Everything that was done with the words on the seeker's behalf. */
function notices({ corrections, asWords, inEligibility, total, isIncomplete }: Results): string[] {
  return [
    ...(isIncomplete ? [terminalWords.incomplete] : []),
    ...corrections.map(({ from, to }) => terminalWords.corrected(from, to)),
    ...asWords.map(terminalWords.notAFormula),
    ...(inEligibility && total > 0 ? [terminalWords.onlyInRules] : []),
  ]
}

/** Studies that name an illness asked for only to leave it out, and what their records say. */
function excludedInWords({ excluded }: Results): string[] {
  if (!excluded) return []
  const lines = excluded.studies.map(({ nctId, briefTitle, said }) =>
    [`${nctId}  ${briefTitle}`, said && said !== briefTitle ? `“${said}”` : '']
      .filter(Boolean)
      .join('\n    '),
  )
  const head = terminalWords.excluded(withThousands(excluded.total), excluded.total === 1)
  return [[head, ...lines].join('\n  ')]
}

/** How a sentence was read: what every study has, what only orders them, and what was left aside. */
export function understoodInWords(
  { understood }: Results,
  { kept, choices, isEither, ranked, setAside }: ToldUnderstood,
): readonly string[] {
  const say = terminalWords.understood
  const chosen = [
    ...choices.map(({ words, term, others }) => say.choice(words, term, others)),
    ...(isEither ? [say.either] : []),
  ]
  if (
    !understood.isSentence &&
    ranked.length + setAside.length === 0 &&
    !kept.some(({ kind }) => kind === 'word')
  )
    return chosen.map(clean)
  const names = kept.map(({ kind, words, name }) => say.kept[kind](name ?? words))
  return [
    names.length > 0 ? say.every(names.join(', ')) : say.nothing,
    ...chosen,
    ...(ranked.length > 0 ? [say.ranked(ranked.join(', '))] : []),
    ...setAside.map(({ words, because }) => say.because[because](words)),
  ].map(clean)
}

function hitInWords(hit: Hit, today: string): string {
  const why = [...new Set(hit.why.map(whyInWords))].slice(0, 3)
  const lines = [
    [hit.nctId, statusInWords(hit, today), hit.phases.join(', ')].filter(Boolean).join('  '),
    hit.briefTitle,
    hit.conditions.slice(0, 5).join(', '),
    hit.nearestSite ? siteInWords(hit.nearestSite, hit.siteCount) : '',
    hit.joinableSite ? terminalWords.nearestToJoin(siteInWords(hit.joinableSite, 1)) : '',
    why.length > 0 ? `Why: ${why.join('; ')}` : '',
  ]
  return lines.filter(Boolean).join('\n  ')
}

/** What claims to be open and was not confirmed for two years is marked (rule `stale-status@1`). */
export function statusInWords(hit: Hit, today: string): string {
  const { overallStatus, statusVerifiedDate } = hit
  const words = statuses[overallStatus] ?? overallStatus
  const freshness = freshnessOf(hit, today)
  if (freshness === 'stale') return terminalWords.notConfirmedSince(words, statusVerifiedDate)
  return freshness === 'unchecked' ? terminalWords.notConfirmed(words) : words
}

/** A study's nearest site, how far it is where a place was given, and how many sites there are. */
export function siteInWords(site: NearestSite, sites: number): string {
  const { facility, city, country, km, exactness, status } = site
  const where = [facility, city, country].filter(Boolean).join(', ')
  const far = km === undefined ? '' : `, ${distances[exactness ?? 'plain'](km)}`
  const distance = site.isInArea ? `, ${terminalWords.inArea}` : far
  const standing = standingOf(status)
  const closed =
    km === undefined || standing === 'open' ? '' : `; ${terminalWords.siteNotOpen[standing]}`
  const others = sites > 1 ? `; ${terminalWords.sites(withThousands(sites))}` : ''
  return `${where}${distance}${closed}${others}`
}

function whyInWords(why: Why): string {
  switch (why.kind) {
    case 'field':
      return reasons.field(why.words, fields[why.field])
    case 'synonym':
      return reasons.synonym(why.words, why.term)
    case 'narrower':
      return reasons[why.isKind ? 'narrower' : 'listedUnder'](why.words, why.term, why.narrower)
    case 'drug':
      return reasons.drug(why.words, why.name, fields[why.field])
    case 'eligibility':
      return reasons.eligibility(why.words)
    case 'id':
      return reasons.id(why.words)
  }
}

/** A record's text cannot move the cursor or colour the terminal. */
function clean(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ')
}
