import type { PlayedChild } from '../../../src/cli/demo-child.ts'
import type { DemoEntry } from '../../../src/cli/demo-entries.ts'
import { demoForms } from '../../../src/cli/demo-set-up.ts'
import { typedMoment } from '../../../src/cli/demo-team.ts'
import type { Fact } from '../../../src/study/protocol/facts/fact.ts'
import { paths } from '../../../src/web/shell/paths.ts'
import type { Desk, Typed, Who } from './open-desk.ts'

/** Enters one thing of a child as it is done at a desk: by the form of its page, filled in and sent. Throws what is refused. */
export async function enterByForm(
  desk: Desk,
  child: PlayedChild,
  entry: DemoEntry,
  now: Date,
): Promise<void> {
  const { site, id } = child
  const coordinator = { role: 'coordinator', site } as const
  const investigator = { role: 'investigator', site } as const
  switch (entry.kind) {
    case 'enrol': {
      const { name = '', language = 'en' } = desk.team.children[child.index] ?? {}
      const place = `${desk.team.study}.${desk.team.sites[site]?.site ?? ''}`
      const to = await desk.send(
        coordinator,
        paths.participantNew(),
        { name, language, place },
        now,
      )
      child.id = /participants\/([0-9a-f-]{36})/.exec(to)?.[1] ?? ''
      return
    }
    case 'facts':
      return enterFacts(desk, coordinator, { id, entry }, now)
    case 'consent': {
      const { day, time } = typedMoment(entry.fact.at)
      const { accountId } = desk.team.as('coordinator', now, site)
      const who = { by: 'both guardians', assent: 'too young', witness: `account/${accountId}` }
      const typed = { ...who, text: `${demoForms.first} fr`, medium: 'paper', day, time }
      await desk.send(coordinator, paths.participantConsent(id), typed, now)
      return
    }
    case 'sign': {
      const path = `${paths.participantSignature(id)}?meaning=eligibility`
      await desk.send(investigator, path, { meaning: 'eligibility' }, now)
      return
    }
    case 'dose':
      return enterDose(desk, coordinator, { child, fact: entry.fact }, now)
    case 'event':
      return enterEvent(desk, investigator, { id, fact: entry.fact }, now)
  }
}

async function enterFacts(
  desk: Desk,
  who: Who,
  {
    id,
    entry,
  }: { readonly id: string; readonly entry: Extract<DemoEntry, { readonly kind: 'facts' }> },
  now: Date,
): Promise<void> {
  const { visit, facts } = entry
  const asked = visit === undefined ? facts.map(({ item }) => ['item', item]) : [['visit', visit]]
  const path = `${paths.participantRecord(id)}?${new URLSearchParams(asked).toString()}`
  const typed = Object.assign({}, ...facts.map(fieldsOf)) as Typed
  await desk.send(who, path, typed, now)
}

/** A fact as it is typed: its value, unit, place, what else is asked of it, and its own moment. */
function fieldsOf({ item, value, unit = '1', site, at, details }: Fact): Typed {
  const { day, time } = typedMoment(at)
  const isNone = value === 'none'
  const said = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
  const asked = ['by', 'model'].flatMap((name) => {
    const detail = details?.[name]
    return detail === undefined ? [] : [[`k-${name}-${item}`, String(detail)]]
  })
  return {
    [`${isNone ? 'z' : 'v'}-${item}`]: said,
    ...(unit !== '1' && { [`u-${item}`]: unit }),
    ...(site !== undefined && { [`s-${item}`]: site }),
    ...Object.fromEntries(asked),
    [`d-${item}`]: day,
    [`t-${item}`]: time,
  }
}

/** The dose that the page derives, as a person reads it there: it must be the invented one. */
async function enterDose(
  desk: Desk,
  who: Who,
  { child, fact }: { readonly child: PlayedChild; readonly fact: Fact },
  now: Date,
): Promise<void> {
  const path = paths.participantDose(child.id)
  const text = await desk.page(who, path, now)
  const [, amount = ''] = /class="dose-number">([\d.]+)[^<]*mg/.exec(text) ?? []
  const [, number = ''] =
    /<h1[^>]*>\s*(?:<[^>]+>\s*)*(\d\d-\d{3})/.exec(text) ?? /(\d\d-\d{3})/.exec(text) ?? []
  if (amount !== fact.value)
    throw new Error(`the page derives ${amount} mg, and ${String(fact.value)} was invented`)
  const { day, time } = typedMoment(fact.at)
  await desk.send(who, path, { number, amount, when: 'at', day, time, lot: 'INVENTED-1' }, now)
}

/** An investigator records an event; the sponsor's manager says when they were told, and whether it was expected. */
async function enterEvent(
  desk: Desk,
  who: Who,
  { id, fact }: { readonly id: string; readonly fact: Fact },
  now: Date,
): Promise<void> {
  const { details = {}, value, at } = fact
  const { day, time } = typedMoment(at)
  const { serious, related, expected, grade } = details
  const isSerious = typeof serious === 'string'
  const events = paths.participantEvents(id)
  const to = await desk.send(
    who,
    `${events}/new`,
    {
      what: String(value),
      'onset-day': day,
      'onset-time': time,
      serious: isSerious ? 'yes' : 'no',
      ...(isSerious && { criteria: serious }),
      'siteAware-day': day,
      'siteAware-time': time,
      grade: String(grade),
      related: related === true ? 'yes' : 'no',
      action: 'notChanged',
      outcome: 'recovered',
    },
    now,
  )
  const later = new Date(now.getTime() + 60_000)
  const judged = {
    expected: expected === true ? 'yes' : 'no',
    'sponsorAware-day': day,
    'sponsorAware-time': `${String(Number(time.slice(0, 2)) + 1)}${time.slice(2)}`,
    reason: 'Judged by the sponsor.',
  }
  const [path = ''] = to.split('?')
  await desk.send({ role: 'manager' }, path, judged, later)
}
