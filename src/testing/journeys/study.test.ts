import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { demoAmendment, demoForms, keepDemoForm } from '../../cli/demo-set-up.ts'
import { checkAudit } from '../../people/audit/verify.ts'
import { readCase } from '../../study/conduct/model/case.ts'
import { checkFacts } from '../../study/conduct/model/verify-facts.ts'
import { decideSet } from '../../study/conduct/review/sets.ts'
import { addVersion } from '../../study/conduct/set-up/open-run.ts'
import { faultsOf, skipWithoutBrowser } from '../chromium.ts'
import { enquiryOnDesk } from '../test-desk.ts'
import { onOneStore } from '../test-records.ts'
import { shippedVersion } from '../test-study.ts'
import { openStudyWorld, type StudyWorld } from './study-world.ts'

const minutes = 60_000

/** What the paper prints, by the row of the report. */
const published = [
  ['endpoints-primary-primary-itt', '12/16 (75.0%)', undefined],
  ['endpoints-primary-primary-pp', '7/8 (87.5%)', undefined],
  ['endpoints-secondary-activityPhysician-itt', '14/15 (93.3%)', '68.1–99.8'],
  ['endpoints-secondary-activityParent-itt', '12/12 (100.0%)', '73.5–100.0'],
  ['endpoints-secondary-zBelow25-itt', '5/10 (50.0%)', '18.7–81.3'],
  ['endpoints-secondary-zBelow2-itt', '6/12 (50.0%)', '21.1–78.9'],
  ['adverse-events-serious', '3 (18.8%); 5', undefined],
] as const

if (skipWithoutBrowser === false)
  onOneStore(
    'a study from an enquiry to the locked result: enrolled, consented, signed for, dosed, held, corrected, amended, asked, locked, reported',
    async (records, t) => {
      const world = await openStudyWorld(records, t)
      await enrolAndSign(world)
      await firstDoses(world)
      await thirdDoseOnPhone(world)
      await correctAfterDose(world)
      await seriousEvent(world)
      await amend(world)
      await ask(world)
      await world.live(Infinity)
      await world.until(world.end)
      await lockAndReport(world)
      assert.equal((await checkFacts(records)).isWhole, true)
      assert.equal((await checkAudit(records)).isWhole, true)
      assert.doesNotMatch(world.log(), /Zqx/)
    },
  )

/** A coordinator without scripts enrols a child whose mother had asked, and records screening and consent; an investigator signs. */
async function enrolAndSign(world: StudyWorld): Promise<void> {
  const { child, until, open, address, at } = world
  await until(world.first('enrol'))
  const enquiry = await enquiryOnDesk(world.records, {
    now: world.now(),
    state: 'invited',
    details: { who: 'parent', name: 'Zqx Mère' },
  })
  let page = await open('coordinator', { hasScripts: false })
  await page.goto(`${address}/desk/enquiries/${enquiry.id}`)
  await page.getByRole('link', { name: 'Enrol in the study' }).click()
  await page.getByLabel('Name of the participant').fill('Zqxkind Martin')
  await page.getByRole('button', { name: 'Enrol', exact: true }).click()
  const said = await page.getByRole('heading', { name: /Enrolled as 01-/ }).innerText()
  child.id = /participants\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
  child.number = /\d\d-\d{3}/.exec(said)?.[0] ?? ''
  const [intake, evening] = child.entries.filter(({ kind }) => kind === 'facts')
  assert.ok(intake && evening)
  await world.enter([intake])
  await until(evening.at)
  await page.goto(`${at()}/dose`)
  await page.getByText('Give nothing.').waitFor()
  await page.goto(`${at()}/record?item=temperature`)
  await typeTemperature(page, '39,0')
  await until(world.first('consent'))
  await page.goto(`${at()}/screening`)
  await page.getByRole('link', { name: 'Record the consent' }).click()
  await consentTo(page, demoForms.first, '21:00')
  // Nothing is given before an investigator signs.
  await page.goto(`${at()}/screening`)
  await page.getByText('No investigator has signed yet. Nothing may be given before.').waitFor()
  await until(world.first('sign'))
  page = await open('investigator')
  await page.goto(`${at()}/screening`)
  await page.getByRole('link', { name: /^Sign that this person/ }).click()
  await page.getByRole('button', { name: 'Sign now' }).click()
  await page.getByText('Signed.', { exact: true }).waitFor()
  assert.deepEqual(await faultsOf(page), [])
  world.passed(world.now().getTime())
}

async function consentTo(page: Page, form: string, time: string): Promise<void> {
  await page.getByLabel('both parents or guardians').check()
  await page.getByLabel('too young to be asked').check()
  await page.getByLabel('paper').check()
  await page.getByLabel('The text that was signed').selectOption(`${form} fr`)
  await page.getByLabel('Time').fill(time)
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  await page.getByText('The consent is recorded.').waitFor()
}

async function typeTemperature(page: Page, typed: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Body temperature' }).fill(typed)
  await page.locator('[name=s-temperature]').selectOption('axillary')
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  await page.waitForURL(/did=recorded/)
}

/** Day 1 is given by hand, without scripts, and day 2 as it was invented. */
async function firstDoses(world: StudyWorld): Promise<void> {
  const { child } = world
  await world.live(world.dose(1) - 2 * minutes)
  await world.until(world.dose(1) - 2 * minutes)
  const page = await world.open('coordinator', { hasScripts: false })
  await page.goto(`${world.at()}/dose`)
  await page.getByText('26.4').first().waitFor()
  // Ten times as much is not recorded.
  await giveDose(page, child.number, '264')
  await page.getByText('is ten times').first().waitFor()
  await giveDose(page, child.number, '26.4')
  await page.getByText(/^Dose 1: 26\.4/).waitFor()
  world.passed(world.dose(1))
  await world.live(world.dose(2))
}

async function giveDose(page: Page, number: string, amount: string): Promise<void> {
  await page.getByLabel('Number on the label or wristband').fill(number)
  await page.getByLabel('Amount given').fill(amount)
  await page.getByRole('button', { name: 'Record this dose' }).click()
}

/** At J3 nothing is given before a temperature; 38.6 on a phone derives the next step, by the version in force, and says why. */
async function thirdDoseOnPhone(world: StudyWorld): Promise<void> {
  const { child } = world
  const morning = world.dose(3) - 20 * minutes
  await world.until(morning)
  const page = await world.open('coordinator', { width: 360 })
  await page.goto(`${world.at()}/dose`)
  await page.getByText('Give nothing.').waitFor()
  assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'))
  await page.getByRole('link', { name: 'Record it' }).first().click()
  await typeTemperature(page, '38.6')
  await world.until(world.dose(3) - 2 * minutes)
  await page.goto(`${world.at()}/dose`)
  await page.getByText('Rules looked at').click()
  const main = await page.getByRole('main').innerText()
  assert.match(main, /79\.2\s*mg/)
  assert.match(main, /Up to 6 mg\/kg if febrile/)
  assert.match(main, /Version report of the protocol/)
  assert.match(main, /38\.6/)
  assert.deepEqual(await faultsOf(page), [])
  await giveDose(page, child.number, '79.2')
  await page.getByText(/^Dose 3: 79\.2/).waitFor()
  world.passed(world.dose(3))
}

/** A correction of what a dose rested on leaves the old value to read, and shows a deviation, which stays when it is put back. */
async function correctAfterDose(world: StudyWorld): Promise<void> {
  await world.until(world.dose(3) + 60 * minutes)
  const page = await world.open('coordinator')
  await correctTemperature(world, page, '37.4', 'misread on the thermometer')
  await page.goto(world.at())
  await page.getByText('A record was corrected after a dose was given by it').first().waitFor()
  await world.until(world.dose(3) + 70 * minutes)
  await correctTemperature(world, page, '38.6', 'the first reading was right: see the chart')
  await page.goto(`${world.at()}/history`)
  const history = await page.getByRole('main').innerText()
  assert.match(history, /37\.4/)
  assert.match(history, /misread on the thermometer/)
  const kept = await world.records.db.selectFrom('deviation').select('type').execute()
  assert.ok(kept.some(({ type }) => type === 'corrected after use'))
}

async function correctTemperature(
  world: StudyWorld,
  page: Page,
  typed: string,
  why: string,
): Promise<void> {
  const wrong = (await caseOf(world)).facts.findLast(({ item }) => item === 'temperature')
  await page.goto(`${world.at()}/facts/${wrong?.id ?? ''}`)
  await page.locator('[name=v-temperature]').fill(typed)
  await page.getByLabel('Why is it corrected?').fill(why)
  await page.getByRole('button', { name: 'Correct', exact: true }).click()
  await page.waitForURL(/did=/)
}

/** A serious event starts its clocks, and they stand on Today. */
async function seriousEvent(world: StudyWorld): Promise<void> {
  const entry = world.child.entries.find(({ kind }) => kind === 'event')
  assert.ok(entry && entry.kind === 'event')
  await world.live(entry.at - 1)
  await world.until(entry.at)
  let page = await world.open('investigator')
  await page.goto(`${world.at()}/events/new`)
  await page.getByLabel('What happened').fill('invented serious event 1')
  const [day, time] = [entry.fact.at.slice(0, 10), entry.fact.at.slice(11, 16)]
  await page.locator('[name=onset-day]').fill(day)
  await page.locator('[name=onset-time]').fill(time)
  await page.locator('[name=serious][value=yes]').check()
  await page.getByLabel('Stay in hospital').check()
  await page.locator('[name=grade]').selectOption('3')
  await page.locator('[name=siteAware-day]').fill(day)
  await page.locator('[name=siteAware-time]').fill(time)
  await page.getByRole('button', { name: 'Record the event' }).click()
  await page.getByText('It is recorded.').waitFor()
  await page.getByText('Would be a report in 15 calendar days').first().waitFor()
  const event = page.url().split('?')[0] ?? ''
  page = await world.open('manager')
  await page.goto(event)
  await page.locator('[name=sponsorAware-day]').fill(day)
  await page.locator('[name=sponsorAware-time]').fill('21:15')
  await page.getByLabel('Why do you change it?').last().fill('told by telephone')
  await page.getByRole('button', { name: 'Record the sponsor’s word' }).click()
  await page
    .getByText(/until the end of/)
    .first()
    .waitFor()
  await page.goto(`${world.address}/desk/today`)
  await page.getByRole('main').getByText(world.child.number).first().waitFor()
  world.passed(entry.at)
}

/** A new version is switched on when its manager has seen what it changes; consent is due again, and signed before the next dose. */
async function amend(world: StudyWorld): Promise<void> {
  const { team } = world
  const now = world.now()
  const amended = demoAmendment(shippedVersion('report'), '2026-06-01')
  const day = dayOf(world.dose(6))
  assert.equal(await addVersion(team.base, team.as('manager', now), amended, now), 'done')
  const site = team.sites[0]?.site ?? ''
  await keepDemoForm(team, { name: demoForms.second, sites: [site], from: day }, now)
  let page = await world.open('manager')
  await page.goto(`${world.address}/desk/study/${team.study}/versions`)
  await page.getByLabel('Version', { exact: true }).selectOption(amended.version)
  await page.getByLabel('Site', { exact: true }).selectOption(site)
  await page.getByLabel('From', { exact: true }).fill(day)
  await page.getByRole('button', { name: 'Show what changes' }).click()
  await page.getByText('New consent is due at the next visit.').first().waitFor()
  await page.getByLabel('Why is it switched on?').fill('approved')
  await page.getByRole('button', { name: 'Switch it on' }).click()
  await page.getByText('The version is switched on.').waitFor()
  await world.live(world.dose(6) - 90 * minutes)
  await world.until(world.dose(6) - 90 * minutes)
  page = await world.open('coordinator')
  await page.goto(`${world.at()}/consent`)
  await page.getByText(/Consent is due again/).waitFor()
  await consentTo(page, demoForms.second, clockOf(world.now().getTime()))
  assert.equal((await caseOf(world)).state.version.reconsent, 'done')
  page = await world.open('investigator')
  await page.goto(`${world.at()}/signature?meaning=eligibility`)
  await page.getByRole('button', { name: 'Sign now' }).click()
  await page.getByText('Signed.', { exact: true }).waitFor()
}

/** The monitor asks of a value, the site answers, the monitor closes. */
async function ask(world: StudyWorld): Promise<void> {
  await world.live(world.dose(7))
  await world.until(world.dose(7) + 60 * minutes)
  let page = await world.open('monitor')
  await page.goto(`${world.at()}/queries`)
  await page.locator('[name=about]').selectOption('item:bodyWeight')
  await page.getByLabel('Your question').fill('Which scales?')
  await page.getByRole('button', { name: 'Ask it now' }).click()
  await page.getByText('It is done.').waitFor()
  const query = page.url().split('?')[0] ?? ''
  page = await world.open('coordinator', { hasScripts: false })
  await page.goto(query)
  await page.getByLabel('Your answer').fill('Those of the ward.')
  await page.getByRole('button', { name: 'Answer', exact: true }).click()
  await page.getByText('It is done.').waitFor()
  // Who answered does not close it.
  assert.equal(await page.getByRole('button', { name: 'Close it' }).count(), 0)
  page = await world.open('monitor')
  await page.goto(query)
  await page.getByRole('button', { name: 'Close it' }).click()
  await page.getByText('Closed').first().waitFor()
  assert.deepEqual(await faultsOf(page), [])
}

/** Sets are decided, the study is locked and signed, and its report is the published table. */
async function lockAndReport(world: StudyWorld): Promise<void> {
  const { team, address } = world
  const now = world.now()
  await world.signAgain()
  for (const { id, doses } of await world.treated())
    assert.equal(
      await decideSet(
        team.base,
        team.as('manager', now),
        {
          study: team.study,
          participantId: id,
          set: 'pp',
          isMember: doses >= 14,
          reason: 'By the number of injections.',
        },
        now,
      ),
      'done',
    )
  let page = await world.open('manager')
  await page.goto(`${address}/desk/study/${team.study}/sets`)
  await page.getByRole('button', { name: /^Take what the version says/ }).click()
  await page
    .getByText('Still to decide: 0 of', { exact: false })
    .or(page.getByText(/^All \d+ lines are decided/))
    .first()
    .waitFor()
  await page.goto(`${address}/desk/study/${team.study}/lock`)
  await page.getByText('Nothing is missing.').waitFor()
  await page.locator('[name=lockReason]').fill('All is closed.')
  await page.getByRole('button', { name: 'Sign and lock' }).click()
  await page.getByText('The study is locked and signed.').waitFor()
  page = await world.open('statistician')
  await page.goto(`${address}/desk/study/${team.study}/report`)
  await page.getByLabel('By which version').selectOption('report')
  await page.getByRole('button', { name: 'Make the report' }).click()
  for (const [row, share, limits] of published) {
    const cells = page.locator(`#${row} td`)
    assert.equal((await cells.nth(0).locator('summary').first().innerText()).trim(), share, row)
    if (limits !== undefined) assert.equal((await cells.nth(1).innerText()).trim(), limits, row)
  }
  assert.match(await page.getByRole('main').innerText(), /INVENTED|invented/)
  page = await world.open('coordinator')
  await page.goto(`${world.at()}/record?item=temperature`)
  await page
    .getByText(/The data (of this study )?are locked/)
    .first()
    .waitFor()
}

async function caseOf(world: StudyWorld) {
  const { db, keys } = world.records
  const found = await readCase(db, keys, world.child.id, world.now())
  assert.ok(found)
  return found
}

function dayOf(at: number): string {
  return zoned(at).toPlainDate().toString()
}

function clockOf(at: number): string {
  return zoned(at).toPlainTime().toString({ smallestUnit: 'minute' })
}

function zoned(at: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Paris')
}
