import type { OperatorSetting } from '../../protocol/document/settings.ts'
import type { ConductCase } from '../model/case.ts'

/** What the study has set of when a child is asked whether they agree; undefined where nobody has said it. */
export function assentAgeOf({
  run,
}: Pick<ConductCase, 'run'>):
  | Extract<OperatorSetting, { readonly sets: 'assent age' }>
  | undefined {
  for (const setting of run.settings) if (setting.sets === 'assent age') return setting
  return undefined
}
