import { stringify } from 'csv-stringify/sync'
import type { Hit, Results } from '../../../finder/catalogue/model/query.ts'
import type { ToldPlace } from '../../../finder/question/told-place.ts'
import { linkIn, type Page } from '../../shell/page.ts'
import { countryText, spokenSite } from '../../shell/parts/hit.ts'
import { attribution } from '../../shell/parts/page-footer.ts'
import { statusLabel } from '../../shell/parts/status-tag.ts'
import { ageRange } from '../../shell/parts/ages.ts'
import { filterValueLabel } from './filter-labels.ts'
import { paths } from '../../shell/paths.ts'

/**
 * The results as a spreadsheet: a line of headings, a line for each study, and last a line that says from
 * where distances are measured and whose data it is. Cells that a spreadsheet would run as a formula are written as text.
 */
export function listCsv(page: Page, results: Results, place: ToldPlace | null): string {
  const rows = results.hits.map((study) => rowOf(page, study))
  const headings = Object.values(page.words.search.csv)
  const notices = page.words.search.notices
  const isArea = place?.kind === 'region' || place?.kind === 'country'
  const from = place?.name && notices[isArea ? 'inArea' : 'measuredFrom'](place.name)
  const source = [from, attribution(page), page.words.common.notTheRegistry]
    .filter(Boolean)
    .join(' ')
  return stringify([headings, ...rows, [source, ...headings.slice(1).map(() => '')]], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
}

/** In the order of `words.search.csv`. */
function rowOf(page: Page, study: Hit): readonly (string | number)[] {
  const site = study.nearestSite
  return [
    study.nctId,
    study.briefTitle,
    study.overallStatus,
    statusLabel(page, study.overallStatus),
    study.statusVerifiedDate ?? '',
    study.conditions.join('; '),
    study.interventions.join('; '),
    study.phases.join('; '),
    study.studyType ? filterValueLabel(page, 'type', study.studyType) : '',
    ageRange(page, study) ?? '',
    study.sex ?? '',
    study.leadSponsor ?? '',
    study.siteCount,
    site?.facility ?? '',
    site?.city ?? '',
    countryText(page, site?.country) ?? '',
    site?.km === undefined ? '' : Math.round(site.km * 10) / 10,
    site?.km === undefined ? '' : (site.status ?? ''),
    study.joinableSite ? spokenSite(page, study.joinableSite) : '',
    study.lastUpdatePostDate ?? '',
    page.baseUrl + linkIn(page.language, paths.study(study.nctId)),
  ]
}
