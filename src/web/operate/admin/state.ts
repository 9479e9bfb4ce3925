import type { ImportLine } from '../../../finder/catalogue/model/manifest.ts'
import { alertFigures, type AlertFigures } from '../../../people/alerts/figures.ts'
import { unmatchedLists } from '../../../people/alerts/run.ts'
import { headOf } from '../../../people/audit/append.ts'
import { mailFigures, type MailFigures } from '../../../people/mail/outbox/mail-figures.ts'
import { lastBackup } from '../../../people/records/last-backup.ts'
import type { App } from '../../shell/app.ts'

/** The state of the service for its operator: numbers and times, never a person. */
export interface State {
  readonly catalogue: {
    readonly studies: number
    readonly imported: string | undefined
    readonly imports: readonly Omit<ImportLine, 'sources'>[]
  }
  readonly alerts: AlertFigures & { readonly unmatchedImports: number }
  readonly mail: MailFigures
  readonly records: {
    readonly backup: string | undefined
    readonly audit: { readonly lines: number; readonly head: string } | undefined
  }
}

const mostImports = 10

/** Reads the state of the service now. Throws what the records throw when they cannot be read. */
export async function stateOf(app: App): Promise<State> {
  const { records } = app.people
  const { db } = records
  const now = app.now()
  const [alerts, unmatched, mail, backup, head] = await Promise.all([
    alertFigures(db, now),
    unmatchedLists({ records, catalogue: app.catalogue }),
    mailFigures(db, now),
    lastBackup(db),
    headOf(db),
  ])
  const { studies, imported } = app.catalogue.summary()
  return {
    catalogue: { studies, imported, imports: lastImports(app) },
    alerts: { ...alerts, unmatchedImports: unmatched.length },
    mail,
    records: { backup, audit: head && { lines: head.seq, head: head.hash.slice(0, 12) } },
  }
}

/** Where they came from may be a path of this machine, so it is left out. */
function lastImports(app: App): State['catalogue']['imports'] {
  return app
    .imports()
    .slice(0, mostImports)
    .map(({ sources: _sources, ...line }) => line)
}
