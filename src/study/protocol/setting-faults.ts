import type { ExpressionCheck } from './check/check-names.ts'
import { checkAmount, checkLength } from './check/check-amounts.ts'
import { capFault, roundingFault } from './check/doses-given.ts'
import { checkVisits } from './check/check-visits.ts'
import type { ProtocolFault } from './check/fault.ts'
import type { Regimen } from './document/dosing.ts'
import type { Protocol } from './document/protocol.ts'
import { type OperatorSetting, partOfSetting } from './document/settings.ts'
import { capOf, roundingOf } from './dosing/dose-rules.ts'
import { bookOf } from './expression/scene.ts'
import { isSameSetting, leftOpen } from './left-open.ts'

/**
 * Everything that is wrong with what an operator has set for a version, each with its place in the list: what the version
 * says itself or does not have, what is set twice, amounts that are no dose of the product, windows that overlap.
 */
export function settingFaults(
  protocol: Protocol,
  settings: readonly OperatorSetting[],
): readonly ProtocolFault[] {
  const faults: ProtocolFault[] = []
  const report = (fault: ProtocolFault) => faults.push(fault)
  for (const [index, setting] of settings.entries()) {
    const path = `[${index}]`
    const found = partOfSetting(setting)
    const open = leftOpen(protocol, setting)
    if (open !== 'open')
      report({ kind: open === 'stated' ? 'set though stated' : 'no such part', path, found })
    if (settings.slice(0, index).some((other) => isSameSetting(other, setting)))
      report({ kind: 'set twice', path, found })
    checkSetting(protocol, settings, setting, path, report)
  }
  return faults
}

function checkSetting(
  protocol: Protocol,
  settings: readonly OperatorSetting[],
  setting: OperatorSetting,
  path: string,
  report: ExpressionCheck['report'],
): void {
  if (setting.sets === 'visit window') {
    checkLength(setting.window.early, `${path}.window.early`, report)
    checkLength(setting.window.late, `${path}.window.late`, report)
    for (const other of overlapping(protocol, setting))
      report({ kind: 'windows overlap', path: `${path}.window`, found: setting.visit, other })
    return
  }
  if (setting.sets === 'assent age') return
  const regimen = protocol.regimens.find(({ id }) => id === setting.regimen)
  const item = regimen?.item
  const unit = protocol.items.find(({ id }) => id === item)?.unit
  if (setting.sets === 'rounding') checkAmount(setting.step, unit, `${path}.step`, report)
  else if ('amount' in setting) checkAmount(setting.amount, unit, `${path}.amount`, report)
  if (regimen) checkGiven(protocol, regimen, settings, setting, path, report)
}

/** A cap or a rounding that leaves no dose as its level says, with the version's own rules and what else is set. */
function checkGiven(
  protocol: Protocol,
  regimen: Regimen,
  settings: readonly OperatorSetting[],
  setting: OperatorSetting,
  path: string,
  report: ExpressionCheck['report'],
): void {
  const book = bookOf(protocol)
  if (setting.sets === 'rounding') {
    const fault = roundingFault(regimen, setting, capOf(regimen, settings)?.rule, book)
    if (fault) report({ ...fault, path: `${path}.step` })
  }
  if (setting.sets !== 'cap') return
  const rounding = roundingOf(regimen, [])
  const faults = [
    capFault(regimen, setting.amount, book),
    rounding && roundingFault(regimen, rounding.rule, setting.amount, book),
  ]
  for (const fault of faults) if (fault) report({ ...fault, path: `${path}.amount` })
}

/** The visits whose windows this one runs into. */
function overlapping(
  protocol: Protocol,
  { visit, window }: Extract<OperatorSetting, { readonly sets: 'visit window' }>,
): readonly string[] {
  const visits = protocol.visits.map((one) => (one.id === visit ? { ...one, window } : one))
  const others: string[] = []
  checkVisits(
    { ...protocol, visits },
    {
      book: bookOf({ ...protocol, visits }),
      report: ({ kind, found = '', other = '' }) => {
        if (kind === 'windows overlap' && [found, other].includes(visit))
          others.push(found === visit ? other : found)
      },
    },
  )
  return others
}
