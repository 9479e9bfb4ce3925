import type { Protocol } from './document/protocol.ts'
import type { OperatorSetting } from './document/settings.ts'
import { capOf, roundingOf, smallestOf, weightUse } from './dosing/dose-rules.ts'

/** What a setting is about: its kind, and the visit or the regimen. */
export type SettingTarget =
  | Pick<Extract<OperatorSetting, { readonly visit: string }>, 'sets' | 'visit'>
  | Pick<Extract<OperatorSetting, { readonly regimen: string }>, 'sets' | 'regimen'>

/** The visit or the regimen that a setting is about. */
export function partOfSetting(target: SettingTarget): string {
  return 'visit' in target ? target.visit : target.regimen
}

/** True for two settings of the same thing: only one of them can hold. */
export function isSameSetting(one: SettingTarget, other: SettingTarget): boolean {
  return one.sets === other.sets && partOfSetting(one) === partOfSetting(other)
}

/** Whether a version leaves to its operator what a setting says: it may be `stated`, or the version has no such part. */
export function leftOpen(
  { visits, regimens }: Pick<Protocol, 'visits' | 'regimens'>,
  target: SettingTarget,
): 'open' | 'stated' | 'not there' {
  if (target.sets === 'visit window') {
    const visit = visits.find(({ id }) => id === target.visit)
    if (!visit?.target) return 'not there'
    return visit.window ? 'stated' : 'open'
  }
  const regimen = regimens.find(({ id }) => id === target.regimen)
  if (!regimen) return 'not there'
  // No version says it.
  if (target.sets === 'own consent') return 'open'
  const ofVersion = {
    cap: capOf,
    rounding: roundingOf,
    'smallest dose': smallestOf,
    weight: weightUse,
  }[target.sets](regimen, [])
  return ofVersion === undefined ? 'open' : 'stated'
}
