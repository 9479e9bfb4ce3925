import { readCase } from '../../../src/study/conduct/model/case.ts'
import { paths } from '../../../src/web/shell/paths.ts'
import type { ReportTexts } from '../published-report.ts'
import type { Desk } from './open-desk.ts'

const manager = { role: 'manager' } as const

/** The per-protocol set as the plan of the report has it: who got every injection. */
const injections = 14

/**
 * Decides the sets by their page, locks the study by its page, and reads the report by a version as its page shows it. Throws what
 * is refused.
 */
export async function lockedReport(
  desk: Desk,
  version: string,
  now: Date,
): Promise<{ readonly texts: ReportTexts; readonly members: string }> {
  const { study } = desk.team
  const members = await decideSets(desk, now)
  const reason = 'All queries are closed and the sets are decided.'
  await desk.send(manager, paths.studyLock(study), { act: 'lock', lockReason: reason }, now)
  const query = new URLSearchParams({ version })
  const page = await desk.page(
    { role: 'statistician' },
    `${paths.studyReportPage(study)}?${query.toString()}`,
    now,
  )
  if (!/Locked on/.test(page)) throw new Error('the report is not that of the locked facts')
  return { texts: textsOf(page), members: String(members) }
}

/** What the version says is taken; of the set that it does not define, a person decides each child, and says why. */
async function decideSets(desk: Desk, now: Date): Promise<number> {
  const { study } = desk.team
  const path = paths.studySets(study)
  await desk.send(manager, path, { accept: 'yes' }, now)
  let members = 0
  for (const id of await participants(desk)) {
    const member = (await dosesOf(desk, id)) >= injections
    if (member) members++
    const decided = {
      line: `${id} pp`,
      member: member ? 'yes' : 'no',
      reason: member ? 'An injection on each of the 14 days.' : 'Fewer than 14 injections.',
    }
    await desk.send(manager, path, decided, now)
  }
  return members
}

async function participants({ app, team }: Desk): Promise<readonly string[]> {
  const rows = await app.people.records.db
    .selectFrom('participant')
    .select('id')
    .where('study', '=', team.study)
    .orderBy('number')
    .execute()
  return rows.map(({ id }) => id)
}

/** How many injections were recorded of a participant. */
async function dosesOf(desk: Desk, id: string): Promise<number> {
  const { records } = desk.app.people
  const known = await readCase(records.db, records.keys, id, desk.app.now())
  return known?.state.dosesGiven.length ?? 0
}

/** The cells of a row of the page, as they are read there. */
function textsOf(page: string): ReportTexts {
  return (table, row) => {
    const from = page.indexOf(`id="${table}-${row}"`)
    const own = from < 0 ? '' : page.slice(from, page.indexOf('</tr>', from))
    return [...own.matchAll(/<td>([\s\S]*?)<\/td>/g)].map(([, cell = '']) => {
      const [, shown = cell] = /<summary>([\s\S]*?)<\/summary>/.exec(cell) ?? []
      return shown.replace(/<[^>]+>/g, '').trim()
    })
  }
}
