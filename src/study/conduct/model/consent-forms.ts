import type { Reader, Tx } from '../../../people/records/model/records.ts'

/** A text of consent by its name, which never changes: in which languages there is one, and since when a site asks by it. */
export interface ConsentForm {
  readonly name: string
  readonly texts: readonly {
    readonly language: 'en' | 'fr'
    /** SHA-256 of the text, word for word; hexadecimal. */
    readonly hash: string
    readonly addedAt: string
  }[]
  readonly sites: readonly ConsentFormSite[]
}

/** Since when a site asks consent by a text. */
export interface ConsentFormSite {
  readonly site: string
  /** `yyyy-MM-dd`, of the site's calendar. */
  readonly from: string
  /** Whether those already in are asked to sign again. */
  readonly reconsent: boolean
}

/** The texts of consent of a study without their words, in the order in which they were added. Two reads. */
export async function readConsentForms(
  db: Reader | Tx,
  study: string,
): Promise<readonly ConsentForm[]> {
  const texts = await db
    .selectFrom('consent_form')
    .select(['name', 'language', 'hash', 'added_at'])
    .where('study', '=', study)
    .orderBy('added_at')
    .orderBy('name')
    .orderBy('language')
    .execute()
  const dates = await db
    .selectFrom('consent_form_site')
    .select(['name', 'site', 'from_day', 'reconsent'])
    .where('study', '=', study)
    .orderBy('from_day')
    .execute()
  return [...new Set(texts.map(({ name }) => name))].map((name) => ({
    name,
    texts: texts
      .filter((text) => text.name === name)
      .map(({ language, hash, added_at }) => ({ language, hash, addedAt: added_at })),
    sites: dates
      .filter((date) => date.name === name)
      .map(({ site, from_day, reconsent }) => ({
        site,
        from: from_day,
        reconsent: Number(reconsent) === 1,
      })),
  }))
}

/** The words of a text of consent, as they were added; undefined where there is none in that language. */
export async function readConsentText(
  db: Reader | Tx,
  study: string,
  name: string,
  language: 'en' | 'fr',
): Promise<string | undefined> {
  const row = await db
    .selectFrom('consent_form')
    .select('text')
    .where('study', '=', study)
    .where('name', '=', name)
    .where('language', '=', language)
    .executeTakeFirst()
  return row?.text
}

/** The text that a site asks consent by on a day, `yyyy-MM-dd`: the last that was approved there by then. */
export function formInForce(
  forms: readonly ConsentForm[],
  site: string,
  day: string,
): ConsentForm | undefined {
  return approvedAt(forms, site)
    .filter(({ from }) => from <= day)
    .at(-1)?.form
}

/** The texts that are approved at a site, each with its day, the oldest first. */
export function approvedAt(
  forms: readonly ConsentForm[],
  site: string,
): readonly (ConsentFormSite & { readonly form: ConsentForm })[] {
  return forms
    .flatMap((form) =>
      form.sites.filter((one) => one.site === site).map((one) => ({ ...one, form })),
    )
    .toSorted((one, other) => one.from.localeCompare(other.from))
}
