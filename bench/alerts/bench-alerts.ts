import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { machine } from '../machine.ts'
import { measureStore, type StoreFigures } from './measure-store.ts'
import type { Plan } from './plan.ts'
import { prepare } from './prepare.ts'
import type { AlertsResults } from './results.ts'
import { startPostgres } from './stores.ts'

/** Measures alerts from the day's import to the last mail. */
export async function benchAlerts(plan: Plan, say: (text: string) => void): Promise<AlertsResults> {
  mkdirSync(plan.folder, { recursive: true })
  const cluster = await startPostgres(join(plan.folder, 'cluster'))
  try {
    const prepared = await prepare(plan, say)
    const { changed, added } = prepared
    const stores: StoreFigures[] = []
    for (const store of plan.stores)
      stores.push(await measureStore(store, plan, prepared, { cluster, say }))
    return { at: new Date().toISOString(), machine: machine(), plan, changed, added, stores }
  } finally {
    await cluster?.stop()
    if (!plan.keep) rmSync(plan.folder, { recursive: true, force: true })
  }
}
