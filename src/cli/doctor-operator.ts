import type { Config } from '../app/config/config.ts'
import { operatorSettingsMissing } from '../app/config/config-operator.ts'
import type { Check } from './doctor-machine.ts'

/** Whether readers are told who runs the site, as the law asks of a public one. */
export function operatorNamed({ operator }: Pick<Config, 'operator'>): Check {
  const name = 'Who runs the site'
  const missing = operatorSettingsMissing(operator)
  if (missing.length === 0)
    return { name, state: 'good', text: `${operator.name}: every page and /about say so.` }
  return {
    name,
    state: 'note',
    text: `/about shows as missing: ${missing.join(', ')}.`,
    todo: 'Set them before others use this site: a public site must say who runs it.',
  }
}
