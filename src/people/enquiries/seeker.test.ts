import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { siteId } from '../../finder/registry/site-id.ts'
import { outbox } from '../../testing/test-alerts.ts'
import {
  asked,
  bicetre,
  enquiryAsk,
  enquiryBase,
  enquiryLinksTo,
  parentsWords,
} from '../../testing/test-enquiries.ts'
import { fc } from '../../testing/properties.ts'
import { askedStudy, atSite } from '../../testing/test-promises.ts'
import { onEachStore, testNow } from '../../testing/test-records.ts'
import type { Records } from '../records/model/records.ts'
import { confirmEnquiry } from './confirm.ts'
import { changeState } from './model/change.ts'
import { type Enquiry, readEnquiry } from './model/enquiry.ts'
import { passOn } from './pass-on.ts'
import { addNote, correct } from './seeker.ts'
import { seekerView } from './seeker-view.ts'
import { withdraw } from './withdraw.ts'

const parent = 'parent@example.org'
const coordinator = 'coordinator@example.org'
const later = (hours: number): Date => new Date(testNow.getTime() + hours * 3_600_000)
const lyon = siteId({ facility: 'CHU de Lyon', city: 'Lyon', country: 'France' })
const necker = siteId({ facility: 'Hôpital Necker', city: 'Paris', country: 'France' })
const { consent } = enquiryAsk(parent)

/** An enquiry that is at a site whose coordinator is here. */
async function atTheSite(records: Records): Promise<Enquiry> {
  await atSite(records, coordinator, 'coordinator', { now: testNow })
  return sentFrom(records, parent)
}

/** As its form and its link send it. */
async function sentFrom(records: Records, from: string): Promise<Enquiry> {
  await asked(records, from, { now: testNow, formKey: from })
  const [link = ''] = await enquiryLinksTo(records, from)
  const done = await confirmEnquiry(enquiryBase(records, [askedStudy]), link, testNow)
  assert.ok(done.kind === 'sent')
  return done.enquiry
}

async function found(records: Records, { id }: Pick<Enquiry, 'id'>): Promise<Enquiry> {
  const enquiry = await readEnquiry(records.db, records.keys, id)
  assert.ok(enquiry)
  return enquiry
}

async function mailsTo(records: Records, to: string): Promise<number> {
  return (await outbox(records)).filter((mail) => mail.to === to).length
}

onEachStore(
  'a note reaches the site with its words, and pressed twice it is one',
  async (records) => {
    const enquiry = await atTheSite(records)
    const base = enquiryBase(records, [askedStudy])
    assert.equal(await addNote(base, enquiry.id, ' La fièvre est partie. ', later(1)), 'done')
    assert.equal(await addNote(base, enquiry.id, 'La fièvre est partie.', later(1.1)), 'done')
    const { events, hasNews, version } = await found(records, enquiry)
    assert.equal(events.filter(({ kind }) => kind === 'note').length, 1)
    assert.equal(events.find(({ kind }) => kind === 'note')?.text, 'La fièvre est partie.')
    assert.ok(hasNews)
    assert.ok(version > enquiry.version)
    assert.equal(await mailsTo(records, coordinator), 2)
    assert.doesNotMatch(JSON.stringify(await outbox(records)), /fièvre/)
  },
)

onEachStore(
  'a note that is empty, too long or one too many is refused, and changes nothing',
  async (records) => {
    const enquiry = await atTheSite(records)
    const base = enquiryBase(records, [askedStudy])
    const before = await found(records, enquiry)
    assert.equal(await addNote(base, enquiry.id, '  \n ', later(1)), 'empty')
    assert.equal(await addNote(base, enquiry.id, 'x'.repeat(5001), later(1)), 'too-long')
    assert.equal(await addNote(base, randomUUID(), 'x', later(1)), 'gone')
    assert.deepEqual((await found(records, enquiry)).events, before.events)
    const arabic = 'مرحبا'.repeat(1000)
    assert.equal(await addNote(base, enquiry.id, arabic, later(1)), 'done')
    assert.equal((await found(records, enquiry)).events.at(-1)?.text, arabic)
    for (let at = 0; at < 49; at++)
      assert.equal(await addNote(base, enquiry.id, `note ${at}`, later(1)), 'done')
    assert.equal(await mailsTo(records, coordinator), 2, 'nobody looked, so one mail is enough')
    assert.equal(await addNote(base, enquiry.id, 'one more', later(1)), 'too-many')
  },
)

onEachStore(
  'a correction takes the place of what was said, and the site sees which parts are new',
  async (records) => {
    const enquiry = await atTheSite(records)
    const base = enquiryBase(records, [askedStudy])
    const right = { phone: '+33 7 00 00 00 00', answers: null, age: '4 ans' }
    assert.equal(await correct(base, enquiry.id, right, later(1)), 'done')
    const { answers: _, ...others } = parentsWords
    const { details, events } = await found(records, enquiry)
    assert.deepEqual(details, { ...others, phone: '+33 7 00 00 00 00', age: '4 ans' })
    assert.deepEqual(events.at(-1)?.details, { parts: 'age answers phone' })
    const before = events.length
    assert.equal(await correct(base, enquiry.id, right, later(2)), 'done')
    assert.equal((await found(records, enquiry)).events.length, before)
    await assert.rejects(correct(base, enquiry.id, { message: 'x'.repeat(5001) }, later(3)))
    assert.deepEqual((await found(records, enquiry)).details, details)
  },
)

onEachStore(
  'an age that is put right leaves no answer of the check that rests on the one before',
  async (records) => {
    const enquiry = await atTheSite(records)
    const base = enquiryBase(records, [askedStudy])
    const { age = '', answers = [] } = parentsWords
    const limit = { criterion: 'Age: 1 Year and older', kind: 'limit', reading: 'met' } as const
    const woman = { criterion: 'Women', kind: 'inclusion', reading: 'met', said: 'female' } as const
    const checked = [{ ...limit, said: age }, woman, ...answers]
    await correct(base, enquiry.id, { answers: checked, sex: 'FEMALE' }, later(1))
    assert.equal(await correct(base, enquiry.id, { age: '8 months' }, later(2)), 'done')
    const after = await found(records, enquiry)
    const unknown = { ...limit, said: '8 months', reading: 'unknown' }
    assert.deepEqual(after.details.answers, [unknown, woman, ...answers])
    assert.deepEqual(after.events.at(-1)?.details, { parts: 'age answers' })
    await correct(base, enquiry.id, { age: null, sex: 'MALE' }, later(3))
    assert.deepEqual((await found(records, enquiry)).details.answers, [
      { ...unknown, said: 'unknown' },
      { ...woman, said: 'male', reading: 'unknown' },
      ...answers,
    ])
  },
)

onEachStore(
  'who was asked before is told of the next site, which gets all that was said',
  async (records) => {
    const enquiry = await atTheSite(records)
    await atSite(records, 'lyon@example.org', 'coordinator', { site: lyon, now: testNow })
    const base = enquiryBase(records, [askedStudy])
    const done = await passOn(base, enquiry.id, { site: lyon, consent }, later(1))
    assert.ok(done.kind === 'sent')
    const next = await found(records, done.enquiry)
    assert.deepEqual(next.details, { ...parentsWords, place: { name: 'Paris, France' } })
    assert.deepEqual([next.state, next.site, next.siteLabel.city], ['sent', lyon, 'Lyon'])
    assert.equal(next.confirmedAt, later(1).toISOString())
    assert.notEqual(next.caseNumber, enquiry.caseNumber)
    const before = await found(records, enquiry)
    assert.equal(before.state, 'passed')
    assert.equal(before.dueAt, null)
    assert.deepEqual(before.events.at(-1)?.details, { site: lyon })
    assert.equal(await mailsTo(records, 'lyon@example.org'), 1)
    const again = await passOn(base, enquiry.id, { site: lyon, consent }, later(1))
    assert.ok(again.kind === 'known')
    assert.equal(again.enquiry.id, next.id)
    assert.equal((await records.db.selectFrom('enquiry').select('id').execute()).length, 2)
  },
)

onEachStore('passed on twice at one moment, the next site is asked once', async (records) => {
  const enquiry = await atTheSite(records)
  await atSite(records, 'lyon@example.org', 'coordinator', { site: lyon, now: testNow })
  const base = enquiryBase(records, [askedStudy])
  const done = await Promise.all(
    [1, 2].map(() => passOn(base, enquiry.id, { site: lyon, consent }, later(1))),
  )
  assert.deepEqual(done.map(({ kind }) => kind).toSorted(), ['known', 'sent'])
})

onEachStore(
  'a site that cannot be asked is not passed on to, and nothing changes',
  async (records) => {
    const enquiry = await atTheSite(records)
    const base = enquiryBase(records, [askedStudy])
    const to = async (site: string) => {
      const done = await passOn(base, enquiry.id, { site, consent }, later(1))
      return done.kind === 'closed' ? done.why.reason : done.kind
    }
    assert.equal(await to(necker), 'site-closed')
    assert.equal(await to('0000000000'), 'site-gone')
    assert.equal(await to(lyon), 'no-way')
    assert.equal(await to(siteId(bicetre)), 'known')
    assert.equal((await found(records, enquiry)).state, 'sent')
    const nobody = await passOn(base, randomUUID(), { site: lyon, consent }, later(1))
    assert.equal(nobody.kind, 'gone')
  },
)

onEachStore('an answer that was given stays when another site is asked', async (records) => {
  const enquiry = await atTheSite(records)
  await atSite(records, 'lyon@example.org', 'coordinator', { site: lyon, now: testNow })
  await records.write(async (tx) => {
    const held = await readEnquiry(tx, records.keys, enquiry.id)
    assert.ok(held)
    await changeState(tx, held, { state: 'not-eligible', isAnswered: true }, later(1))
  })
  const base = enquiryBase(records, [askedStudy])
  assert.equal((await passOn(base, enquiry.id, { site: lyon, consent }, later(2))).kind, 'sent')
  assert.equal((await found(records, enquiry)).state, 'not-eligible')
})

onEachStore(
  'who passes on again and again is stopped after ten sites in a day',
  async (records) => {
    const enquiry = await atTheSite(records)
    await atSite(records, 'lyon@example.org', 'coordinator', { site: lyon, now: testNow })
    const base = enquiryBase(records, [askedStudy])
    let last = enquiry
    const kinds: string[] = []
    for (let times = 0; times < 12; times++) {
      const site = last.site === lyon ? enquiry.site : lyon
      const done = await passOn(base, last.id, { site, consent }, later(1))
      kinds.push(done.kind)
      if (done.kind === 'sent') last = done.enquiry
    }
    assert.deepEqual(kinds, [...Array(9).fill('sent'), ...Array(3).fill('enough')])
    const site = last.site === lyon ? enquiry.site : lyon
    assert.equal((await passOn(base, last.id, { site, consent }, later(26))).kind, 'sent')
  },
)

onEachStore('nothing can be said or decided any more once it was taken back', async (records) => {
  const enquiry = await atTheSite(records)
  const base = enquiryBase(records, [askedStudy])
  assert.ok(await withdraw(base, enquiry.id, later(1)))
  assert.equal(await addNote(base, enquiry.id, 'x', later(1)), 'gone')
  assert.equal(await correct(base, enquiry.id, { message: 'x' }, later(1)), 'gone')
  assert.equal((await passOn(base, enquiry.id, { site: lyon, consent }, later(1))).kind, 'gone')
  const late = records.write((tx) => changeState(tx, enquiry, { state: 'invited' }, later(1)))
  assert.equal(await late, undefined)
  // The mail that told the site of it is gone, too.
  assert.equal(await mailsTo(records, coordinator), 0)
})

onEachStore(
  'the page of who asked shows steps and lateness, and not what the site keeps to itself',
  async (records) => {
    const enquiry = await atTheSite(records)
    const view = await seekerView(records, enquiry.id, later(1))
    assert.deepEqual([view?.isLate, view?.hasEnded], [false, false])
    assert.equal((await seekerView(records, enquiry.id, later(24 * 30)))?.isLate, true)
    assert.ok(view && !('takenBy' in view) && !('events' in view))
  },
)

onEachStore(
  'whatever the order of words and clocks, nothing is lost and all stays in order',
  async (records) => {
    await atSite(records, coordinator, 'coordinator', { now: testNow })
    await atSite(records, 'lyon@example.org', 'coordinator', { site: lyon, now: testNow })
    const base = enquiryBase(records, [askedStudy])
    const word = fc.record({
      what: fc.constantFrom('note', 'correct', 'pass', 'withdraw' as const),
      hours: fc.integer({ min: -100, max: 100 }),
      text: fc.string({ minLength: 1, maxLength: 20 }),
    })
    let number = 0
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 8 }), async (words) => {
        const enquiry = await sentFrom(records, `p${number++}@example.org`)
        let isGone = false
        let notes = 0
        for (const { what, hours, text } of words) {
          const now = later(hours)
          if (what === 'note') {
            const said = await addNote(base, enquiry.id, `${notes} ${text}`, now)
            assert.equal(said, isGone ? 'gone' : 'done')
            if (!isGone) notes++
          } else if (what === 'correct')
            assert.equal(
              await correct(base, enquiry.id, { message: text }, now),
              isGone ? 'gone' : 'done',
            )
          else if (what === 'pass') {
            const done = await passOn(base, enquiry.id, { site: lyon, consent }, now)
            assert.ok(isGone ? done.kind === 'gone' : ['sent', 'known'].includes(done.kind))
          } else {
            assert.equal(await withdraw(base, enquiry.id, now), !isGone)
            isGone = true
          }
        }
        const after = await readEnquiry(records.db, records.keys, enquiry.id)
        assert.equal(after === undefined, isGone)
        const events = after?.events ?? []
        assert.equal(events.filter(({ kind }) => kind === 'note').length, isGone ? 0 : notes)
        assert.deepEqual(
          events.map(({ at }) => at),
          events.map(({ at }) => at).toSorted(),
        )
      }),
      { numRuns: 12 },
    )
  },
)
