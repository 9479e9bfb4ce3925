import type { TestContext } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { makeDemoAccounts } from '../../cli/demo-accounts.ts'
import { playEntry, type PlayedChild } from '../../cli/demo-child.ts'
import { demoChildren } from '../../cli/demo-children.ts'
import type { DemoEntry } from '../../cli/demo-entries.ts'
import { type DemoStudyPeople, readDemoStudyPeople } from '../../cli/demo-people-file.ts'
import { setUpDemoStudy } from '../../cli/demo-set-up.ts'
import { type DemoTeam, demoTeam } from '../../cli/demo-team.ts'
import type { PeopleBase } from '../../people/asks/people-base.ts'
import type { Records } from '../../people/records/model/records.ts'
import { readCase } from '../../study/conduct/model/case.ts'
import { createSite } from '../../web/site.ts'
import { type Visit, visitLocalhost } from '../chromium.ts'
import { signedIn } from '../test-accounts.ts'
import { deskAt } from '../test-desk.ts'
import { openTestApp, type TestApp } from '../test-site.ts'
import { shippedVersion } from '../test-study.ts'

/** A study of the sixteen invented children, fifteen of whom live by themselves while the clock goes on. */
export interface StudyWorld {
  readonly address: string
  readonly records: Records
  readonly team: DemoTeam
  /** The child whom people look after in the browser: their entries stand in the calendar. */
  readonly child: PlayedChild
  readonly now: () => Date
  /** Goes on to a moment: whatever was entered of the others by then is entered. */
  readonly until: (at: number) => Promise<void>
  /** Enters some things of the child by the product's functions. */
  readonly enter: (entries: readonly DemoEntry[]) => Promise<void>
  /** Enters what the calendar has of the child from where they are up to a moment, and of the others. */
  readonly live: (at: number) => Promise<void>
  /** What the calendar has up to a moment was done by hand. */
  readonly passed: (at: number) => void
  /** When the calendar has the first entry of a kind, and when a dose is given. Milliseconds. */
  readonly first: (kind: DemoEntry['kind']) => number
  readonly dose: (number: number) => number
  /** When everybody has had their last visit. */
  readonly end: number
  /** The address of the child's page. */
  readonly at: () => string
  /** An investigator signs again for whoever their site's new version asks it of. */
  readonly signAgain: () => Promise<void>
  /** Everybody, with how many doses they got. */
  readonly treated: () => Promise<readonly { readonly id: string; readonly doses: number }[]>
  /** A page of somebody who signs in now. */
  readonly open: (who: WorldRole, look?: Look) => Promise<Page>
  readonly log: () => string
}

/** Somebody of the first site, or of the whole study. */
export type WorldRole = DemoStudyPeople['accounts'][number]['role']

interface Look {
  readonly width?: number
  readonly hasScripts?: boolean
}

const last = '2026-11-27'
/** The index of the child in the recipe: two serious events, and fourteen doses. */
const chosen = 13

const began = new Date('2026-05-20T07:00:00Z')
const places = { site: deskAt.site, otherSite: 'site-2', thirdSite: 'site-3' }

/** Opens the study by its first version, months before; nobody is enrolled yet. */
export async function openStudyWorld(records: Records, t: TestContext): Promise<StudyWorld> {
  const opened = await openTestApp()
  const appPeople = { ...opened.people, records }
  const visit = await visitLocalhost((baseUrl) =>
    createSite({ ...opened, people: { ...appPeople, baseUrl }, baseUrl }),
  )
  t.after(async () => {
    await visit.close()
    await opened.close()
  })
  const team = await openTeam({ ...appPeople, baseUrl: visit.address })
  opened.clock = began
  const { all, child } = invented()
  return {
    ...calendarOf(team, { all, child }, opened),
    address: visit.address,
    records,
    team,
    child,
    now: () => opened.clock,
    first: (kind) => child.entries.find((entry) => entry.kind === kind)?.at ?? 0,
    dose: (number) => child.entries.filter(({ kind }) => kind === 'dose')[number - 1]?.at ?? 0,
    end: Date.parse(`${last}T12:00:00Z`),
    at: () => `${visit.address}/desk/participants/${child.id}`,
    open: openerOf(visit, records, opened),
    log: () => opened.lines.join('\n'),
  }
}

async function openTeam(base: PeopleBase): Promise<DemoTeam> {
  const people = readDemoStudyPeople()
  const accounts = await makeDemoAccounts(base, { people, siteAt: (at) => places[at] }, began)
  const sites = Object.entries(places).map(([name, site], at) => ({
    site,
    name,
    number: `0${at + 1}`,
  }))
  const team = demoTeam(base, { people, sites }, accounts)
  await setUpDemoStudy(team, shippedVersion('report'), began)
  return team
}

interface Invented {
  readonly all: readonly PlayedChild[]
  readonly child: PlayedChild
}

function invented(): Invented {
  const protocol = shippedVersion('report')
  const all = demoChildren({ protocol }, { today: last, isFinished: true }).map(
    (one): PlayedChild => ({
      ...one,
      ...(one.index === chosen && { site: 0 }),
      id: '',
      number: '',
    }),
  )
  const child = all[chosen]
  if (!child) throw new Error('the recipe has no such child')
  return { all, child }
}

/** The lives of all children, entered while the clock goes on. */
function calendarOf(
  team: DemoTeam,
  { all, child }: Invented,
  opened: TestApp,
): Pick<StudyWorld, 'until' | 'enter' | 'live' | 'passed' | 'signAgain' | 'treated'> {
  const others = all
    .filter((one) => one !== child)
    .flatMap((one) => one.entries.map((entry) => ({ one, entry })))
    .toSorted((one, other) => one.entry.at - other.entry.at)
  let own = [...child.entries]
  const until = async (at: number): Promise<void> => {
    while (others[0] && others[0].entry.at <= at) {
      const { one, entry } = others[0]
      others.shift()
      await playEntry(team, one, entry, new Date(entry.at))
    }
    if (at !== Infinity) opened.clock = new Date(at)
  }
  return {
    until,
    enter: async (entries) => {
      for (const entry of entries) await playEntry(team, child, entry, new Date(entry.at))
    },
    live: async (at) => {
      for (const entry of own.filter((one) => one.at <= at)) {
        await until(entry.at)
        await playEntry(team, child, entry, new Date(entry.at))
      }
      own = own.filter((one) => one.at > at)
      await until(at)
    },
    passed: (at) => {
      own = own.filter((one) => one.at > at)
    },
    signAgain: async () => {
      for (const one of all.filter(({ site }) => site === 0))
        await playEntry(team, one, { kind: 'sign', at: opened.clock.getTime() }, opened.clock)
    },
    treated: async () => {
      const { db, keys } = team.base.records
      const found = []
      for (const { id } of all) {
        const known = await readCase(db, keys, id, opened.clock)
        found.push({ id, doses: known?.state.dosesGiven.length ?? 0 })
      }
      return found
    },
  }
}

function openerOf({ browser }: Visit, records: Records, opened: TestApp): StudyWorld['open'] {
  const contexts: BrowserContext[] = []
  const { accounts } = readDemoStudyPeople()
  return async (role, { width = 1280, hasScripts = true } = {}) => {
    // Whoever comes later signs in anew: a session is not so long.
    for (const one of contexts.splice(0)) await one.close()
    const account = accounts.find((one) => one.role === role)
    const { cookie } = await signedIn(records, [], account?.address, opened.clock)
    const context = await browser.newContext({
      bypassCSP: true,
      javaScriptEnabled: hasScripts,
      viewport: { width, height: 800 },
    })
    contexts.push(context)
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, domain: 'localhost', path: '/', secure: true }])
    return context.newPage()
  }
}
