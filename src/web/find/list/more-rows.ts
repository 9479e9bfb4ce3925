import { line } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { carriedTo } from '../../shell/parts/carried.ts'
import { countRules } from '../../listing/parts/checklist.ts'
import { countryOf } from '../../shell/parts/countries.ts'
import { datedFact } from '../../shell/parts/dates.ts'
import { listed, lookup, own, type Slot } from '../../shell/parts/phrases.ts'
import { paths } from '../../shell/paths.ts'
import type { Column, Row } from './column.ts'

/** What is folded under the table: for who compares closely. */
export const moreRows: readonly Row[] = [
  { name: 'sites', cell: sites },
  { name: 'duration', cell: duration },
  { name: 'outcome', cell: outcome },
  { name: 'rules', cell: rules },
  { name: 'enrolment', cell: enrolment },
  {
    name: 'start',
    cell: ({ page, protocol }) => date(page, protocol.statusModule?.startDateStruct),
  },
  {
    name: 'completion',
    cell: ({ page, protocol }) => date(page, protocol.statusModule?.completionDateStruct),
  },
]

function sites({ page, protocol }: Column): Slot | undefined {
  const locations = protocol.contactsLocationsModule?.locations ?? []
  if (locations.length === 0) return undefined
  const countries = new Map(
    locations.flatMap(({ country }) => {
      const known = countryOf(page, country)
      return known ? [[known.key, known.name] as const] : []
    }),
  )
  return line`${page.words.common.sites(locations.length)}${page.words.common.colon} ${listed(page, [...countries.values()], 4)}`
}

function outcome({ page, protocol }: Column): Slot | undefined {
  const all = protocol.outcomesModule?.primaryOutcomes ?? []
  if (all.length === 0) return undefined
  return listed(
    page,
    all.map(({ measure }) => own(page, measure ?? '?')),
    2,
  )
}

function duration({ page, protocol }: Column): Slot | undefined {
  const said = protocol.designModule?.targetDuration
  return said ? own(page, said) : undefined
}

function rules({ page, protocol, carried }: Column): Slot | undefined {
  const text = protocol.eligibilityModule?.eligibilityCriteria
  if (!text) return undefined
  const counts = countRules(text)
  const words = page.words.study
  const { nctId } = protocol.identificationModule
  const address = `${carriedTo(page, paths.study(nctId), carried)}#eligibility`
  return line`${words.eligibility.rules(counts.inclusion)} ${page.words.list.inclusion}, ${words.eligibility.rules(counts.exclusion)} ${page.words.list.exclusion}. <a href="${address}" aria-label="${page.words.list.seeRules}${page.words.common.colon} ${nctId}">${page.words.list.seeRules}</a>`
}

function enrolment({ page, protocol }: Column): Slot | undefined {
  const { count, type } = protocol.designModule?.enrollmentInfo ?? {}
  if (count === undefined) return undefined
  const words = page.words.study.glance
  const kind = lookup({ ACTUAL: words.actual, ESTIMATED: words.estimated }, type)
  return kind ? `${count} (${kind})` : count
}

function date(page: Page, struct: Parameters<typeof datedFact>[1]): Slot | undefined {
  return datedFact(page, struct)
}
