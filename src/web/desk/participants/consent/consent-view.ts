import { accountsAt } from '../../../../people/accounts/accounts.ts'
import { accountNames } from '../../../../people/accounts/names.ts'
import { can } from '../../../../people/accounts/model/can.ts'
import {
  type ConsentForm,
  readConsentForms,
} from '../../../../study/conduct/model/consent-forms.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** What the page of consent needs beside the case. */
export interface ConsentBeside {
  readonly forms: readonly ConsentForm[]
  /** Who of the team may take a consent at the site, by account. */
  readonly team: readonly { readonly accountId: string; readonly name: string }[]
  /** Of everybody whom the consents name. */
  readonly names: ReadonlyMap<string, string>
}

/** Reads the texts of the study, and who may take a consent at the site. */
export async function readConsentBeside({ app, of }: ParticipantView): Promise<ConsentBeside> {
  const { db, keys } = app.people.records
  const { participant, facts } = of
  const [forms, holders] = await Promise.all([
    readConsentForms(db, participant.study),
    accountsAt({ db }, participant),
  ])
  const { study, site } = participant
  const treating = holders.filter(({ role }) =>
    can.recordFacts({ roles: [{ role, study, site }] }, participant),
  )
  const team = [...new Set(treating.map(({ accountId }) => accountId))]
  const named = facts.flatMap(({ details, recordedBy }) =>
    [details?.['witness'], recordedBy].flatMap((one) => accountIn(one) ?? []),
  )
  const names = await accountNames(db, keys, [...team, ...named])
  return {
    forms,
    team: team.map((accountId) => ({ accountId, name: names.get(accountId) ?? '' })),
    names,
  }
}

/** The id of the account that a detail of a fact names; undefined where it names none. */
export function accountIn(named: string | boolean | null | undefined): string | undefined {
  return typeof named === 'string' && named.startsWith('account/')
    ? named.slice('account/'.length)
    : undefined
}
