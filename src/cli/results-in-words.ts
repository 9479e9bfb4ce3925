import { freshnessOf } from '../finder/registry/status.ts'
import type { Hit, NearestSite, Results, Why } from '../finder/catalogue/model/query.ts'
import { withThousands } from './progress.ts'
import { distances, fields, statuses } from '../words/terminal.ts'

/** What was found on a day (`yyyy-MM-dd`), for a person at a terminal. Names are the registry's own. */
export function resultsInWords(results: Results, today: string): string {
  const { total, page, pageSize, hits } = results
  const first = (page - 1) * pageSize + 1
  const range =
    hits.length > 0 ? ` (${withThousands(first)} to ${withThousands(first + hits.length - 1)})` : ''
  const head = [
    `${withThousands(total)} ${total === 1 ? 'study' : 'studies'}${range}`,
    ...notices(results),
  ]
  const blocks = [head.join('\n'), ...hits.map((hit) => hitInWords(hit, today))]
  return `${blocks.map(clean).join('\n\n')}\n`
}

/** Everything that was done with the words on the seeker's behalf. */
function notices({ corrections, asWords, inEligibility, total }: Results): string[] {
  return [
    ...corrections.map(
      ({ from, to }) => `Searched "${to}" for "${from}" (--exact searches what was typed).`,
    ),
    ...asWords.map(
      (field) =>
        `The signs in ${field === 'q' ? 'the words' : `--${field}`} could not be read as a formula: searched as plain words.`,
    ),
    ...(inEligibility && total > 0
      ? [
          'No study that fits names these words in its title or summary. These name them in the rules for joining or in the long description.',
        ]
      : []),
  ]
}

function hitInWords(hit: Hit, today: string): string {
  const reasons = [...new Set(hit.why.map(whyInWords))].slice(0, 3)
  const lines = [
    [hit.nctId, statusInWords(hit, today), hit.phases.join(', ')].filter(Boolean).join('  '),
    hit.briefTitle,
    hit.conditions.slice(0, 5).join(', '),
    hit.nearestSite ? siteInWords(hit.nearestSite, hit.siteCount) : '',
    reasons.length > 0 ? `Why: ${reasons.join('; ')}` : '',
  ]
  return lines.filter(Boolean).join('\n  ')
}

/** What claims to be open and was not confirmed for two years is marked (rule `stale-status@1`). */
function statusInWords(hit: Hit, today: string): string {
  const { overallStatus, statusVerifiedDate } = hit
  const words = statuses[overallStatus] ?? overallStatus
  const freshness = freshnessOf(hit, today)
  if (freshness === 'stale') return `${words} (not confirmed since ${statusVerifiedDate})`
  return freshness === 'unchecked' ? `${words} (not confirmed by a date)` : words
}

function siteInWords({ facility, city, country, km, exactness, open }: NearestSite, sites: number) {
  const where = [facility, city, country].filter(Boolean).join(', ')
  const distance = km === undefined ? '' : `, ${distances[exactness ?? 'plain'](roundKm(km))}`
  const closed = km !== undefined && !open ? '; it takes no new people at present' : ''
  const others = sites > 1 ? `; ${withThousands(sites)} sites` : ''
  return `${where}${distance}${closed}${others}`
}

function roundKm(km: number): string {
  return withThousands(km < 1 ? 1 : km < 100 ? Math.round(km) : Math.round(km / 10) * 10)
}

function whyInWords(why: Why): string {
  switch (why.kind) {
    case 'field':
      return `"${why.words}" is in ${fields[why.field]}`
    case 'synonym':
      return `"${why.words}" is another name for ${why.term}`
    case 'narrower':
      return `${why.narrower} is a kind of ${why.term}, asked for as "${why.words}"`
    case 'eligibility':
      return `"${why.words}" is in the rules for joining or the long description`
    case 'id':
      return `${why.words} is one of its registry numbers`
  }
}

/** A record's text cannot move the cursor or colour the terminal. */
function clean(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ')
}
