import type { Protocol } from './document/protocol.ts'
import { partOfSetting, type SettingTarget } from './document/settings.ts'
import { capOf, roundingOf, smallestOf, weightUse } from './dosing/dose-rules.ts'

/** True for two settings of the same thing: only one of them can hold. */
export function isSameSetting(one: SettingTarget, other: SettingTarget): boolean {
  return one.sets === other.sets && partOfSetting(one) === partOfSetting(other)
}

/** Whether a version leaves to its operator what a setting says: it may be `stated`, or the version has no such part. */
export function leftOpen(
  { visits, regimens, items }: Pick<Protocol, 'visits' | 'regimens' | 'items'>,
  target: SettingTarget,
): 'open' | 'stated' | 'not there' {
  if (target.sets === 'visit window') {
    const visit = visits.find(({ id }) => id === target.visit)
    if (!visit?.target) return 'not there'
    return visit.window ? 'stated' : 'open'
  }
  // No version says from what age a child is asked.
  if (target.sets === 'assent age') {
    const item = items.find(({ id }) => id === target.item)
    return item?.role === 'consent' ? 'open' : 'not there'
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
