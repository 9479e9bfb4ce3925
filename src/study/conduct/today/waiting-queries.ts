import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can, participantReach } from '../../../people/accounts/model/can.ts'
import type { Reader } from '../../../people/records/model/records.ts'

/** Of one study, how many questions of people wait for somebody: for their answer, or to be closed now that they are answered. */
export interface StudyQueriesWaiting {
  readonly study: string
  readonly toAnswer: number
  readonly toClose: number
}

/** What waits for an actor among the queries of their studies; studies in which nothing does are not among them. One read. */
export async function queriesWaitingFor(
  db: Reader,
  actor: Pick<Actor, 'roles'>,
): Promise<readonly StudyQueriesWaiting[]> {
  const studies = [...new Set(participantReach(actor).map(({ study }) => study))]
  const counts = await personsQueries(db, studies)
  return studies.toSorted().flatMap((study): readonly StudyQueriesWaiting[] => {
    const all = counts.filter((one) => one.study === study)
    const sumOf = (isTheirs: (one: PersonsQueries) => boolean): number =>
      all.filter(isTheirs).reduce((sum, { count }) => sum + count, 0)
    const waiting = {
      study,
      toAnswer: sumOf((one) => one.state === 'open' && can.answerQueries(actor, one)),
      toClose: sumOf((one) => one.state === 'answered' && holdsItsRole(actor, one)),
    }
    return waiting.toAnswer + waiting.toClose > 0 ? [waiting] : []
  })
}

/** Who asked in a role is who closes: the same as `mayStep` says of one query. */
function holdsItsRole({ roles }: Pick<Actor, 'roles'>, asked: PersonsQueries): boolean {
  return roles.some(
    ({ role, study, site }) =>
      role === asked.openedRole && study === asked.study && (site === null || site === asked.site),
  )
}

/** How many questions that people asked stand alike at one site. */
export interface PersonsQueries {
  readonly study: string
  readonly site: string
  readonly state: string
  /** Of who asked. */
  readonly openedRole: string
  readonly count: number
}

/**
 * How many questions that people asked are open or answered, by study and site. What the engine asks by itself is on the pages of
 * participants, and not among them.
 */
export async function personsQueries(
  db: Reader,
  studies: readonly string[],
): Promise<readonly PersonsQueries[]> {
  if (studies.length === 0) return []
  const rows = await db
    .selectFrom('query')
    .select(({ fn }) => [
      'study',
      'site',
      'state',
      'opened_role as openedRole',
      fn.countAll<number | string>().as('count'),
    ])
    .where('study', 'in', studies)
    .where('state', 'in', ['open', 'answered'])
    .where('rule', 'is', null)
    .groupBy(['study', 'site', 'state', 'opened_role'])
    .execute()
  return rows.map(({ count, ...row }) => ({ ...row, count: Number(count) }))
}
