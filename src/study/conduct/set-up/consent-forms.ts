import { hash } from 'node:crypto'
import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import { holdTrail } from '../../../people/audit/append.ts'
import type { Tx } from '../../../people/records/model/records.ts'
import { readCase } from '../model/case.ts'
import { approvedAt, readConsentForms } from '../model/consent-forms.ts'
import { readStudyRun, type RunSite, siteDay } from '../model/run.ts'
import { announce, isIn } from './announce.ts'
import { auditStudy, isDay, type SetUp } from './open-run.ts'

/** A version of the text of consent in one language. */
export interface NewConsentForm {
  readonly study: string
  /** Letters, digits, dots and dashes, such as `parents-2`; both languages of one version have the same. */
  readonly name: string
  readonly language: 'en' | 'fr'
  /** Word for word. */
  readonly text: string
}

/** So many characters a text may have: some forty pages. */
export const longestConsentForm = 120_000

/**
 * Keeps a text of consent with its hash. `known`: there is one of this name in this language, and it never changes: what differs
 * has another name.
 */
export function addConsentForm(
  { records }: PeopleBase,
  actor: Actor,
  { study, name, language, text }: NewConsentForm,
  now: Date,
): Promise<SetUp<'unknown' | 'name' | 'text' | 'known'>> {
  if (!can.runStudy(actor, study)) return Promise.resolve('notYours')
  if (!/^[\w.-]{1,60}$/.test(name)) return Promise.resolve('name')
  const words = text.replace(/\r\n?/g, '\n').trim()
  if (words === '' || words.length > longestConsentForm) return Promise.resolve('text')
  return records.write(async (tx) => {
    await holdTrail(tx)
    if (!(await readStudyRun(tx, study))) return 'unknown'
    const forms = await readConsentForms(tx, study)
    const form = forms.find((one) => one.name === name)
    if (form?.texts.some((one) => one.language === language)) return 'known'
    const own = hash('sha256', words)
    await tx
      .insertInto('consent_form')
      .values({
        study,
        name,
        language,
        hash: own,
        text: words,
        added_at: now.toISOString(),
        added_by: `account/${actor.accountId}`,
      })
      .execute()
    const details = { form: name, language, hash: own }
    await auditStudy(tx, { actor, now }, study, 'study.consent-form-added', { details })
    return 'done'
  })
}

/** From when on a site asks consent by a text, and whether those already in sign again. */
export interface ConsentFormApproval {
  readonly study: string
  readonly name: string
  readonly site: string
  /** `yyyy-MM-dd`, of the site's calendar. */
  readonly from: string
  readonly reconsent: boolean
}

/**
 * A site asks consent by a text from a day on. Where those already in sign again, each of them is told so in their own record, but
 * for who took consent back. `earlier`: another text is approved there from that day on or later; `known`: this one is.
 */
export function approveConsentForm(
  { records, newId }: PeopleBase,
  actor: Actor,
  approval: ConsentFormApproval,
  now: Date,
): Promise<SetUp<'unknown' | 'days' | 'known' | 'earlier'>> {
  const { study, name, site, from, reconsent } = approval
  if (!can.runStudy(actor, study)) return Promise.resolve('notYours')
  if (!isDay(from)) return Promise.resolve('days')
  return records.write(async (tx) => {
    await holdTrail(tx)
    const run = await readStudyRun(tx, study)
    const place = run?.sites.find((one) => one.site === site)
    const forms = await readConsentForms(tx, study)
    const form = forms.find((one) => one.name === name)
    if (!place || !form) return 'unknown'
    if (form.sites.some((one) => one.site === site)) return 'known'
    if (approvedAt(forms, site).some((one) => one.from >= from)) return 'earlier'
    await tx
      .insertInto('consent_form_site')
      .values({
        study,
        name,
        site,
        from_day: from,
        reconsent: reconsent ? 1 : 0,
        decided_at: now.toISOString(),
        decided_by: `account/${actor.accountId}`,
      })
      .execute()
    const details = { form: name, at: site, from, reconsent }
    await auditStudy(tx, { actor, now }, study, 'study.consent-form-approved', { details })
    if (reconsent) await tellThoseIn(tx, { records, newId }, actor, { ...approval, place }, now)
    return 'done'
  })
}

async function tellThoseIn(
  tx: Tx,
  { records, newId }: Pick<PeopleBase, 'records' | 'newId'>,
  actor: Actor,
  { study, site, name, from, place }: ConsentFormApproval & { readonly place: RunSite },
  now: Date,
): Promise<void> {
  const rows = await tx
    .selectFrom('participant')
    .select('id')
    .where('study', '=', study)
    .where('site', '=', site)
    .orderBy('serial')
    .execute()
  const today = siteDay(place, now)
  // What was approved before it is written down is asked of them from today on: until now nobody could ask.
  const since = from < today ? today : from
  const told = { name, of: 'consent text', from: since, reconsent: true } as const
  for (const { id } of rows) {
    const found = await readCase(tx, records.keys, id, now)
    if (found && isIn(found)) await announce(tx, { actor, now, newId }, found, told)
  }
}
