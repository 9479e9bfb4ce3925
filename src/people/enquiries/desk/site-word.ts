import type { Actor } from '../../accounts/model/actor.ts'
import { can } from '../../accounts/model/can.ts'
import { audit } from '../../audit/append.ts'
import type { PeopleBase } from '../../asks/people-base.ts'
import { personById } from '../../records/persons.ts'
import type { Reader, Tx } from '../../records/model/records.ts'
import { actingAt } from './acting.ts'
import type { SitePlaceOfStudy } from './templates.ts'

/** What a site says of itself, beside the registry's record; null where it says nothing. */
export interface SiteWord {
  /** A status of the registry, such as `RECRUITING`. */
  readonly status: string | null
  readonly contact: string | null
  readonly hours: string | null
  readonly summaryEn: string | null
  readonly summaryFr: string | null
}

/** The same, with when it was said, as ISO in UTC. */
export interface SaidSiteWord extends SiteWord {
  readonly saidAt: string
}

/** The statuses that a site may say of itself, in the order in which they are offered. */
export const sayableStatuses = [
  'RECRUITING',
  'NOT_YET_RECRUITING',
  'ENROLLING_BY_INVITATION',
  'ACTIVE_NOT_RECRUITING',
  'SUSPENDED',
  'COMPLETED',
  'TERMINATED',
  'WITHDRAWN',
] as const

/** The longest text of each field, in characters. */
export const longestWords = { contact: 400, hours: 200, summaryEn: 2000, summaryFr: 2000 } as const

/** What a site said of itself; undefined where it said nothing. */
export async function readSiteWord(
  db: Reader | Tx,
  { study, site }: SitePlaceOfStudy,
): Promise<SaidSiteWord | undefined> {
  const row = await db
    .selectFrom('site_word')
    .selectAll()
    .where('study', '=', study)
    .where('site', '=', site)
    .executeTakeFirst()
  return row && wordOf(row)
}

/** What the sites of a study said of themselves, by the id of the site. */
export async function siteWordsOf(
  db: Reader,
  study: string,
): Promise<ReadonlyMap<string, SaidSiteWord>> {
  const rows = await db.selectFrom('site_word').selectAll().where('study', '=', study).execute()
  return new Map(rows.map((row) => [row.site, wordOf(row)]))
}

function wordOf(row: {
  readonly status: string | null
  readonly contact: string | null
  readonly hours: string | null
  readonly summary_en: string | null
  readonly summary_fr: string | null
  readonly said_at: string
}): SaidSiteWord {
  const { status, contact, hours, summary_en: summaryEn, summary_fr: summaryFr } = row
  return { status, contact, hours, summaryEn, summaryFr, saidAt: row.said_at }
}

/** `no`: who asks may not speak for the site. Else the fields that are too long, or no status of the registry. */
export type WordSaid =
  | { readonly kind: 'said' }
  | { readonly kind: 'no' }
  | { readonly kind: 'wrong'; readonly fields: readonly (keyof SiteWord)[] }

/**
 * Says something of a site, in the place of what was said before. Only who manages it may. Throws what the records throw.
 */
export async function saySiteWord(
  { records }: PeopleBase,
  actor: Actor,
  { at, word }: { readonly at: SitePlaceOfStudy; readonly word: SiteWord },
  now: Date,
): Promise<WordSaid> {
  if (!can.manageSite(actor, at)) return { kind: 'no' }
  const fields = wrongFields(word)
  if (fields.length > 0) return { kind: 'wrong', fields }
  const values = {
    status: word.status,
    contact: word.contact,
    hours: word.hours,
    summary_en: word.summaryEn,
    summary_fr: word.summaryFr,
    said_at: now.toISOString(),
    said_by: `account/${actor.accountId}`,
  }
  await records.write(async (tx) => {
    const before = await readSiteWord(tx, at)
    const person = await personById(tx, records.keys, actor.personId)
    await tx
      .insertInto('site_word')
      .values({ ...at, ...values })
      .onConflict((conflict) => conflict.columns(['study', 'site']).doUpdateSet(values))
      .execute()
    await audit(tx, {
      at: now,
      actor: 'person',
      action: 'site.word-said',
      subject: `site/${at.study}/${at.site}`,
      details: {
        ...actingAt(actor, at),
        before: before?.status ?? null,
        after: word.status,
      },
      ...(person && { sealed: { person, values: changedTexts(before, word) } }),
    })
  })
  return { kind: 'said' }
}

/** What was said of each part that is new, and what is said now; who said it may have named people. */
function changedTexts(before: SiteWord | undefined, after: SiteWord): Record<string, string> {
  const parts = ['contact', 'hours', 'summaryEn', 'summaryFr'] as const
  return Object.fromEntries(
    parts
      .filter((part) => (before?.[part] ?? null) !== after[part])
      .flatMap((part) => [
        [`${part} before`, before?.[part] ?? ''],
        [`${part} after`, after[part] ?? ''],
      ]),
  )
}

function wrongFields({ status, ...texts }: SiteWord): readonly (keyof SiteWord)[] {
  const isStatus = status === null || sayableStatuses.some((one) => one === status)
  const long = (['contact', 'hours', 'summaryEn', 'summaryFr'] as const).filter(
    (name) => (texts[name] ?? '').length > longestWords[name],
  )
  return isStatus ? long : ['status', ...long]
}
