import { phoneOf } from '../../../finder/registry/contact-phone.ts'
import type { Contact, Official, Sponsor, Study } from '../../../finder/registry/study.ts'
import { extensionUrl } from './extensions.ts'
import type {
  SharedExtension,
  SharedOrganization,
  SharedPractitioner,
  SharedTelecom,
} from './shapes.ts'
import { plainLine, spokenWord } from './texts.ts'

/** A sponsor or a collaborator as a resource inside the study; undefined without a name. */
export function organizationOf(
  sponsor: Sponsor | undefined,
  id: string,
): SharedOrganization | undefined {
  const name = plainLine(sponsor?.name)
  if (name === undefined) return undefined
  const kind = spokenWord(sponsor?.class)
  return {
    resourceType: 'Organization',
    id,
    ...(kind !== undefined && kind !== 'Unknown' && { type: [{ text: kind }] }),
    name,
  }
}

/** A person as a resource inside the study; undefined without a name and without a way to reach them. */
export function practitionerOf(
  person: Official & Contact,
  id: string,
  base: string,
): SharedPractitioner | undefined {
  const name = plainLine(person.name)
  const telecom = telecomOf(person)
  if (name === undefined && telecom.length === 0) return undefined
  const affiliation = plainLine(person.affiliation)
  const extension: SharedExtension[] =
    affiliation === undefined
      ? []
      : [{ url: extensionUrl(base, 'affiliation'), valueString: affiliation }]
  return {
    resourceType: 'Practitioner',
    id,
    ...(extension.length > 0 && { extension }),
    ...(name !== undefined && { name: [{ text: name }] }),
    ...(telecom.length > 0 && { telecom }),
  }
}

/** How a person is reached: by phone, by mail. */
export function telecomOf(contact: Contact): SharedTelecom[] {
  const { email } = contact
  const { phone, phoneExt } = phoneOf(contact)
  const [number, more, address] = [plainLine(phone), plainLine(phoneExt), plainLine(email)]
  return [
    ...(number === undefined
      ? []
      : [
          {
            system: 'phone' as const,
            value: more === undefined ? number : `${number} ext. ${more}`,
            use: 'work' as const,
          },
        ]),
    ...(address === undefined
      ? []
      : [{ system: 'email' as const, value: address, use: 'work' as const }]),
  ]
}

/** Who answers for the study: those whom the record names, and who is responsible where that is nobody of them. */
export function officialsOf({ protocolSection }: Study): readonly Official[] {
  const named = protocolSection.contactsLocationsModule?.overallOfficials ?? []
  const party = protocolSection.sponsorCollaboratorsModule?.responsibleParty
  const isInvestigator =
    party?.type === 'PRINCIPAL_INVESTIGATOR' || party?.type === 'SPONSOR_INVESTIGATOR'
  const responsible = plainLine(party?.investigatorFullName)
  if (!party || !isInvestigator || responsible === undefined) return named
  if (named.some(({ role }) => role === 'PRINCIPAL_INVESTIGATOR')) return named
  return [
    {
      name: responsible,
      role: 'PRINCIPAL_INVESTIGATOR',
      ...(party.investigatorAffiliation !== undefined && {
        affiliation: party.investigatorAffiliation,
      }),
    },
    ...named,
  ]
}
