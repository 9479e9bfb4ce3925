import { siteId } from '../finder/registry/site-id.ts'
import type { Location } from '../finder/registry/study.ts'
import type { Actor } from '../people/accounts/model/actor.ts'
import { answerAsks } from '../people/asks/asks.ts'
import { confirmEnquiry } from '../people/enquiries/confirm.ts'
import { addSiteNote } from '../people/enquiries/desk/site-note.ts'
import { openEnquiry } from '../people/enquiries/desk/open-enquiry.ts'
import { takeStep } from '../people/enquiries/desk/take-step.ts'
import type { Consent } from '../people/enquiries/model/consent.ts'
import type { EnquiryBase } from '../people/enquiries/model/enquiry-base.ts'
import { passOn } from '../people/enquiries/pass-on.ts'
import { keepPromises } from '../people/enquiries/promise/keep.ts'
import { enquiryAskTakers, sendEnquiry } from '../people/enquiries/send.ts'
import { readMailAddress } from '../people/records/address.ts'
import { terminalWords } from '../words/terminal.ts'
import type { DemoAct, DemoEnquiry } from './demo-enquiries-file.ts'

/** Where the enquiries of the demonstration happen. */
export interface DemoScene {
  readonly study: string
  readonly site: Location
  readonly otherSite: Location
  readonly actors: Readonly<Record<DemoAct['by'], Actor>>
}

/** Something that happens in a demonstration, by the same function as on its page. */
export interface Happening {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly happen: (now: Date) => Promise<void>
}

/** What happens with the made-up enquiries, and the ids that they get, by the address they are from. */
export interface EnquiryHappenings {
  readonly happenings: readonly Happening[]
  readonly ids: ReadonlyMap<string, string>
}

/** Lets things happen in their order, each at its own moment, none after now. Throws where one of them refuses. */
export async function letHappen(
  happenings: readonly Happening[],
  now: Date,
  each: (done: number) => void = () => {},
): Promise<void> {
  const inOrder = happenings.toSorted((one, other) => one.at - other.at)
  for (const [done, { at, happen }] of inOrder.entries()) {
    each(done)
    await happen(new Date(Math.min(at, now.getTime())))
  }
}

/** What the made-up enquiries say; before each thing, and four times a day, what was promised is kept. */
export function enquiryHappenings(
  base: EnquiryBase,
  enquiries: readonly DemoEnquiry[],
  scene: DemoScene,
  now: Date,
): EnquiryHappenings {
  const ids = new Map<string, string>()
  const studyOf = (id: string) => base.catalogue.study(id)?.study.protocolSection
  const happenings = [
    ...enquiries.flatMap((enquiry) => happeningsOf(base, enquiry, { ...scene, ids }, now)),
    ...ticks(enquiries, now),
  ].map(({ at, happen }) => ({
    at,
    happen: async (moment: Date) => {
      await keepPromises(base, moment, { studyOf })
      await happen(moment)
    },
  }))
  return { happenings, ids }
}

const dayMs = 86_400_000

/** Nothing but that the clock goes on, six hours at a time. */
function ticks(enquiries: readonly DemoEnquiry[], now: Date): Happening[] {
  const first = Math.max(...enquiries.map(({ daysAgo }) => daysAgo)) * 4
  return Array.from({ length: Math.floor(first) + 1 }, (_, tick) => ({
    at: now.getTime() - tick * (dayMs / 4),
    happen: () => Promise.resolve(),
  }))
}

function happeningsOf(
  base: EnquiryBase,
  enquiry: DemoEnquiry,
  scene: DemoScene & { readonly ids: Map<string, string> },
  now: Date,
): Happening[] {
  const asked = now.getTime() - enquiry.daysAgo * dayMs
  const { ids } = scene
  return [
    {
      at: asked,
      happen: async (moment) => {
        ids.set(enquiry.from, await ask(base, enquiry, scene, moment))
      },
    },
    ...enquiry.acts.map((act) => ({
      at: asked + act.daysAfter * dayMs,
      happen: (moment: Date) =>
        perform(base, ids.get(enquiry.from) ?? '', { act, scene, asked }, moment),
    })),
  ]
}

/** Sends the form and presses the button in the mail; the link is among the secrets that were drawn meanwhile. */
async function ask(
  base: EnquiryBase,
  { from, language, details, isConfirmed }: DemoEnquiry,
  { study, site }: DemoScene,
  now: Date,
): Promise<string> {
  const address = readMailAddress(from)
  if (!address) throw new Error(`${from} is no address`)
  const drawn: Uint8Array[] = []
  const watched = {
    ...base,
    newSecret: () => {
      const secret = base.newSecret()
      drawn.push(secret)
      return secret
    },
  }
  const form = {
    address,
    language,
    study,
    site: siteId(site),
    siteLabel: site,
    route: 'desk',
    formKey: from,
    keepDays: 365,
    consent: consentIn(language),
    details: { ...details, isMadeUp: true },
  } as const
  await sendEnquiry(watched, form, now)
  await answerAsks(watched, enquiryAskTakers, now)
  if (!isConfirmed) return ''
  for (const secret of drawn.toReversed()) {
    const link = Buffer.from(secret).toString('base64url')
    const confirmed = await confirmEnquiry(base, link, now)
    if (confirmed.kind === 'sent') return confirmed.enquiry.id
  }
  throw new Error(`the enquiry of ${from} was not sent`)
}

async function perform(
  base: EnquiryBase,
  id: string,
  {
    act,
    scene,
    asked,
  }: { readonly act: DemoAct; readonly scene: DemoScene; readonly asked: number },
  now: Date,
): Promise<void> {
  const actor = scene.actors[act.by]
  if (act.do === 'pass-on') {
    const next = { site: siteId(scene.otherSite), consent: consentIn(actor.language) }
    return done(act, (await passOn(base, id, next, now)).kind, ['sent'])
  }
  const opened = await openEnquiry(base.records, actor, id, now)
  if (!opened || act.do === 'open') return done(act, opened ? 'done' : 'gone', ['done'])
  if (act.do === 'note')
    return done(act, await addSiteNote(base, actor, { id, text: act.text }, now), ['kept'])
  const consented = new Date(asked + (act.consentedDaysAfter ?? 0) * dayMs)
  const step = {
    id,
    version: opened.version,
    step: act.do,
    text: act.text,
    ...(act.reason !== undefined && { reason: act.reason }),
    ...(act.do === 'joined' && { consentedOn: consented.toISOString().slice(0, 10) }),
  }
  done(act, (await takeStep(base, actor, step, now)).kind, ['done'])
}

function done(act: DemoAct, outcome: string, good: readonly string[]): void {
  if (!good.includes(outcome)) throw new Error(`${act.do} of the demonstration: ${outcome}`)
}

function consentIn(language: 'en' | 'fr'): Consent {
  return { version: 'demonstration', language, text: terminalWords.demo.consent }
}
