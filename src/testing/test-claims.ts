import type { Study } from '../finder/registry/study.ts'
import { siteId } from '../finder/registry/site-id.ts'
import type { ClaimAsk } from '../people/accounts/claims/ask-claim.ts'
import { claimAskTakers } from '../people/accounts/claims/ask-claim.ts'
import { namedContacts } from '../people/accounts/claims/named-contacts.ts'
import { answerAsks, keepAsk } from '../people/asks/asks.ts'
import type { Records } from '../people/records/model/records.ts'
import { address, linksIn, peopleBase } from './test-alerts.ts'

const nctId = 'NCT02390596'
const hospital = { facility: 'Bicêtre Hospital', city: 'Le Kremlin-Bicêtre', country: 'France' }

/** The id of the one site of `claimedStudy`. */
export const bicetre = siteId(hospital)

/** A record that looks for people, as a test makes it up: its central contact and the contacts of its site. */
export function claimedStudy({
  central = ['chief@example.org'],
  site = ['nurse@example.org'],
}: {
  readonly central?: readonly string[]
  readonly site?: readonly string[]
} = {}): Study {
  const contacts = (emails: readonly string[]): readonly object[] =>
    emails.map((email) => ({ name: `Dr ${email.split('@')[0]}`, role: 'CONTACT', email }))
  return {
    protocolSection: {
      identificationModule: { nctId, briefTitle: 'Anakinra and Kawasaki Disease' },
      statusModule: { overallStatus: 'RECRUITING', statusVerifiedDate: '2026-10' },
      contactsLocationsModule: {
        centralContacts: contacts(central),
        locations: [{ ...hospital, status: 'RECRUITING', contacts: contacts(site) }],
      },
    },
    hasResults: false,
  } as Study
}

/** Claims a listing as the form does, and deals with it as the server does a moment later. */
export async function claimed(
  records: Records,
  email: string,
  given: { readonly now: Date; readonly site?: string | null; readonly study?: Study },
): Promise<void> {
  const base = peopleBase(records)
  const { now, site = null, study = claimedStudy() } = given
  const named = namedContacts(study, site).map((contact) => contact.address.key)
  const ask: ClaimAsk = {
    kind: 'claim',
    address: address(email),
    language: 'en',
    study: nctId,
    site,
    label: nctId,
    named,
  }
  await keepAsk(base, ask, now)
  await answerAsks(base, claimAskTakers, now)
}

/** The link of the last claim that was mailed to an address. */
export async function claimLinkOf(records: Records, to: string): Promise<string> {
  const last = (await linksIn(records, to, /\/claims\/([\w-]{43})/)).at(-1)
  if (last === undefined) throw new Error(`no claim was mailed to ${to}`)
  return last
}
