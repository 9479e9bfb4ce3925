import { randomUUID } from 'node:crypto'
import type { Actor } from '../people/accounts/model/actor.ts'
import type { ConductCase } from '../study/conduct/model/case.ts'
import { readCase } from '../study/conduct/model/case.ts'
import { readConsentForms, formInForce } from '../study/conduct/model/consent-forms.ts'
import type { ParticipantAsk } from '../study/conduct/record/change.ts'
import { recordConsent } from '../study/conduct/record/consent.ts'
import { enrol } from '../study/conduct/record/enrol.ts'
import { giveDose } from '../study/conduct/record/give-dose.ts'
import { amountsDue } from '../study/conduct/record/judge-dose.ts'
import { recordSheet } from '../study/conduct/record/record-facts.ts'
import { signFor } from '../study/conduct/record/sign.ts'
import type { TypedFact } from '../study/conduct/record/typed-fact.ts'
import type { Fact } from '../study/protocol/facts/fact.ts'
import type { DemoChild } from './demo-children.ts'
import type { DemoEntry } from './demo-entries.ts'
import { demoEvent } from './demo-event.ts'
import { demoDone, type DemoTeam, typedMoment } from './demo-team.ts'

/** A child as they are played: what they got when they were enrolled. */
export interface PlayedChild extends DemoChild {
  /** The id of the participant; empty before they are enrolled. */
  id: string
  number: string
  /** What is to be judged of the events is not said yet. */
  readonly openEvent?: boolean
  /** The enquiry that they came from, if any: as an id, once it is there. */
  readonly enquiry?: () => string
}

/** Does one entry of a child by the product's own functions, as who does it at their site. Throws where it is refused. */
export async function playEntry(
  team: DemoTeam,
  child: PlayedChild,
  entry: DemoEntry,
  now: Date,
): Promise<void> {
  const coordinator = team.as('coordinator', now, child.site)
  if (entry.kind === 'enrol') return enrolChild(team, child, coordinator, now)
  const { base } = team
  const before = await readCase(base.records.db, base.records.keys, child.id, now)
  if (!before) throw new Error('a child of the demonstration is gone')
  const ask = { id: child.id, formKey: randomUUID(), seen: before.participant.facts }
  switch (entry.kind) {
    case 'facts': {
      const { visit } = entry
      const sheet = { typed: entry.facts.map(typedFact), ...(visit !== undefined && { visit }) }
      demoDone('a form', await recordSheet(base, coordinator, ask, sheet, now))
      return
    }
    case 'consent':
      return demoConsent(team, before, { actor: coordinator, ask, at: entry.fact.at }, now)
    case 'sign': {
      const signing = { participantId: child.id, meaning: 'eligibility', seen: ask.seen } as const
      const investigator = team.as('investigator', now, child.site)
      demoDone('a signature', await signFor(base, investigator, signing, now))
      return
    }
    case 'dose':
      return doseOf(team, before, { actor: coordinator, ask, fact: entry.fact }, now)
    case 'event': {
      const { fact } = entry
      return demoEvent(team, { ask, site: child.site, fact, isOpen: child.openEvent === true }, now)
    }
  }
}

async function enrolChild(
  { base, study, sites, children }: DemoTeam,
  child: PlayedChild,
  actor: Actor,
  now: Date,
): Promise<void> {
  const { name, language } = children[child.index] ?? { name: 'Invented', language: 'en' }
  const enquiryId = child.enquiry?.()
  const site = sites[child.site]?.site ?? ''
  const identity = { name, language, isMadeUp: true } as const
  const enrolment = { study, site, formKey: randomUUID(), identity }
  const asked = { ...enrolment, ...(enquiryId !== undefined && { enquiryId }) }
  const enrolled = demoDone('an enrolment', await enrol(base, actor, asked, now))
  child.id = enrolled.participantId
  child.number = enrolled.number
}

interface Asking {
  readonly actor: Actor
  readonly ask: ParticipantAsk
}

/** Records that both parents signed the text that the site asks by, at a moment with its offset. Throws where it is refused. */
export async function demoConsent(
  { base, study }: DemoTeam,
  { participant }: ConductCase,
  { actor, ask, at }: Asking & { readonly at: string },
  now: Date,
): Promise<void> {
  const moment = typedMoment(at)
  const forms = await readConsentForms(base.records.db, study)
  const form = formInForce(forms, participant.site, moment.day)?.name ?? ''
  const typed = {
    by: 'both guardians',
    whyOne: '',
    assent: 'too young',
    medium: 'paper',
    form: `${form} fr`,
    witness: `account/${actor.accountId}`,
    at: moment,
  }
  demoDone('a consent', await recordConsent(base, actor, ask, typed, now))
}

/** Gives what the version in force derives then, by what is known then: it must be what was invented. */
async function doseOf(
  { base }: DemoTeam,
  before: ConductCase,
  { actor, ask, fact }: Asking & { readonly fact: Fact },
  now: Date,
): Promise<void> {
  const decision = before.state.nextDoses[0]
  const due = decision && amountsDue(decision)[0]?.amount
  if (!due || due.value !== fact.value)
    throw new Error(`a dose of the demonstration is not what was invented: ${decision?.kind ?? ''}`)
  const typed = {
    regimen: decision.regimen,
    amount: due.value,
    unit: due.unit,
    given: typedMoment(fact.at),
    number: before.participant.number,
    reason: '',
    lot: 'INVENTED-1',
    route: '',
    seenVolume: '',
  }
  demoDone('a dose', await giveDose(base, actor, ask, typed, now))
}

/** An invented fact as it is typed into a form. */
export function typedFact({ item, value, unit = '', site = '', at, details }: Fact): TypedFact {
  const said = Object.entries(details ?? {}).filter(([name]) => name === 'by' || name === 'model')
  return {
    item,
    value: typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value),
    unit,
    site,
    method: '',
    details: Object.fromEntries(said.map(([name, text]) => [name, String(text)])),
    at: typedMoment(at),
    isNotDone: false,
    whyNot: '',
    sureOf: '',
  }
}
