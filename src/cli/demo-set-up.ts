import { addConsentForm, approveConsentForm } from '../study/conduct/set-up/consent-forms.ts'
import { addVersion, keepSite, openRun, startSiteBy } from '../study/conduct/set-up/open-run.ts'
import { switchVersion } from '../study/conduct/set-up/switch-version.ts'
import type { Protocol } from '../study/protocol/document/protocol.ts'
import { terminalWords } from '../words/terminal.ts'
import type { Happening } from './demo-enquiries.ts'
import { demoDone, type DemoTeam, demoZone } from './demo-team.ts'

/** The texts of consent: that of the beginning, and that of the amendment. */
export const demoForms = { first: 'parents-1', second: 'parents-2' } as const

/** Opens the study at its sites, by the first version and the first text of consent, as of a moment. Throws what is refused. */
export async function setUpDemoStudy(team: DemoTeam, protocol: Protocol, now: Date): Promise<void> {
  const { base, study, sites } = team
  const manager = team.as('manager', now)
  const from = dayOf(now)
  const run = { study, timeZone: demoZone, areDosesConfirmed: false }
  expectDone(await openRun(base, manager, run, now))
  expectDone(await addVersion(base, manager, protocol, now))
  for (const site of sites) {
    const approval = { approvedFrom: from, approvedUntil: null, timeZone: demoZone }
    expectDone(await keepSite(base, manager, study, { ...site, ...approval }, now))
    const started = { study, version: protocol.version, site: site.site, from }
    expectDone(await startSiteBy(base, manager, started, now))
  }
  await keepDemoForm(
    team,
    { name: demoForms.first, sites: sites.map(({ site }) => site), from },
    now,
  )
}

/** So many days ago the first two sites went over to the amendment; the third does not yet. */
export const amendedDaysAgo = [10, 3] as const

/**
 * The amendment: a version that changes nothing but its name and asks those who are in to sign again.
 */
export function amendmentHappenings(
  team: DemoTeam,
  protocol: Protocol,
  now: Date,
): readonly Happening[] {
  const day = (daysAgo: number): string => dayOf(new Date(now.getTime() - daysAgo * dayMs))
  const amended = demoAmendment(protocol, day(30))
  const at = (daysAgo: number): number => now.getTime() - daysAgo * dayMs
  const switchAt = (site: number, daysAgo: number): Happening => ({
    at: at(daysAgo + 1),
    happen: async (moment) => {
      const place = team.sites[site]?.site ?? ''
      const from = day(daysAgo)
      const asked = { study: team.study, version: amended.version, site: place, from }
      await keepDemoForm(team, { name: demoForms.second, sites: [place], from }, moment)
      const decided = { ...asked, decision: {}, reason: terminalWords.demoStudy.amendmentReason }
      const switched = await switchVersion(team.base, team.as('manager', moment), decided, moment)
      demoDone('the amendment', switched)
    },
  })
  return [
    {
      at: at(14),
      happen: async (moment) =>
        expectDone(await addVersion(team.base, team.as('manager', moment), amended, moment)),
    },
    ...amendedDaysAgo.map((daysAgo, site) => switchAt(site, daysAgo)),
  ]
}

/** The same document under another name, of which those already in are told, and sign again. */
export function demoAmendment(protocol: Protocol, date: string): Protocol {
  const { title, note, version } = terminalWords.demoStudy.amendment
  return {
    ...protocol,
    version,
    title,
    date,
    supersedes: protocol.version,
    amendment: {
      id: 'amendment',
      title,
      status: 'inferred',
      reason: note,
      appliesTo: 'everybody',
      reconsent: true,
    },
  }
}

/** Keeps a text of consent in both languages, by which some sites ask from a day on. Throws where it is refused. */
export async function keepDemoForm(
  team: DemoTeam,
  {
    name,
    sites,
    from,
  }: { readonly name: string; readonly sites: readonly string[]; readonly from: string },
  now: Date,
): Promise<void> {
  const { base, study } = team
  const manager = team.as('manager', now)
  for (const language of ['en', 'fr'] as const) {
    const text = terminalWords.demoStudy.consentText[language](name)
    const added = await addConsentForm(base, manager, { study, name, language, text }, now)
    if (added !== 'known') expectDone(added)
  }
  for (const site of sites) {
    const approval = { study, name, site, from, reconsent: false }
    expectDone(await approveConsentForm(base, manager, approval, now))
  }
}

function expectDone(outcome: string): void {
  if (outcome !== 'done') throw new Error(`the study of the demonstration: ${outcome}`)
}

/** The day that it is at the sites. */
function dayOf(now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(demoZone)
    .toPlainDate()
    .toString()
}

const dayMs = 86_400_000
