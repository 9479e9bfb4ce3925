import { html, html as line } from 'hono/html'
import type { Markup } from '../../shell/markup.ts'
import { statusLabel } from '../../shell/parts/status-tag.ts'
import { ageRange } from '../../shell/parts/ages.ts'
import { countriesOf } from '../../shell/parts/countries.ts'
import { isDoubtful } from '../../../finder/registry/status.ts'
import { fill, listed, lookup, own } from '../../shell/parts/phrases.ts'
import type { StudyView } from '../parts/view.ts'

/**
 * Rule `in-short@1`: a few sentences for a parent, built from the record's structured fields alone.
 * What the record does not say is left out or said to be missing; nothing is concluded from free text.
 */
export function inShort(view: StudyView): Markup {
  const sentences = [
    line`${kind(view)} ${about(view)}`,
    who(view),
    testedAndPhase(view),
    where(view),
    open(view),
    runBy(view),
  ].filter((sentence) => sentence !== undefined)
  return html`
    <section class="in-short" aria-labelledby="in-short">
      <h2 id="in-short">${view.words.sections.short}</h2>
      <ul>
        ${sentences.map(
          (sentence) => html`
            <li>${sentence}</li>
          `,
        )}
      </ul>
      <p class="computed">${view.words.short.made}</p>
    </section>
  `
}

function kind({ words, protocol }: StudyView): Markup {
  const design = protocol.designModule
  const type = design?.studyType
  const purpose = type === 'INTERVENTIONAL' ? design?.designInfo?.primaryPurpose : undefined
  const { OTHER: other = '', ...kinds } = words.short.kind
  const said = lookup(kinds, purpose) ?? lookup(kinds, type) ?? other
  return line`${said}`
}

function phase({ words, protocol }: StudyView): string {
  return lookup(words.short.phase, protocol.designModule?.phases?.join('+')) ?? ''
}

function about({ page, words, protocol }: StudyView): Markup | undefined {
  const conditions = protocol.conditionsModule?.conditions ?? []
  if (conditions.length === 0) return undefined
  const names = conditions.map((name) => own(page, name))
  return fill(words.short.about, { conditions: listed(page, names, 3) })
}

function who({ page, words, protocol }: StudyView): Markup {
  const module = protocol.eligibilityModule
  const { unknown, ...sexes } = words.short.sex
  const range = module && ageRange(page, module)
  return fill(words.short.who, {
    sex: lookup(sexes, module?.sex) ?? unknown,
    ages: range ?? words.short.agesUnclear,
  })
}

function testedAndPhase(view: StudyView): Markup | undefined {
  const [what, when] = [tested(view), phase(view)]
  return what || when ? line`${what} ${when}` : undefined
}

function tested({ page, words, protocol }: StudyView): Markup | undefined {
  const treatments = protocol.armsInterventionsModule?.interventions ?? []
  if (treatments.length === 0 || protocol.designModule?.studyType === 'OBSERVATIONAL')
    return undefined
  const names = treatments.map(({ name, type }) => {
    const said = lookup(words.interventionType, type)
    return line`${own(page, name ?? '?')}${said && type !== 'OTHER' ? ` (${said})` : ''}`
  })
  return fill(words.short.tested, { treatments: listed(page, names, 3) })
}

function where({ page, words, protocol }: StudyView): Markup {
  const locations = protocol.contactsLocationsModule?.locations ?? []
  const countries = countriesOf(page, locations)
  if (locations.length === 0) return line`${words.short.nowhere}`
  return fill(words.short.where, {
    sites: page.words.common.sites(locations.length),
    countries: listed(
      page,
      countries.map(({ name }) => name),
      4,
    ),
  })
}

function open(view: StudyView): Markup {
  const { page, words, protocol } = view
  const status = protocol.statusModule?.overallStatus
  if (status !== undefined && isDoubtful(protocol.statusModule, view.today))
    return fill(words.short.doubtful, { status: statusLabel(page, status) })
  return line`${lookup(words.statusSentence, status) ?? words.statusSentence['UNKNOWN']}`
}

function runBy({ page, words, protocol }: StudyView): Markup | undefined {
  const name = protocol.sponsorCollaboratorsModule?.leadSponsor?.name
  return name ? fill(words.short.runBy, { sponsor: own(page, name) }) : undefined
}
