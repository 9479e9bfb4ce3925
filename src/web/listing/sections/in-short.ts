import { isSlip } from '../../../finder/vocabulary/record-slips.ts'
import { testedTreatments, triedIn } from '../../../finder/vocabulary/tested-treatments.ts'
import { saidTreatment } from '../../../finder/vocabulary/treatment-names.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { saidNumber } from '../../../words/said-number.ts'
import { fill, listed, lookup, own } from '../../shell/parts/phrases.ts'
import { saidConditions } from '../parts/said-condition.ts'
import { isAlive, type StudyPageView } from '../parts/page-view.ts'

/**
 * Rule `in-short@2`: a few sentences for a parent, built from the record's structured fields alone.
 * What the record does not say is left out or said to be missing; nothing is concluded from free text.
 */
export function inShort(view: StudyPageView): Markup {
  const words = view.page.words.listing.short
  return html`
    <section class="flow" aria-labelledby="in-short">
      <h2 id="in-short">${words.heading}</h2>
      <p>${kind(view)} ${illness(view)} ${tested(view)} ${phase(view)}</p>
      <p>${people(view)} ${chance(view)} ${runBy(view)}</p>
      <p class="small soft">${words.made}</p>
    </section>
  `
}

function kind({ words, protocol }: StudyPageView): Markup {
  const design = protocol.designModule
  const type = design?.studyType
  const purpose = type === 'INTERVENTIONAL' ? design?.designInfo?.primaryPurpose : undefined
  const { OTHER: other = '', ...kinds } = words.short.kind
  return line`${lookup(kinds, purpose) ?? lookup(kinds, type) ?? other}`
}

function illness({ page, protocol }: StudyPageView): Markup | string {
  const conditions = protocol.conditionsModule?.conditions ?? []
  const names = saidConditions(page, conditions)
  return names.length === 0
    ? ''
    : fill(page.words.listing.short.illness, { names: listed(page, names, 3) })
}

function tested({ page, protocol }: StudyPageView): Markup | string {
  const all = triedIn(protocol.armsInterventionsModule)
  if (protocol.designModule?.studyType === 'OBSERVATIONAL') return ''
  const title = protocol.identificationModule.briefTitle ?? ''
  const names = testedTreatments(title, all).tested.flatMap((one) => {
    const { name, ...unnamed } = one
    const said = saidTreatment(isSlip(name ?? '', title) ? unnamed : one, page.language)
    return said.kind === 'names'
      ? said.names
      : [lookup(page.words.common.title.kinds, said.type) ?? '']
  })
  const each = [...new Set(names)]
    .filter((name) => name !== '')
    .map((name) => line`<bdi>${name}</bdi>`)
  return each.length === 0
    ? ''
    : fill(page.words.listing.short.tested, { names: listed(page, each, 4) })
}

function phase({ words, protocol }: StudyPageView): string {
  return lookup(words.short.phase, protocol.designModule?.phases?.join('+')) ?? ''
}

function people(view: StudyPageView): string {
  const { count, type } = view.protocol.designModule?.enrollmentInfo ?? {}
  if (count === undefined || count === 0) return ''
  const words = view.page.words.listing.short
  const number = saidNumber(view.page.language, count)
  if (type === 'ACTUAL') return words.people(number)
  return isAlive(view) ? words.peoplePlanned(number) : words.peopleWerePlanned(number)
}

function chance({ words, protocol }: StudyPageView): string {
  const info = protocol.designModule?.designInfo
  const said = [
    lookup(words.allocation, info?.allocation),
    lookup(words.masking, info?.maskingInfo?.masking),
  ]
  return said
    .filter((each) => each !== undefined)
    .map((each) => `${each}.`)
    .join(' ')
}

function runBy({ page, protocol }: StudyPageView): Markup | '' {
  const name = protocol.sponsorCollaboratorsModule?.leadSponsor?.name
  return name ? fill(page.words.listing.short.runBy, { sponsor: own(page, name) }) : ''
}
