import type { ResearchStudyAssociatedParty } from 'fhir/r5.d.ts'
import type { Sponsor, Study } from '../../../finder/registry/study.ts'
import { codedConcept } from '../parts/concepts.ts'
import { officialsOf, organizationOf, practitionerOf } from '../parts/people.ts'
import type { SharedOrganization, SharedPractitioner } from '../parts/shapes.ts'
import { spokenWord } from '../parts/texts.ts'

/** Who has a part in a study, and the persons and organizations themselves. */
export interface StudyParties {
  readonly contained: readonly (SharedOrganization | SharedPractitioner)[]
  readonly parties: readonly ResearchStudyAssociatedParty[]
}

interface Party {
  readonly resource: SharedOrganization | SharedPractitioner
  readonly party: ResearchStudyAssociatedParty
}

/** The sponsor, who helps, who answers for the study, and whom to ask about joining. */
export function partiesOf(study: Study, base: string): StudyParties {
  const { leadSponsor, collaborators = [] } = study.protocolSection.sponsorCollaboratorsModule ?? {}
  const contacts = study.protocolSection.contactsLocationsModule?.centralContacts ?? []
  const all: readonly (Party | undefined)[] = [
    organization(leadSponsor, 'sponsor', 'lead-sponsor'),
    ...collaborators.map((one, at) => organization(one, `collaborator-${at + 1}`, 'collaborator')),
    ...officialsOf(study).map((one, at) =>
      person(
        practitionerOf(one, `official-${at + 1}`, base),
        officialRoles.get(one.role ?? ''),
        one.role,
      ),
    ),
    ...contacts.map((one, at) =>
      person(practitionerOf(one, `contact-${at + 1}`, base), 'recruitment-contact', undefined),
    ),
  ]
  const known = all.filter((one) => one !== undefined)
  return {
    contained: known.map(({ resource }) => resource),
    parties: known.map(({ party }) => party),
  }
}

const officialRoles: ReadonlyMap<string, PartyRole> = new Map([
  ['PRINCIPAL_INVESTIGATOR', 'primary-investigator'],
  ['STUDY_CHAIR', 'study-chair'],
  ['STUDY_DIRECTOR', 'study-director'],
  ['SUB_INVESTIGATOR', 'sub-investigator'],
])

type PartyRole = keyof typeof roles

/** The standard's words for its codes. */
const roles = {
  'lead-sponsor': 'lead-sponsor',
  collaborator: 'collaborator',
  'primary-investigator': 'primary-investigator',
  'sub-investigator': 'sub-investigator',
  'study-director': 'study-director',
  'study-chair': 'study-chair',
  'recruitment-contact': 'recruitment-contact',
} as const

function organization(
  sponsor: Sponsor | undefined,
  id: string,
  role: PartyRole,
): Party | undefined {
  const resource = organizationOf(sponsor, id)
  if (!resource) return undefined
  const kind = organizationKinds.get(sponsor?.class ?? '')
  return {
    resource,
    party: {
      name: resource.name,
      role: roleConcept(role),
      ...(kind && { classifier: [codedConcept(kindSystem, kind[0], kind[1])] }),
      party: { reference: `#${id}`, type: 'Organization', display: resource.name },
    },
  }
}

const kindSystem = 'http://hl7.org/fhir/research-study-party-organization-type'
const organizationKinds: ReadonlyMap<string, readonly [code: string, display: string]> = new Map([
  ['NIH', ['nih', 'NIH']],
  ['FED', ['government', 'Government']],
  ['OTHER_GOV', ['government', 'Government']],
  ['INDUSTRY', ['industry', 'Industry']],
])

function person(
  resource: ReturnType<typeof practitionerOf>,
  role: PartyRole | undefined,
  word: string | undefined,
): Party | undefined {
  if (!resource) return undefined
  const name = resource.name?.[0]?.text
  return {
    resource,
    party: {
      ...(name !== undefined && { name }),
      role: role ? roleConcept(role) : { text: spokenWord(word) ?? 'Official' },
      party: {
        reference: `#${resource.id}`,
        type: 'Practitioner',
        ...(name !== undefined && { display: name }),
      },
    },
  }
}

function roleConcept(role: PartyRole): ResearchStudyAssociatedParty['role'] {
  return codedConcept('http://hl7.org/fhir/research-study-party-role', role, roles[role])
}
