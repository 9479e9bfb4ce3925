import { countryCodes } from '../../../finder/places/countries.ts'
import { audit } from '../../audit/append.ts'
import type { Reader, Tx } from '../../records/model/records.ts'
import { openHolidays } from './holidays.ts'
import { type SiteSetting, usualSetting } from './site-calendar.ts'
import { isTimeZone } from './time-zones.ts'

/** A site of a study, by its id. */
export interface PromisePlace {
  readonly study: string
  readonly site: string
}

/** How a site keeps its promise: as it said, or as is usual. */
export async function readSiteSetting(
  db: Reader | Tx,
  { study, site }: PromisePlace,
): Promise<SiteSetting> {
  const row = await db
    .selectFrom('site_setting')
    .selectAll()
    .where('study', '=', study)
    .where('site', '=', site)
    .executeTakeFirst()
  if (!row) return usualSetting
  return {
    promiseDays: row.promise_days,
    country: row.country,
    region: row.region,
    timeZone: row.time_zone,
    closesAt: row.closes_at,
  }
}

/** A field of a setting. */
export type SettingField = keyof SiteSetting

/** Settings as they were typed; what is empty is as the record says. */
export type TypedSetting = Readonly<Record<SettingField, string>>

/** Settings that were read, or the fields that cannot be. */
export type ReadSetting =
  | { readonly kind: 'read'; readonly setting: SiteSetting }
  | { readonly kind: 'wrong'; readonly fields: readonly SettingField[] }

/**
 * Reads settings of a form: 1 to 10 working days, a country's ISO 3166 code, a region of it that has holidays of its own (code
 * or name), a time zone of IANA, and the hour at which the site closes, from 06:00.
 */
export async function readTypedSetting(typed: TypedSetting): Promise<ReadSetting> {
  const calendars = await openHolidays()
  const country = typed.country.trim().toUpperCase()
  const region = typed.region.trim()
  const timeZone = typed.timeZone.trim()
  const code = country !== '' && region !== '' ? calendars.region(country, region) : undefined
  const wrong: Readonly<Record<SettingField, boolean>> = {
    promiseDays: !/^(?:[1-9]|10)$/.test(typed.promiseDays.trim()),
    country: country !== '' && !countryCodes.includes(country),
    region: region !== '' && code === undefined,
    timeZone: timeZone !== '' && !isTimeZone(timeZone),
    // Before six in the morning no working day ends, and half a day before it is the same day.
    closesAt: !/^(?:0[6-9]|1\d|2[0-3]):[0-5]\d$/.test(typed.closesAt.trim()),
  }
  const fields = settingFields.filter((field) => wrong[field])
  if (fields.length > 0) return { kind: 'wrong', fields }
  return {
    kind: 'read',
    setting: {
      promiseDays: Number(typed.promiseDays),
      country: country === '' ? null : country,
      region: code ?? null,
      timeZone: timeZone === '' ? null : timeZone,
      closesAt: typed.closesAt.trim(),
    },
  }
}

const settingFields = ['promiseDays', 'country', 'region', 'timeZone', 'closesAt'] as const

/**
 * Keeps how a site keeps its promise, from now on: what was promised before stays as it was said. Who may is for the caller to
 * ask (`can.manageSite`). Answers whether anything is another than before.
 */
export async function saveSiteSetting(
  tx: Tx,
  { study, site }: PromisePlace,
  setting: SiteSetting,
  { accountId, now }: { readonly accountId: string; readonly now: Date },
): Promise<boolean> {
  const before = await readSiteSetting(tx, { study, site })
  if (settingFields.every((field) => before[field] === setting[field])) return false
  const values = {
    promise_days: setting.promiseDays,
    country: setting.country,
    region: setting.region,
    time_zone: setting.timeZone,
    closes_at: setting.closesAt,
    changed_at: now.toISOString(),
    changed_by: `account/${accountId}`,
  }
  await tx
    .insertInto('site_setting')
    .values({ study, site, ...values })
    .onConflict((conflict) => conflict.columns(['study', 'site']).doUpdateSet(values))
    .execute()
  await audit(tx, {
    at: now,
    actor: 'person',
    action: 'site.setting-changed',
    subject: `site/${study}/${site}`,
    details: { by: `account/${accountId}`, before: { ...before }, after: { ...setting } },
  })
  return true
}
