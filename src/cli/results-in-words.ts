import type { Hit, NearestSite, Results } from '../finder/catalogue/query.ts'
import { count } from './progress.ts'

/** What was found, for a person at a terminal. Names are the registry's own. */
export function resultsInWords(results: Results): string {
  const { total, page, pageSize, hits, corrections } = results
  const first = (page - 1) * pageSize + 1
  const range = hits.length > 0 ? ` (${count(first)} to ${count(first + hits.length - 1)})` : ''
  const corrected = corrections.map(({ from, to }) => `Searched "${to}" for "${from}".`)
  const head = [`${count(total)} ${total === 1 ? 'study' : 'studies'}${range}`, ...corrected]
  return `${[head.join('\n'), ...hits.map(hitInWords)].map(clean).join('\n\n')}\n`
}

function hitInWords(hit: Hit): string {
  const lines = [
    `${hit.nctId}  ${hit.overallStatus}${hit.phases.length > 0 ? `  ${hit.phases.join(', ')}` : ''}`,
    hit.briefTitle,
    hit.conditions.slice(0, 5).join(', '),
    hit.nearestSite ? siteInWords(hit.nearestSite, hit.siteCount) : '',
  ]
  return lines.filter(Boolean).join('\n  ')
}

function siteInWords({ facility, city, country, km }: NearestSite, siteCount: number): string {
  const where = [facility, city, country].filter(Boolean).join(', ')
  const distance = km === undefined ? '' : ` (${km < 10 ? km.toFixed(1) : Math.round(km)} km)`
  const others = siteCount > 1 ? `; ${count(siteCount)} sites` : ''
  return `${where}${distance}${others}`
}

/** A record's text cannot move the cursor or colour the terminal. */
function clean(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ')
}
