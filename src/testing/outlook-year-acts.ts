import { randomUUID } from 'node:crypto'
import type { Actor } from '../people/accounts/model/actor.ts'
import { can } from '../people/accounts/model/can.ts'
import type { Records } from '../people/records/model/records.ts'
import { readCase } from '../study/conduct/model/case.ts'
import type { NewFact } from '../study/conduct/model/facts.ts'
import { recordOf } from '../study/conduct/record/change.ts'
import { enrol } from '../study/conduct/record/enrol.ts'
import { signFor } from '../study/conduct/record/sign.ts'
import { addConsentForm, approveConsentForm } from '../study/conduct/set-up/consent-forms.ts'
import type { Draw } from './drawn-child.ts'
import { childOn } from './moved-child.ts'
import { yearSite } from './outlook-year-study.ts'
import { peopleBase } from './test-alerts.ts'
import { runStudy } from './test-study.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Something that somebody does in the year; answers of whom, if of one participant. */
export interface Act {
  readonly at: number
  readonly what: string
  readonly does: (now: Date) => Promise<string | undefined>
}

/** What acts are planned with. */
export interface Planning {
  readonly records: Records
  readonly draw: Draw
  /** When the year begins, in milliseconds since 1970. */
  readonly start: number
  readonly actor: Actor
  readonly ids: string[]
  readonly plan: (act: Act) => void
}

/** Somebody is enrolled, and all that is recorded of them is planned then. */
export function enrolling(
  planning: Planning,
  {
    number,
    days,
    sites,
  }: { readonly number: number; readonly days: number; readonly sites: number },
): Act {
  const { records, draw, actor, ids, start } = planning
  const at = start + draw.upTo(days * 24) * hourMs
  const does = async (now: Date): Promise<string> => {
    const identity = { name: `Child ${number}`, language: 'fr', isMadeUp: true } as const
    const place = { study: runStudy, site: yearSite(draw.upTo(sites)) }
    const asked = { ...place, formKey: randomUUID(), identity }
    const done = await enrol(peopleBase(records), actor, asked, now)
    if (done.kind !== 'done') throw new Error(`nobody was enrolled: ${done.kind}`)
    ids.push(done.participantId)
    planChild(planning, done.participantId, now.getTime())
    return done.participantId
  }
  return { at, what: 'enrolled', does }
}

/** All that is recorded of a child, as far as it comes to that. */
function planChild(planning: Planning, id: string, from: number): void {
  const { draw } = planning
  const record = (at: number, what: string, facts: (now: Date) => readonly NewFact[]): void =>
    planning.plan({ at, what, does: (now) => recordFor(planning, id, facts(now), now) })
  const screened = from + (1 + draw.upTo(20)) * hourMs
  record(screened, 'screened', () => childOn(new Date(from)))
  if (draw.chance(0.12)) return
  const first = from + (30 + draw.upTo(60)) * hourMs
  planning.plan({
    at: first - hourMs,
    what: 'signed',
    does: (now) => signForChild(planning, id, now),
  })
  for (let day = 0; day < 4 + draw.upTo(11); day++) {
    const at = first + day * dayMs + draw.upTo(3) * hourMs
    if (!draw.chance(0.1))
      record(at - hourMs, 'temperature', () => [temperature(at - hourMs, draw)])
    if (!draw.chance(0.06)) record(at, 'dose', () => [taken('injection', '28', 'mg', at)])
  }
  if (!draw.chance(0.25)) visitAround(29, 'crp', '3', 'mg/L')
  if (!draw.chance(0.25)) visitAround(44, 'maxCoronaryZ', '1.2', '1')
  if (draw.chance(0.1)) planEvent(planning, id, first + draw.upTo(30) * dayMs)
  if (draw.chance(0.06))
    record(first + draw.upTo(40) * dayMs, 'withdrew', (now) => [
      { item: 'consentWithdrawn', value: 'by the mother', at: minute(now.getTime()) },
    ])

  function visitAround(days: number, item: string, value: string, unit: string): void {
    const at = first + (days - 6 + draw.upTo(14)) * dayMs
    record(at, 'visit', () => [taken(item, value, unit, at)])
  }
}

/** An event that is serious, told to the sponsor after a while, and reported, or not. */
function planEvent({ records, draw, actor, plan }: Planning, id: string, from: number): void {
  const serious = draw.chance(0.4) ? 'lifeThreatening' : 'hospitalisation'
  const said = { item: 'adverseEvent', value: 'fever', at: minute(from) } as const
  const steps: readonly [hours: number, more: NonNullable<NewFact['details']>][] = [
    [1, { serious, related: true }],
    [4 + draw.upTo(40), { expected: false }],
    [30 + draw.upTo(60), { sponsorAware: minute(from + 30 * hourMs) }],
    [24 * (4 + draw.upTo(14)), { reported: minute(from + 24 * 5 * hourMs).slice(0, 10) }],
  ]
  let details: NonNullable<NewFact['details']> = {}
  let corrects: string | undefined
  for (const [hours, more] of steps.slice(0, 1 + draw.upTo(4)))
    plan({
      at: from + hours * hourMs,
      what: 'event',
      does: async (now) => {
        details = { ...details, ...more }
        const changed = corrects !== undefined && { corrects, reason: 'news' }
        const done = await record(records, actor, id, [{ ...said, details, ...changed }], now)
        corrects = done ?? corrects
        return id
      },
    })
}

/** A new text of consent at a site: who is in signs again after a while, or never. */
export function newText(planning: Planning, manager: Actor, number: number, days: number): Act {
  const { records, draw, ids, plan, start } = planning
  const at = start + (10 + draw.upTo(days)) * dayMs
  const does = async (now: Date): Promise<undefined> => {
    const base = peopleBase(records)
    const name = 'parents-2'
    const text = { study: runStudy, name, language: 'fr', text: 'Nous sommes d’accord.' } as const
    await addConsentForm(base, manager, text, now)
    const from = new Date(now.getTime() + draw.upTo(5) * dayMs).toISOString().slice(0, 10)
    const approval = { study: runStudy, name, site: yearSite(number), from, reconsent: true }
    const done = await approveConsentForm(base, manager, approval, now)
    if (done !== 'done') throw new Error(`a text was not approved: ${done}`)
    for (const id of ids)
      if (draw.chance(0.7)) {
        const signed = now.getTime() + (6 + draw.upTo(20)) * dayMs
        const fact = { item: 'consentSigned', value: 'both parents', at: minute(signed) }
        plan({ at: signed, what: 'signed again', does: (then) => again(planning, id, fact, then) })
      }
  }
  return { at, what: 'new text of consent', does }
}

/** Only who has to sign again does. */
async function again(
  planning: Planning,
  id: string,
  fact: NewFact,
  now: Date,
): Promise<string | undefined> {
  const { db, keys } = planning.records
  const found = await readCase(db, keys, id, now)
  if (found?.state.version.reconsent !== 'due') return undefined
  return recordFor(planning, id, [fact], now)
}

async function recordFor(
  { records, actor }: Planning,
  id: string,
  facts: readonly NewFact[],
  now: Date,
): Promise<string> {
  await record(records, actor, id, facts, now)
  return id
}

/** Answers the id of the last fact; undefined where it could not be recorded. */
async function record(
  records: Records,
  actor: Actor,
  id: string,
  facts: readonly NewFact[],
  now: Date,
): Promise<string | undefined> {
  const row = await records.db
    .selectFrom('participant')
    .select('facts')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const ask = { id, formKey: randomUUID(), seen: Number(row.facts) }
  const act = { may: can.recordFacts, act: () => Promise.resolve(facts) }
  const done = await recordOf(peopleBase(records), actor, ask, act, now)
  if (done.kind !== 'done') throw new Error(`nothing was recorded: ${done.kind}`)
  return done.recorded.at(-1)?.id
}

async function signForChild({ records, actor }: Planning, id: string, now: Date): Promise<string> {
  const row = await records.db
    .selectFrom('participant')
    .select('facts')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const ask = { participantId: id, meaning: 'eligibility', seen: Number(row.facts) } as const
  await signFor(peopleBase(records), { ...actor, provedAt: now.toISOString() }, ask, now)
  return id
}

function temperature(at: number, draw: Draw): NewFact {
  const value = draw.chance(0.3) ? '38.6' : '37.1'
  return { ...taken('temperature', value, 'Cel', at), site: 'axillary' }
}

function taken(item: string, value: string, unit: string, at: number): NewFact {
  return { item, value, unit, at: minute(at) }
}

function minute(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`
}
