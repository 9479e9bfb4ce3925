import { withProtocol, withShownContacts } from '../../registry/contacts.ts'
import type { FieldChange, StoredStudy } from './stored.ts'
import { withoutMembers } from './without-members.ts'

/**
 * A stored study as anybody may see it. What the registry took back stays in the store and is given to no door: contacts
 * of what takes nobody now, and in the history every contact that a change took away or brought, since it may be withdrawn
 * since. That contacts changed is still told; earlier versions whole are given by `earlierRecord` alone. Nor is given out what is not the registry's, such as `locations_nested`.
 */
export function publicRecord(stored: StoredStudy): StoredStudy {
  return {
    ...stored,
    study: withShownContacts(withoutStrays(stored.study)),
    history: stored.history.map((change) => ({
      ...withoutMembers(change, 'was'),
      fields: change.fields.map(withoutContacts),
    })),
  }
}

/** Names of doctors and researchers are no contacts: the registry keeps them for good. */
function withoutContacts(change: FieldChange): FieldChange {
  if (change.field !== 'contacts' || change.path.endsWith('overallOfficials')) return change
  const { before: _, after: _also, ...told } = change
  return told
}

function withoutStrays(study: StoredStudy['study']): StoredStudy['study'] {
  const { contactsLocationsModule: contacts, armsInterventionsModule: arms } = study.protocolSection
  const hasNested = contacts !== undefined && 'locations_nested' in contacts
  const interventions = arms?.interventions?.some(hasStrays) === true
  if (!hasNested && !interventions) return study
  return withProtocol(study, {
    ...study.protocolSection,
    ...(contacts && { contactsLocationsModule: withoutMembers(contacts, 'locations_nested') }),
    ...(arms && {
      armsInterventionsModule: {
        ...arms,
        ...(arms.interventions && {
          interventions: arms.interventions.map((one) => withoutMembers(one, ...ofInterventions)),
        }),
      },
    }),
  })
}

/** Members of an intervention that some collector left, always empty. */
const ofInterventions = ['interventionMappedName', 'armNames']

function hasStrays(intervention: object): boolean {
  return ofInterventions.some((name) => name in intervention)
}
