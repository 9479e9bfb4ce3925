import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after } from 'node:test'
import { StudyDamaged } from '../../finder/catalogue/model/damage.ts'
import type { Catalogue } from '../../finder/catalogue/model/catalogue.ts'
import type { Study } from '../../finder/registry/study.ts'
import { onEachStore } from '../../testing/test-records.ts'
import { openFinding } from '../records/model/findings.ts'
import type { Records } from '../records/model/records.ts'
import { personById } from '../records/persons.ts'
import type { AlertTerms } from './model/alert.ts'
import { eventBits, usualEvents } from './model/events.ts'
import {
  address,
  peopleBase,
  confirmLinkOf,
  exampleStudy,
  lyon,
  openTestCatalogue,
  outbox,
  paris,
  pressConfirm,
  shownBy,
  type TestCatalogue,
  testCatalogue,
} from '../../testing/test-alerts.ts'
import { changeAlert, deleteAlert, pauseAlert } from './manage.ts'
import { requestAlert } from './request.ts'
import { type AlertsRun, isAlertsWorkDue, runAlerts } from './run.ts'
import { stopAlerts } from './stop.ts'

const kawasaki = 'heart-and-vessels'
const asked = new Date('2026-11-24T10:00:00.000Z')
const nextDay = '2026-11-25T08:00:00Z'
const nothing: AlertsRun = { matched: [], failed: [], damaged: [], digests: 0 }
const nearParis = { name: 'Paris, France', lat: 48.85, lon: 2.35, withinKm: 50 }
const inCategory: AlertTerms = {
  search: { category: [kawasaki] },
  place: nearParis,
  events: usualEvents.search,
  frequency: 'at_once',
}

const notYet = exampleStudy({ nctId: 'NCT01000001', status: 'NOT_YET_RECRUITING', sites: [paris] })
const other = exampleStudy({
  nctId: 'NCT01000002',
  condition: 'Asthma',
  mesh: 'Asthma',
  sites: [paris],
})
const opened = (of: Study, updated: string, status = 'RECRUITING'): Study => {
  const protocol = of.protocolSection
  return {
    ...of,
    protocolSection: {
      ...protocol,
      statusModule: {
        ...protocol.statusModule,
        overallStatus: status,
        lastUpdatePostDateStruct: { date: updated, type: 'ACTUAL' },
      },
    },
  }
}

async function subscribe(
  records: Records,
  email: string,
  wish: AlertTerms = inCategory,
  now = asked,
): Promise<{ personId: string; alertId: string }> {
  await requestAlert(
    peopleBase(records),
    { address: address(email), language: 'fr', terms: wish },
    now,
  )
  const link = await confirmLinkOf(records, email)
  const ids = await shownBy(records, link, now)
  const done = await pressConfirm(records, link, now)
  return { personId: done.kind === 'confirmed' ? done.personId : '', alertId: ids.at(-1) ?? '' }
}

function run(
  records: Records,
  catalogue: Catalogue,
  names: Parameters<typeof runAlerts>[0]['names'],
  at = nextDay,
): Promise<AlertsRun | undefined> {
  return runAlerts({
    records,
    catalogue,
    names,
    baseUrl: 'https://trialway.example',
    newId: randomUUID,
    clock: () => new Date(at),
    timeZone: 'Europe/Paris',
    dayOf: (moment) => moment.toISOString().slice(0, 10),
  })
}

async function digests(records: Records): Promise<string[]> {
  const mails = await outbox(records)
  return mails.flatMap(({ to, letter }) =>
    letter?.stopUrl ? [`${to}: ${letter.text.replaceAll(/[\u00a0\u202f]/g, ' ')}`] : [],
  )
}

/** What waits to be told, as it is kept. */
function findings(records: Records) {
  return records.db.selectFrom('finding').selectAll().orderBy('person_id').orderBy('id').execute()
}

/** Two studies that are known, and an import a day later in which the first opens. */
async function importOpening({ put, take }: TestCatalogue): Promise<Catalogue> {
  await put([notYet, other], '2026-11-20T06:00:00Z')
  return take(bothLater, '2026-11-25T06:00:00Z')
}

const bothLater = [opened(notYet, '2026-11-24'), opened(other, '2026-11-24')]

/** That catalogue, opened once for all tests that only read it. */
const shared = await openTestCatalogue()
after(() => shared.close())
const { vocabulary } = shared
const catalogue = await importOpening(shared)

onEachStore(
  'a study that starts to look for people near home is mailed once',
  async (records, t) => {
    const own = await testCatalogue(t)
    await subscribe(records, 'parent@example.org')
    const opening = await importOpening(own)
    const first = await run(records, opening, vocabulary)
    assert.deepEqual(
      first?.matched.map(({ news }) => news),
      [1],
    )
    assert.equal(first?.digests, 1)
    const [mail = ''] = await digests(records)
    assert.match(mail, /Anakinra in Kawasaki Disease/)
    assert.match(mail, /État : Cherche des participants/)
    assert.match(mail, /Centre le plus proche : Paris Hospital, Paris, à 1 km de Paris, France/)
    assert.match(mail, /https:\/\/trialway\.example\/fr\/studies\/NCT01000001/)
    assert.doesNotMatch(mail, /NCT01000002/)
    assert.deepEqual(await run(records, opening, vocabulary), nothing)
    await own.put(bothLater, '2026-11-25T06:00:00Z')
    const again = await own.take(bothLater, '2026-11-25T06:00:00Z')
    assert.deepEqual(await run(records, again, vocabulary), nothing)
    assert.equal((await digests(records)).length, 1)
  },
)

onEachStore(
  'what changed between older and newer records of one new catalogue is history, and not told',
  async (records, t) => {
    await subscribe(records, 'parent@example.org')
    const { put, take } = await testCatalogue(t)
    await put([notYet, other], '2026-11-24T12:00:00Z', { filling: true })
    const day = '2026-11-24'
    const filled = await take([opened(notYet, day)], '2026-11-24T13:00:00Z', { filling: true })
    assert.equal(filled.changeLists().length, 1)
    assert.deepEqual(await run(records, filled, vocabulary), nothing)
    const news = await take([opened(other, day, 'COMPLETED')], '2026-11-24T14:00:00Z')
    assert.equal((await run(records, news, vocabulary))?.matched.length, 1)
  },
)

onEachStore('who has stopped, paused or deleted their alert is told nothing', async (records) => {
  const stopped = await subscribe(records, 'stopped@example.org')
  const paused = await subscribe(records, 'paused@example.org')
  const deleted = await subscribe(records, 'deleted@example.org')
  const now = new Date('2026-11-24T12:00:00.000Z')
  await stopAlerts(records, stopped.personId, now)
  await pauseAlert(records, { ...paused, now })
  await deleteAlert(records, { ...deleted, now })
  await run(records, catalogue, vocabulary)
  assert.deepEqual(await digests(records), [])
})

onEachStore('who confirmed after the import hears only of later ones', async (records) => {
  await subscribe(records, 'late@example.org', inCategory, new Date('2026-11-25T07:00:00.000Z'))
  await run(records, catalogue, vocabulary)
  assert.deepEqual(await digests(records), [])
})

onEachStore('a study that two alerts of a person find comes once, with both', async (records) => {
  await subscribe(records, 'parent@example.org')
  await subscribe(records, 'parent@example.org', {
    search: { q: 'anakinra' },
    events: usualEvents.search,
    frequency: 'at_once',
  })
  await run(records, catalogue, vocabulary)
  const mails = await digests(records)
  assert.equal(mails.length, 1)
  const [mail = ''] = mails
  assert.equal(mail.split('/studies/NCT01000001').length, 2)
  assert.match(mail, /« anakinra »/)
  assert.match(mail, /à moins de 50 km de Paris/)
})

onEachStore('far away, for another age or sex, in another state: not told', async (records, t) => {
  const { put, take } = await testCatalogue(t)
  const study = exampleStudy({
    nctId: 'NCT01000003',
    status: 'NOT_YET_RECRUITING',
    minimumAge: '8 Months',
    maximumAge: '17 Years',
    sex: 'FEMALE',
    sites: [lyon],
  })
  await put([study], '2026-11-20T06:00:00Z')
  const { place: _, ...anywhere } = inCategory
  const wishes: Readonly<Record<string, Partial<AlertTerms>>> = {
    near: { place: { name: 'Lyon', lat: 45.75, lon: 4.85, withinKm: 20 } },
    far: { place: nearParis },
    girl: { age: { least: 731, most: 1094, on: '2026-11-01' }, sex: 'FEMALE' },
    boy: { sex: 'MALE' },
    man: { age: { least: 6940, most: 7304, on: '2026-11-01' } },
    // Seven months when it was asked, eight a month later.
    baby: { age: { least: 214, most: 243, on: '2026-10-25' } },
    newborn: { age: { least: 7, most: 13, on: '2026-11-20' } },
    closed: { search: { category: [kawasaki], status: ['COMPLETED'] } },
    recruiting: { search: { category: [kawasaki], status: ['RECRUITING'] } },
    onlySites: { events: eventBits(['site']) },
  }
  for (const [name, wish] of Object.entries(wishes))
    await subscribe(records, `${name}@example.org`, { ...anywhere, ...wish })
  await run(records, await take([opened(study, '2026-11-24')], '2026-11-25T06:00:00Z'), vocabulary)
  const told = (await digests(records)).map((mail) => mail.split('@')[0] ?? '')
  assert.deepEqual(
    told.toSorted((a, b) => a.localeCompare(b)),
    ['baby', 'girl', 'near', 'recruiting'],
  )
})

onEachStore(
  'a study that closes is told to who asked for open ones, and opening again as well',
  async (records, t) => {
    const { put, take } = await testCatalogue(t)
    const open = exampleStudy({ nctId: 'NCT01000004', sites: [paris] })
    await put([open], '2026-11-20T06:00:00Z')
    await subscribe(records, 'parent@example.org', {
      ...inCategory,
      search: { category: [kawasaki], status: ['RECRUITING'] },
      events: eventBits(['recruiting', 'closed']),
    })
    const shut = await take([opened(open, '2026-11-24', 'SUSPENDED')], '2026-11-25T06:00:00Z')
    await run(records, shut, vocabulary)
    const reopened = await take([opened(open, '2026-11-25')], '2026-11-26T06:00:00Z')
    await run(records, reopened, vocabulary, '2026-11-26T08:00:00Z')
    const mails = await digests(records)
    assert.equal(mails.length, 2)
    assert.match(mails[0] ?? '', /Elle ne prend personne pour le moment/)
    assert.match(mails[1] ?? '', /Elle cherche maintenant des participants/)
  },
)

onEachStore('what is no longer so when the mail is made is not offered', async (records, t) => {
  const { put, take } = await testCatalogue(t)
  await put([notYet], '2026-11-20T06:00:00Z')
  await subscribe(records, 'parent@example.org')
  await put([opened(notYet, '2026-11-23')], '2026-11-24T18:00:00Z')
  const shut = await take([opened(notYet, '2026-11-24', 'WITHDRAWN')], '2026-11-25T06:00:00Z')
  const done = await run(records, shut, vocabulary)
  assert.equal(done?.matched.length, 2)
  assert.equal(done?.digests, 0)
  const waiting = await records.db
    .selectFrom('news')
    .select('mark')
    .where('digest_id', 'is', null)
    .execute()
  assert.deepEqual(waiting, [])
})

onEachStore(
  'daily and weekly mails wait for their hour, and come once a period',
  async (records, t) => {
    const { put, take } = await testCatalogue(t)
    const second = exampleStudy({
      nctId: 'NCT01000005',
      status: 'NOT_YET_RECRUITING',
      sites: [paris],
    })
    await put([notYet, second], '2026-11-20T06:00:00Z')
    await subscribe(records, 'daily@example.org', { ...inCategory, frequency: 'daily' })
    await subscribe(records, 'weekly@example.org', { ...inCategory, frequency: 'weekly' })
    const one = await take([opened(notYet, '2026-11-24')], '2026-11-25T03:00:00Z')
    const at = async (time: string, catalogue = one): Promise<string[]> => {
      const before = (await digests(records)).length
      await run(records, catalogue, vocabulary, time)
      return (await digests(records)).slice(before).map((mail) => mail.split('@')[0] ?? '')
    }
    assert.deepEqual(await at('2026-11-25T05:59:00Z'), [])
    assert.deepEqual(await at('2026-11-25T06:01:00Z'), ['daily'])
    const two = await take([opened(second, '2026-11-25')], '2026-11-25T12:00:00Z')
    assert.deepEqual(await at('2026-11-25T12:01:00Z', two), [])
    assert.deepEqual(await at('2026-11-26T06:01:00Z', two), ['daily'])
    assert.deepEqual(await at('2026-11-29T20:00:00Z', two), [])
    assert.deepEqual(await at('2026-11-30T06:01:00Z', two), ['weekly'])
    assert.deepEqual(await at('2026-12-07T06:01:00Z', two), [])
  },
)

onEachStore('a digest shows twenty studies and links to the rest', async (records, t) => {
  const { put, take } = await testCatalogue(t)
  const many = Array.from({ length: 23 }, (_, index) =>
    exampleStudy({
      nctId: `NCT0200${String(index).padStart(4, '0')}`,
      status: 'NOT_YET_RECRUITING',
      sites: [paris],
    }),
  )
  await put(many, '2026-11-20T06:00:00Z')
  await subscribe(records, 'parent@example.org')
  const catalogue = await take(
    many.map((study) => opened(study, '2026-11-24')),
    '2026-11-25T06:00:00Z',
  )
  await run(records, catalogue, vocabulary)
  const [mail = ''] = await digests(records)
  assert.equal(mail.split('/studies/NCT').length - 1, 20)
  assert.match(
    mail,
    /3 autres études\. Les chercher\nhttps:\/\/trialway\.example\/fr\/search\?category=heart-and-vessels&near=Paris/,
  )
})

onEachStore(
  'one study can be followed: it opens, changes, gets a place near me, closes',
  async (records, t) => {
    const { put, take } = await testCatalogue(t)
    const study = exampleStudy({ nctId: 'NCT01000006', sites: [lyon] })
    await put([study, other], '2026-11-20T06:00:00Z')
    const follow = { search: { study: 'NCT01000006' }, frequency: 'at_once' } as const
    await subscribe(records, 'any@example.org', { ...follow, events: usualEvents.study })
    await subscribe(records, 'near@example.org', {
      ...follow,
      place: nearParis,
      events: eventBits(['site']),
    })
    const moved = exampleStudy({
      nctId: 'NCT01000006',
      updated: '2026-11-24',
      sites: [lyon, { ...lyon, city: 'Bron' }],
    })
    await run(records, await take([moved], '2026-11-25T06:00:00Z'), vocabulary)
    assert.deepEqual(
      (await digests(records)).map((mail) => mail.split('@')[0]),
      ['any'],
    )
    const nearer = exampleStudy({
      nctId: 'NCT01000006',
      updated: '2026-11-25',
      sites: [lyon, paris],
    })
    await run(
      records,
      await take([nearer], '2026-11-26T06:00:00Z'),
      vocabulary,
      '2026-11-26T08:00:00Z',
    )
    const told = (await digests(records)).slice(1).map((mail) => mail.split('@')[0])
    assert.deepEqual(
      told.toSorted((a, b) => a?.localeCompare(b ?? '') ?? 0),
      ['any', 'near'],
    )
  },
)

onEachStore(
  'a study that opens is near only by a place that takes people, and a mail of its other news says so',
  async (records, t) => {
    const { take, vocabulary } = await testCatalogue(t)
    const sites = [
      { ...paris, status: 'WITHDRAWN' },
      { ...lyon, status: 'RECRUITING' },
    ]
    const before = exampleStudy({ nctId: 'NCT01000009', status: 'NOT_YET_RECRUITING', sites })
    await take([before, other], '2026-11-20T06:00:00Z')
    const opens = { ...inCategory, events: eventBits(['recruiting']) }
    await subscribe(records, 'paris@example.org', opens)
    await subscribe(records, 'lyon@example.org', {
      ...opens,
      place: { ...lyon, name: 'Lyon, France', withinKm: 30 },
    })
    await subscribe(records, 'any@example.org', {
      ...inCategory,
      events: eventBits(['recruiting', 'changed']),
    })
    await run(
      records,
      await take([opened(before, '2026-11-24')], '2026-11-25T06:00:00Z'),
      vocabulary,
    )
    const told = (await digests(records)).toSorted((a, b) => (a < b ? -1 : 1))
    assert.deepEqual(
      told.map((mail) => mail.split('@')[0]),
      ['any', 'lyon'],
    )
    assert.match(
      told[0] ?? '',
      /Ce centre ne prend personne .* participants : Lyon Hospital, Lyon, à 3\d\d km de Paris/,
    )
    assert.doesNotMatch(told[1] ?? '', /ne prend personne|Paris/)
  },
)

onEachStore('three runs at once tell everybody once', async (records) => {
  for (let index = 0; index < 30; index++) await subscribe(records, `p${index}@example.org`)
  const runs = await Promise.all([1, 2, 3].map(() => run(records, catalogue, vocabulary)))
  // One whose turn comes when the first has ended may work too: it finds nobody left to tell.
  assert.ok(runs.some(Boolean))
  assert.equal((await digests(records)).length, 30)
})

onEachStore('a run that was stopped in the middle is finished by the next', async (records) => {
  await subscribe(records, 'parent@example.org')
  const options = {
    records,
    catalogue,
    names: vocabulary,
    baseUrl: 'https://trialway.example',
    newId: randomUUID,
    clock: () => new Date(nextDay),
    timeZone: 'UTC',
    dayOf: (moment: Date) => moment.toISOString().slice(0, 10),
  }
  const stop = new AbortController()
  const onProgress = (): void => stop.abort()
  await assert.rejects(runAlerts({ ...options, signal: stop.signal, onProgress }))
  assert.equal(await isAlertsWorkDue(options), true)
  await runAlerts(options)
  assert.equal((await digests(records)).length, 1)
  assert.equal(await isAlertsWorkDue(options), false)
})

onEachStore(
  'two runs that both believe the work is theirs tell everybody once',
  async (records) => {
    for (let index = 0; index < 20; index++) await subscribe(records, `p${index}@example.org`)
    const aheadOfIt = '2026-11-25T08:05:00Z'
    const runs = await Promise.all([
      run(records, catalogue, vocabulary),
      run(records, catalogue, vocabulary, aheadOfIt),
    ])
    assert.equal(runs.filter(Boolean).length, 2)
    assert.equal((await digests(records)).length, 20)
    assert.deepEqual(await findings(records), [])
  },
)

onEachStore('what was found twice for somebody is kept once', async (records) => {
  const weekly = { ...inCategory, frequency: 'weekly' as const }
  await subscribe(records, 'parent@example.org', weekly)
  const { personId, alertId } = await subscribe(records, 'pausing@example.org', weekly)
  await run(records, catalogue, vocabulary)
  const once = await findings(records)
  assert.equal(once.length, 2)
  await records.write((tx) => tx.deleteFrom('matched_import').execute())
  await run(records, catalogue, vocabulary)
  assert.deepEqual(await findings(records), once)
  await pauseAlert(records, { personId, alertId, now: new Date(nextDay) })
  assert.equal((await findings(records)).length, 1)
})

onEachStore(
  'of what was found together and is told in part only the rest stays, sealed anew',
  async (records, t) => {
    const second = exampleStudy({
      nctId: 'NCT01000005',
      status: 'NOT_YET_RECRUITING',
      sites: [paris],
    })
    const ahead = await testCatalogue(t)
    const behind = await testCatalogue(t)
    for (const { put } of [ahead, behind]) await put([notYet, second], '2026-11-20T06:00:00Z')
    const { personId } = await subscribe(records, 'parent@example.org', {
      ...inCategory,
      frequency: 'weekly',
    })
    const both = [opened(notYet, '2026-11-24'), opened(second, '2026-11-24')]
    const whole = await ahead.take(both, '2026-11-28T05:00:00Z')
    await run(records, whole, vocabulary, '2026-11-29T05:00:00Z')
    const part = await behind.take(both.slice(0, 1), '2026-11-28T05:00:00Z')
    await run(records, part, vocabulary, '2026-11-30T08:00:00Z')
    assert.equal((await digests(records)).length, 1)
    const [left, ...others] = await findings(records)
    assert.deepEqual(others, [])
    const person = (await personById(records.db, records.keys, personId)) ?? assert.fail()
    const open = openFinding(person, left ?? assert.fail())
    assert.deepEqual(
      open.map(({ nctId }) => nctId),
      ['NCT01000005'],
    )
    await run(records, whole, vocabulary, '2026-12-07T08:00:00Z')
    assert.match((await digests(records)).at(-1) ?? '', /NCT01000005/)
    assert.deepEqual(await findings(records), [])
  },
)

onEachStore(
  'who stops while an import is matched does not keep others from being told',
  async (records) => {
    const people: { personId: string }[] = []
    for (let index = 0; index < 10; index++)
      people.push(await subscribe(records, `p${index}@example.org`))
    const stopping = {
      ...catalogue,
      searchAmong: async (...asked: Parameters<Catalogue['searchAmong']>) => {
        const found = await catalogue.searchAmong(...asked)
        await stopAlerts(records, people[3]?.personId ?? '', new Date(nextDay))
        return found
      },
    }
    const done = await run(records, stopping, vocabulary)
    assert.equal(done?.digests, 9)
  },
)

onEachStore(
  'what waits is not told when its alert is changed, unless only its pace is',
  async (records) => {
    const weekly = { ...inCategory, frequency: 'weekly' as const }
    const hastier = await subscribe(records, 'hastier@example.org', weekly)
    const moved = await subscribe(records, 'moved@example.org', weekly)
    await run(records, catalogue, vocabulary)
    const now = new Date(nextDay)
    await changeAlert(records, { ...hastier, now }, { ...weekly, frequency: 'at_once' })
    const elsewhere = { ...nearParis, name: 'Lyon', lat: 45.76, lon: 4.84 }
    await changeAlert(records, { ...moved, now }, { ...weekly, place: elsewhere })
    await run(records, catalogue, vocabulary, '2026-12-01T08:00:00Z')
    const told = (await digests(records)).map((mail) => mail.split('@')[0])
    assert.deepEqual(told, ['hastier'])
  },
)

onEachStore(
  'a server whose catalogue is behind waits with what it does not have yet',
  async (records, t) => {
    const behind = await testCatalogue(t)
    const old = await behind.take([notYet, other], '2026-11-20T06:00:00Z')
    await subscribe(records, 'parent@example.org', { ...inCategory, frequency: 'daily' })
    await run(records, catalogue, vocabulary, '2026-11-25T05:00:00Z')
    await run(records, old, vocabulary, '2026-11-25T06:30:00Z')
    assert.deepEqual(await digests(records), [])
    const now = await behind.take([opened(notYet, '2026-11-24')], '2026-11-25T07:00:00Z')
    await run(records, now, vocabulary, '2026-11-25T07:30:00Z')
    assert.equal((await digests(records)).length, 1)
  },
)

onEachStore(
  'news of a study whose record is damaged waits, and is told once that is mended',
  async (records) => {
    await subscribe(records, 'parent@example.org')
    const study = (nctId: string): never => {
      throw new StudyDamaged(nctId)
    }
    const done = await run(records, { ...catalogue, study }, vocabulary)
    assert.equal(done?.damaged.length, 1)
    assert.equal(done?.digests, 0)
    const mended = await run(records, catalogue, vocabulary)
    assert.deepEqual([mended?.damaged, mended?.digests], [[], 1])
  },
)

onEachStore(
  'a list that is gone or broken keeps nobody else from being told',
  async (records, t) => {
    const own = await testCatalogue(t)
    await subscribe(records, 'parent@example.org')
    await own.put([notYet, other], '2026-11-20T06:00:00Z')
    await own.put(bothLater, '2026-11-25T06:00:00Z')
    const catalogue = await own.take(
      [opened(other, '2026-11-25', 'COMPLETED')],
      '2026-11-26T06:00:00Z',
    )
    const [first, second] = catalogue.changeLists()
    const partly = (broken: string | undefined, answer: () => Promise<undefined>): Catalogue => ({
      ...catalogue,
      readChangeList: (name) => (name === broken ? answer() : catalogue.readChangeList(name)),
    })
    const breaks = partly(second?.name, () => Promise.reject(new Error('half a list')))
    const done = await run(records, breaks, vocabulary, '2026-11-26T08:00:00Z')
    assert.deepEqual(
      done?.failed.map(({ list }) => list),
      [second?.name],
    )
    assert.equal(done?.digests, 1)
    const gone = partly(second?.name, () => Promise.resolve(undefined))
    await run(records, gone, vocabulary, '2026-11-26T08:00:00Z')
    assert.notEqual(first, undefined)
    const due = await isAlertsWorkDue({
      records,
      catalogue,
      timeZone: 'UTC',
      clock: () => new Date('2026-11-26T08:00:00Z'),
    })
    assert.equal(due, false)
  },
)

onEachStore('no run is started for what is not to be told yet', async (records) => {
  await subscribe(records, 'weekly@example.org', { ...inCategory, frequency: 'weekly' })
  await run(records, catalogue, vocabulary)
  const isDue = (at: string): Promise<boolean> =>
    isAlertsWorkDue({ records, catalogue, timeZone: 'UTC', clock: () => new Date(at) })
  assert.equal(await isDue('2026-11-26T12:00:00Z'), false)
  assert.equal(await isDue('2026-11-29T12:00:00Z'), false)
  assert.equal(await isDue('2026-11-30T07:00:00Z'), true)
})
