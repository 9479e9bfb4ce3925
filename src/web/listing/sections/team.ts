import type { Official, Sponsor } from '../../../finder/registry/study.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { fact, lookup, own } from '../../shell/parts/phrases.ts'
import type { StudyView } from '../parts/view.ts'
import { documentsSection, identifiers, referencesSection, seeAlso } from './references.ts'

/** Who runs the study and answers for it, with the study's numbers, papers and links. */
export function team(view: StudyView): Markup {
  return html`
    <dl class="facts">${people(view)}</dl>
    ${identifiers(view)} ${referencesSection(view)} ${seeAlso(view)} ${documentsSection(view)}
  `
}

function people(view: StudyView): Markup {
  const { page, words, protocol } = view
  const module = protocol.sponsorCollaboratorsModule
  const officials = protocol.contactsLocationsModule?.overallOfficials ?? []
  const collaborators = module?.collaborators ?? []
  return line`${fact(words.team.sponsor, sponsor(view, module?.leadSponsor) ?? page.words.common.notGiven)} ${fact(words.team.collaborators, many(collaborators.map((one) => sponsor(view, one))))} ${fact(words.team.responsible, responsible(view))} ${fact(words.team.officials, many(officials.map((one) => official(view, one))))}`
}

function many(items: readonly (Markup | undefined)[]): Markup | undefined {
  if (items.length === 0) return undefined
  return html`
    <ul>
      ${items.map(
        (item) => html`
          <li>${item}</li>
        `,
      )}
    </ul>
  `
}

function sponsor({ page }: StudyView, body: Sponsor | undefined): Markup | undefined {
  if (!body?.name) return undefined
  const kind = kindOf(page, body.class)
  return kind ? line`${own(page, body.name)} (${kind})` : own(page, body.name)
}

/** The registry's OTHER holds companies too, so nothing is said of it. */
function kindOf(page: StudyView['page'], code: string | undefined): string | undefined {
  if (code === 'OTHER' || code === 'AMBIG' || code === 'UNKNOWN') return undefined
  const kind = lookup(page.words.common.sponsorClasses, code)
  return kind?.replace(firstWord, (word) => word.toLowerCase())
}

const firstWord = /^\p{Lu}(?=[\p{Ll} ])/u

function responsible({ page, words, protocol }: StudyView): Markup | undefined {
  const party = protocol.sponsorCollaboratorsModule?.responsibleParty
  if (!party) return undefined
  const said = lookup(words.responsible, party.type) ?? party.type ?? ''
  const named = [
    party.investigatorFullName ?? party.oldNameTitle,
    party.investigatorTitle,
    party.investigatorAffiliation ?? party.oldOrganization,
  ].filter(Boolean)
  return named.length > 0
    ? line`${said}${page.words.common.colon} ${own(page, named.join(', '))}`
    : line`${said}`
}

function official({ page, words }: StudyView, { name, affiliation, role }: Official): Markup {
  const said = lookup(words.role, role) ?? role
  return line`${own(page, name ?? '')}${said ? ` – ${said}` : ''}${
    affiliation ? line` (${own(page, affiliation)})` : ''
  }`
}
