import type { Tx } from '../../../people/records/model/records.ts'
import type { ConductActing } from '../model/acting.ts'
import type { ConductCase } from '../model/case.ts'
import { raiseDeviations } from './deviations.ts'
import { keepOutlook } from './keep-outlook.ts'
import { planReminders } from './plan-reminders.ts'
import { keepRuleQueries } from './rule-queries.ts'
import { voidSignatures } from './void-signatures.ts'
import { voidSourceChecks } from './void-source-checks.ts'

/**
 * Whatever was recorded, what follows from it is kept with it: signatures and checks against the source that became void,
 * deviations that were raised, queries by rule, what is due, and when people are reminded of the clocks of safety.
 */
export async function keepDerived(
  tx: Tx,
  acting: ConductActing,
  after: ConductCase,
): Promise<void> {
  await voidSignatures(tx, acting, after)
  await voidSourceChecks(tx, acting, after)
  await raiseDeviations(tx, acting, after)
  await keepRuleQueries(tx, acting, after)
  await keepOutlook(tx, after, acting.now)
  await planReminders(tx, acting, after)
}
