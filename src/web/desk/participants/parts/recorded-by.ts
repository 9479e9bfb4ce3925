import { zoneOf } from '../../../../study/conduct/model/case.ts'
import type { KeptFact } from '../../../../study/conduct/model/facts.ts'
import { accountNames } from '../../../../people/accounts/names.ts'
import { saidMoment } from '../../parts/said-moment.ts'
import type { ParticipantView } from './participant-view.ts'

/** The names of who recorded facts, by the ids of their accounts. */
export function recorderNames(
  { app }: Pick<ParticipantView, 'app'>,
  facts: readonly Pick<KeptFact, 'recordedBy'>[],
): Promise<ReadonlyMap<string, string>> {
  const { db, keys } = app.people.records
  return accountNames(
    db,
    keys,
    facts.flatMap(({ recordedBy: by }) => accountOf(by) ?? []),
  )
}

/** "Thu 26 Nov, 10:00, Claire Martin": when and by whom it was recorded, by the clocks of the site. */
export function recordedBy(
  { page, of }: Pick<ParticipantView, 'page' | 'of'>,
  { recordedAt = '', recordedBy: by }: Pick<KeptFact, 'recordedAt' | 'recordedBy'>,
  names: ReadonlyMap<string, string>,
): string {
  const words = page.words.record.fact
  const account = accountOf(by)
  const who = account === undefined ? words.system : (names.get(account) ?? words.formerly)
  return words.by(saidMoment(page, recordedAt, zoneOf(of), 'moment'), who)
}

function accountOf(by: string | undefined): string | undefined {
  return by?.startsWith('account/') ? by.slice('account/'.length) : undefined
}
