import { html as line } from 'hono/html'
import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import type { Markup } from '../../shell/markup.ts'
import { type Page, link } from '../../shell/page.ts'
import { statusTag } from '../../shell/parts/status-tag.ts'
import { ageRange } from '../../shell/parts/ages.ts'
import { countRules } from '../../listing/parts/checklist.ts'
import { countryOf } from '../../shell/parts/countries.ts'
import { datedFact } from '../../shell/parts/dates.ts'
import { isDoubtful } from '../../../finder/registry/status.ts'
import { spokenDistance } from '../../shell/parts/distance.ts'
import { labelOf } from '../../../finder/places/label.ts'
import { sitesInArea, sitesOf } from '../../listing/parts/sites-near.ts'
import { type Slot, fill, listed, lookup, own } from '../../shell/parts/phrases.ts'
import type { Place } from '../../../finder/places/place.ts'
import { sexText } from '../../listing/parts/sex-text.ts'
import { paths } from '../../shell/paths.ts'

/** What a cell is made from. */
export interface Column {
  readonly page: Page
  readonly stored: StoredStudy
  readonly today: string
  /** A town or a point to measure from, or an area to look in. */
  readonly place?: Place | undefined
}

type RowName = keyof Page['words']['study']['compare']['rows']

/** One line of the comparison: its name, and what it says of one study. */
export interface Row {
  readonly name: RowName
  readonly cell: (column: Column) => Slot
}

/** The lines of the comparison, in the order a family asks: is it open, is it for us, what is it, where. */
export const rows: readonly Row[] = [
  { name: 'status', cell: status },
  { name: 'ages', cell: ages },
  { name: 'sex', cell: ({ page, stored }) => sexText(page, eligibilityOf(stored)?.sex) },
  { name: 'nearest', cell: nearest },
  { name: 'sites', cell: sites },
  { name: 'treatments', cell: treatments },
  { name: 'phase', cell: phase },
  { name: 'outcome', cell: outcome },
  { name: 'duration', cell: duration },
  { name: 'rules', cell: rules },
  { name: 'enrolment', cell: enrolment },
  { name: 'start', cell: ({ page, stored }) => date(page, statusOf(stored)?.startDateStruct) },
  {
    name: 'completion',
    cell: ({ page, stored }) => date(page, statusOf(stored)?.completionDateStruct),
  },
  { name: 'sponsor', cell: sponsor },
]

function status({ page, stored, today }: Column): Markup {
  const module = statusOf(stored)
  const doubt = isDoubtful(module, today)
  const mark = line` <span class="stale-mark">${page.words.common.outOfDate.label}</span>`
  return line`${statusTag(page, module, today)}${doubt ? mark : ''}`
}

function ages({ page, stored }: Column): string {
  const module = eligibilityOf(stored)
  if (!module) return page.words.common.notGiven
  return ageRange(page, module) ?? page.words.study.short.agesUnclear
}

function nearest({ page, stored, place }: Column): Slot {
  if (!place) return '–'
  if (place.area !== undefined) return siteInArea(page, stored, place, place.area)
  const [first] = sitesOf(stored, place)
  if (!first) return page.words.study.sites.none
  if (first.km === undefined) return page.words.study.sites.noPoint
  const { facility, city } = first.location
  const far = page.words.common.distance[first.point?.exactness ?? 'town'](
    spokenDistance(page, first.km),
  )
  return line`${own(page, [facility, city].filter(Boolean).join(', '))} – ${far}`
}

function siteInArea(page: Page, stored: StoredStudy, place: Place, area: string): Slot {
  const [first] = sitesInArea(stored, area)
  const name = labelOf(place, page.language)
  if (!first) return fill(page.words.study.compare.noneInArea, { area: name })
  const { facility, city } = first.location
  return line`${own(page, [facility, city].filter(Boolean).join(', '))} – ${page.words.search.hit.siteInArea}`
}

function sites({ page, stored }: Column): Slot {
  const locations = stored.study.protocolSection.contactsLocationsModule?.locations ?? []
  if (locations.length === 0) return page.words.study.sites.none
  const countries = new Map(
    locations.flatMap(({ country }) => {
      const known = countryOf(page, country)
      return known ? [[known.key, known.name] as const] : []
    }),
  )
  return line`${page.words.common.sites(locations.length)}: ${listed(page, [...countries.values()], 4)}`
}

function treatments({ page, stored }: Column): Slot {
  const all = stored.study.protocolSection.armsInterventionsModule?.interventions ?? []
  if (all.length === 0) return page.words.common.notGiven
  return listed(
    page,
    all.map(({ name }) => own(page, name ?? '?')),
    5,
  )
}

function phase({ page, stored }: Column): Slot {
  const phases = stored.study.protocolSection.designModule?.phases ?? []
  if (phases.length === 0) return page.words.common.notGiven
  return phases.map((one) => lookup(page.words.common.phases, one)?.label ?? one).join(', ')
}

function outcome({ page, stored }: Column): Slot {
  const all = stored.study.protocolSection.outcomesModule?.primaryOutcomes ?? []
  if (all.length === 0) return page.words.common.notGiven
  return listed(
    page,
    all.map(({ measure }) => own(page, measure ?? '?')),
    2,
  )
}

function duration({ page, stored }: Column): Slot {
  const said = stored.study.protocolSection.designModule?.targetDuration
  return said ? own(page, said) : page.words.common.notGiven
}

function rules({ page, stored }: Column): Slot {
  const text = eligibilityOf(stored)?.eligibilityCriteria
  if (!text) return page.words.common.notGiven
  const counts = countRules(text)
  const words = page.words.study
  const { nctId } = stored.study.protocolSection.identificationModule
  const address = `${link(page, paths.study(nctId))}#eligibility`
  return line`${words.eligibility.rules(counts.inclusion)} ${words.compare.inclusion}, ${words.eligibility.rules(counts.exclusion)} ${words.compare.exclusion}. <a href="${address}" aria-label="${words.compare.seeRules}: ${nctId}">${words.compare.seeRules}</a>`
}

function enrolment({ page, stored }: Column): Slot {
  const { count, type } = stored.study.protocolSection.designModule?.enrollmentInfo ?? {}
  if (count === undefined) return page.words.common.notGiven
  const words = page.words.study.glance
  const kind = lookup({ ACTUAL: words.actual, ESTIMATED: words.estimated }, type)
  return kind ? `${count} (${kind})` : count
}

function date(page: Page, struct: Parameters<typeof datedFact>[1]): Slot {
  return datedFact(page, struct) ?? page.words.common.notGiven
}

function sponsor({ page, stored }: Column): Slot {
  const name = stored.study.protocolSection.sponsorCollaboratorsModule?.leadSponsor?.name
  return name ? own(page, name) : page.words.common.notGiven
}

function statusOf(stored: StoredStudy): StoredStudy['study']['protocolSection']['statusModule'] {
  return stored.study.protocolSection.statusModule
}

function eligibilityOf(
  stored: StoredStudy,
): StoredStudy['study']['protocolSection']['eligibilityModule'] {
  return stored.study.protocolSection.eligibilityModule
}
