import { randomUUID } from 'node:crypto'
import type { Happening } from './demo-enquiries.ts'
import type { PlayedChild } from './demo-child.ts'
import { openQuery, type QueryStepAsk, stepQuery } from '../study/conduct/review/change-query.ts'
import { classDeviation, readDeviations } from '../study/conduct/review/deviation-class.ts'
import { checkSources } from '../study/conduct/review/source-checks.ts'
import { readParticipant } from '../study/conduct/model/participant.ts'
import { readFacts } from '../study/conduct/model/facts.ts'
import { terminalWords } from '../words/terminal.ts'
import { demoDone, type DemoTeam } from './demo-team.ts'

const words = terminalWords.demoStudy
const dayMs = 86_400_000

/**
 * What the monitor did: values that were compared with their source, a question that was answered and closed, a missed dose that was
 * classed; and, unless all is `isFinished`, a question of yesterday that waits for its answer.
 */
export function reviewHappenings(
  team: DemoTeam,
  children: readonly PlayedChild[],
  isFinished: boolean,
  now: Date,
): readonly Happening[] {
  const at = (daysAgo: number): number => now.getTime() - daysAgo * dayMs
  const closed = { id: '' }
  const first = children.find(
    ({ site, entries }) => site === 0 && (entries.at(-1)?.at ?? 0) < at(30),
  )
  const waiting = children.find(({ openEvent }) => openEvent)
  if (!first) return []
  return [
    { at: at(20), happen: (moment) => compare(team, first, moment) },
    {
      at: at(19),
      happen: async (moment) => {
        closed.id = await askOf(team, first, words.question, moment)
      },
    },
    {
      at: at(18),
      happen: (moment) => step(team, first, { query: closed.id, step: 'answer' }, moment),
    },
    {
      at: at(17),
      happen: (moment) => step(team, first, { query: closed.id, step: 'close' }, moment),
    },
    { at: at(16), happen: (moment) => classFirst(team, moment) },
    ...(isFinished || !waiting
      ? []
      : [
          {
            at: at(1),
            happen: async (moment: Date) => {
              await askOf(team, waiting, words.openQuestion, moment)
            },
          },
        ]),
  ]
}

async function askOf(
  team: DemoTeam,
  { id }: PlayedChild,
  text: string,
  now: Date,
): Promise<string> {
  const about = { item: 'bodyWeight' }
  const asked = { participant: id, formKey: randomUUID(), text, about, isDraft: false }
  return demoDone('a query', await openQuery(team.base, team.as('monitor', now), asked, now)).query
}

/** The site answers; the monitor closes. */
async function step(
  team: DemoTeam,
  { id, site }: PlayedChild,
  { query, step: asked }: Pick<QueryStepAsk, 'query' | 'step'>,
  now: Date,
): Promise<void> {
  const isAnswer = asked === 'answer'
  const actor = isAnswer ? team.as('coordinator', now, site) : team.as('monitor', now)
  const version = isAnswer ? 1 : 2
  const text = isAnswer ? words.answer : ''
  const ask = { participant: id, query, version, step: asked, text }
  demoDone('a query', await stepQuery(team.base, actor, ask, now))
}

async function compare(team: DemoTeam, { id }: PlayedChild, now: Date): Promise<void> {
  const { db, keys } = team.base.records
  const participant = await readParticipant(db, keys, id)
  const facts = participant ? await readFacts(db, participant) : []
  const compared = facts.slice(0, 30).map((fact) => fact.id)
  const asked = { participant: id, facts: compared }
  demoDone('a check', await checkSources(team.base, team.as('monitor', now), asked, now))
}

/** The first deviation that was raised at the first site is a minor one. */
async function classFirst(team: DemoTeam, now: Date): Promise<void> {
  const { db, keys } = team.base.records
  const sites = team.sites.slice(0, 1).map(({ site }) => site)
  const [found] = await readDeviations(db, keys, { study: team.study, sites })
  if (!found) return
  const ask = {
    participant: found.participantId,
    deviation: found.id,
    class: 'minor',
    why: words.minor,
    seen: found.classedAt ?? '',
  }
  const classed = await classDeviation(team.base, team.as('monitor', now), ask, now)
  if (classed !== 'done') throw new Error(`a deviation of the demonstration: ${classed}`)
}
