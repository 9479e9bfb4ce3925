import type { EligibilityModule } from '../../../finder/registry/study.ts'
import { ageSpanFits, isNoLimit } from '../../../finder/registry/ages.ts'
import { labelOf } from '../../../finder/places/label.ts'
import { placeboTold } from '../../../finder/vocabulary/placebo-told.ts'
import { testedTreatments, triedIn } from '../../../finder/vocabulary/tested-treatments.ts'
import { saidTreatment } from '../../../finder/vocabulary/treatment-names.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { ageRange } from '../../shell/parts/ages.ts'
import { dateText } from '../../shell/parts/dates.ts'
import { spokenDistance } from '../../shell/parts/distance.ts'
import { fill, listed, lookup, own, type Slot } from '../../shell/parts/phrases.ts'
import { statusTag } from '../../shell/parts/status-tag.ts'
import { connectHref } from '../../listing/parts/connect-link.ts'
import { contact } from '../../listing/parts/contacts.ts'
import { saidConditions } from '../../listing/parts/said-condition.ts'
import { sexText } from '../../listing/parts/sex-text.ts'
import type { Column, Row } from './column.ts'
import { siteAndTown } from '../../shell/parts/known-site.ts'

/** The lines of the comparison, in the order a family asks: is it open, how far, is it for us, what is done, whom to ask. */
export const rows: readonly Row[] = [
  { name: 'status', cell: status },
  { name: 'confirmed', cell: confirmed },
  { name: 'nearest', cell: nearest },
  { name: 'fits', cell: fits },
  { name: 'why', cell: why },
  { name: 'treatments', cell: treatments },
  { name: 'decides', cell: decides },
  { name: 'placebo', cell: placebo },
  { name: 'phase', cell: phase },
  { name: 'sponsor', cell: sponsor },
  { name: 'contact', cell: reached },
]

function status({ page, protocol, today }: Column): Markup {
  return statusTag(page, protocol.statusModule, today)
}

function confirmed({ page, protocol }: Column): Slot | undefined {
  const date = protocol.statusModule?.statusVerifiedDate
  return date === undefined ? undefined : dateText(page, date)
}

function nearest({ page, place, near: site }: Column): Slot | undefined {
  if (!place) return undefined
  if (!site) {
    if (place.area === undefined) return page.words.study.sites.none
    return fill(page.words.list.noneInArea, { area: labelOf(place, page.language) })
  }
  const name = own(page, siteAndTown(site.location))
  if (place.area !== undefined) return line`${name} (${page.words.search.hit.siteInArea})`
  if (site.km === undefined) return line`${name} (${page.words.study.sites.noPoint})`
  const said = spokenDistance(page, site.km)
  // How exact a distance to a town is stands once, under the map.
  const isRough = site.point?.exactness === 'region'
  return line`<b>${isRough ? page.words.common.distance.region(said) : said}</b> – ${name}`
}

/** Whether age and sex fit, with what the study takes; unsure where it limits one that was not said. */
function fits({ page, protocol, person }: Column): Slot | undefined {
  const module = protocol.eligibilityModule
  if (!module) return undefined
  const taken = line`${ageRange(page, module) ?? page.words.study.short.agesUnclear}, ${lowerFirst(sexText(page, module.sex))}`
  if (person.age === undefined && person.sex === undefined) return taken
  return line`<b>${page.words.list.verdicts[verdictOf(module, person)]}</b> (${taken})`
}

function verdictOf(
  module: EligibilityModule,
  { age, sex }: Column['person'],
): 'met' | 'not met' | 'unknown' {
  const isFree = isNoLimit(module.minimumAge) && isNoLimit(module.maximumAge)
  const ofAge = age ? ageSpanFits(module, age.span) : isFree ? 'met' : 'unknown'
  const takes = module.sex === 'FEMALE' || module.sex === 'MALE' ? module.sex : undefined
  const ofSex = !takes || takes === sex ? 'met' : sex ? 'not met' : 'unknown'
  if (ofAge === 'not met' || ofSex === 'not met') return 'not met'
  return ofAge === 'unknown' ? ofAge : ofSex
}

/** What was searched for and is in it; or else what it is about. */
function why({ page, protocol, why: reasons }: Column): Slot | undefined {
  if (reasons.length > 0) return reasons.join('; ')
  const about = protocol.conditionsModule?.conditions ?? []
  if (about.length === 0) return undefined
  return line`${page.words.list.about} ${listed(page, saidConditions(page, about), 3)}`
}

/** What is tried, by names that people know; what it is compared with is said in lines of its own. */
function treatments({ page, protocol }: Column): Slot | undefined {
  const all = triedIn(protocol.armsInterventionsModule)
  const { tested } = testedTreatments(protocol.identificationModule.briefTitle ?? '', all)
  const { kinds } = page.words.common.title
  const names = (tested.length > 0 ? tested : all).flatMap((one) => {
    const said = saidTreatment(one, page.language)
    return said.kind === 'names' ? said.names : (lookup(kinds, said.type) ?? [])
  })
  return names.length === 0 ? undefined : listed(page, [...new Set(names)], 4)
}

/** Who decides which group a person is in, as the record's allocation says, and how many groups there are. */
function decides({ page, protocol }: Column): Slot | undefined {
  const words = page.words.list.decides
  const allocation = protocol.designModule?.designInfo?.allocation
  const groups = protocol.armsInterventionsModule?.armGroups?.length ?? 0
  if (protocol.designModule?.studyType === 'OBSERVATIONAL') return words.observed
  if (groups === 1) return words.oneGroup
  const said = lookup(words.allocations, allocation)
  if (said === undefined) return groups > 1 ? words.groups(groups) : undefined
  return groups > 1 ? `${said}, ${words.groups(groups)}` : said
}

/** As the page of the study says it; where nothing is listed and no text names one, nothing is known. */
function placebo({ page, protocol }: Column): Slot | undefined {
  const { armGroups = [], interventions = [] } = protocol.armsInterventionsModule ?? {}
  const words = page.words.list.placebo
  const { kind } = placeboTold(protocol)
  if (kind === 'groups' || kind === 'given') return words.used
  if (kind === 'somewhere') return words.spokenOf
  return armGroups.length === 0 && interventions.length === 0 ? undefined : words.notNamed
}

function phase({ page, protocol }: Column): Slot | undefined {
  const phases = protocol.designModule?.phases ?? []
  if (phases.length === 0) return undefined
  return phases.map((one) => lookup(page.words.common.phases, one)?.label ?? one).join(', ')
}

function sponsor({ page, protocol }: Column): Slot | undefined {
  const name = protocol.sponsorCollaboratorsModule?.leadSponsor?.name
  return name ? own(page, name) : undefined
}

/** The study's own contact, or else one of the site to ask first. */
function reached(column: Column): Slot | undefined {
  const { page, protocol, near } = column
  const module = protocol.contactsLocationsModule
  const [person] = [
    ...(module?.centralContacts ?? []),
    ...(near?.location.contacts ?? []),
    ...(near ? [] : (module?.locations ?? []).flatMap(({ contacts }) => contacts ?? [])),
  ].filter(({ phone, email }) => phone !== undefined || email !== undefined)
  if (!person && !connectHref(column, near?.location)) return undefined
  return line`${person && contact({ page, words: page.words.study }, person)} ${writeLink(column)}`
}

/** The way to write to the site to ask first, or to choose one. */
function writeLink(column: Column): Slot {
  const { page, near, nctId } = column
  const href = connectHref(column, near?.location)
  if (href === undefined) return ''
  const text = near ? page.words.listing.answer.contact : page.words.connect.anySite
  return html`
    <p class="no-print">
      <a href="${href}">
        ${text}
        <span class="unseen">(${nctId})</span>
      </a>
    </p>
  `
}

function lowerFirst(text: Markup | string): Markup | string {
  return typeof text === 'string' ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
