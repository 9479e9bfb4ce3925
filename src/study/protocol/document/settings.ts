import type { Quantity } from '../quantity/quantity.ts'
import type { PlannedWindow } from './schedule.ts'

/** Who set it and why: a setting is the operator's and is shown as theirs, never as the protocol's. */
interface SetBy {
  readonly by: string
  readonly on?: string
  readonly reason?: string
}

/** What an operator may add where a version is silent. A setting never overrides what the version states. */
export type OperatorSetting = SetBy &
  (
    | { readonly sets: 'visit window'; readonly visit: string; readonly window: PlannedWindow }
    | {
        readonly sets: 'rounding'
        readonly regimen: string
        readonly step: Quantity
        readonly mode: 'down' | 'nearest half up'
      }
    | { readonly sets: 'cap'; readonly regimen: string; readonly amount: Quantity }
    | { readonly sets: 'smallest dose'; readonly regimen: string; readonly amount: Quantity }
    /** A dose waits until who has come of age has signed for themselves. */
    | { readonly sets: 'own consent'; readonly regimen: string }
    /** From what age on, in whole years, a child is asked whether they agree; `item` is the consent. */
    | { readonly sets: 'assent age'; readonly item: string; readonly years: number }
    | { readonly sets: 'weight'; readonly regimen: string; readonly use: 'baseline' | 'current' }
  )

/** What a setting is about: its kind, and the visit, the regimen or the item. */
export type SettingTarget =
  | Pick<Extract<OperatorSetting, { readonly visit: string }>, 'sets' | 'visit'>
  | Pick<Extract<OperatorSetting, { readonly regimen: string }>, 'sets' | 'regimen'>
  | Pick<Extract<OperatorSetting, { readonly item: string }>, 'sets' | 'item'>

/** The visit, the regimen or the item that a setting is about. */
export function partOfSetting(target: SettingTarget): string {
  if ('item' in target) return target.item
  return 'visit' in target ? target.visit : target.regimen
}
