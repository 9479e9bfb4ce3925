import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readMailAddress } from '../address.ts'
import { onEachStore, personAt, testNow as now } from '../../../testing/test-records.ts'
import { returnLease, takeLease } from '../lease.ts'
import { erasePerson, findPerson } from '../persons.ts'
import type { Records, Tx } from './records.ts'
import type { Tables } from './tables.ts'
import { insertRows } from './rows.ts'

onEachStore('what a write throws away was never there', async (records) => {
  const failing = records.write(async (tx) => {
    await addPace(tx, 'a')
    throw new Error('no')
  })
  await assert.rejects(failing, /no/)
  assert.deepEqual(await keysOf(records), [])
  await records.write((tx) => addPace(tx, 'b'))
  assert.deepEqual(await keysOf(records), ['b'])
})

onEachStore(
  'reading goes on while a write is going on, and sees nothing of it',
  async (records) => {
    let go = (): void => {}
    const gate = new Promise<void>((resolve) => (go = resolve))
    let written = (): void => {}
    const isWritten = new Promise<void>((resolve) => (written = resolve))
    const writing = records.write(async (tx) => {
      await addPace(tx, 'a')
      written()
      await gate
    })
    await isWritten
    assert.deepEqual(await keysOf(records), [])
    go()
    await writing
    assert.deepEqual(await keysOf(records), ['a'])
  },
)

onEachStore('what only reads cannot write', async (records) => {
  await assert.rejects(
    records.db.insertInto('mail_pace').values(paceOf('k')).execute(),
    /read.?only|takes nothing in/,
  )
})

onEachStore('a light write is there for all to see', async (records) => {
  await records.writeLightly((tx) => addPace(tx, 'light'))
  assert.deepEqual(await keysOf(records), ['light'])
})

onEachStore('writes that come at once are all done', async (records) => {
  await Promise.all(
    Array.from({ length: 30 }, (_, number) =>
      records.write(async (tx) => {
        const { count } = await tx
          .selectFrom('mail_pace')
          .select((test) => test.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
        assert.equal(typeof count, 'number')
        await addPace(tx, String(number))
      }),
    ),
  )
  assert.equal((await keysOf(records)).length, 30)
})

onEachStore('text is ordered by its bytes, the same on both databases', async (records) => {
  const keys = ['b', 'A', 'ä', 'a', 'B', '_', '1']
  for (const key of keys) await records.write((tx) => addPace(tx, key))
  assert.deepEqual(await keysOf(records), ['1', 'A', 'B', '_', 'a', 'b', 'ä'])
})

onEachStore('many rows go in at once, and what is known already is left alone', async (records) => {
  const person = await personAt(records)
  const key = new Uint8Array([0, 92, 255])
  const mails = ['<1@x>', '<2@x>', '<3@x>'].map((message_id) => ({
    id: randomUUID(),
    person_id: person.id,
    stream: 'alert' as const,
    message_id,
    domain_key: 'it’s "quoted" \\ 😀',
    letter_sealed: message_id === '<2@x>' ? null : key,
    state: 'queued' as const,
    attempts: 0,
    due_at: now.toISOString(),
    lease_holder: null,
    lease_until: null,
    outcome: null,
    outcome_code: null,
    created_at: now.toISOString(),
    settled_at: null,
  }))
  const insert = (rows: typeof mails): Promise<number> =>
    records.write((tx) => insertRows(tx, 'mail', rows, { onConflict: 'nothing' }))
  assert.equal(await insert(mails.slice(0, 2)), 2)
  assert.equal(await insert(mails), 1)
  assert.equal(await insert([]), 0)
  const stored = await records.db.selectFrom('mail').selectAll().orderBy('message_id').execute()
  assert.deepEqual(stored, mails)
  await assert.rejects(records.write((tx) => insertRows(tx, 'mail', mails)))
})

onEachStore(
  'a person is found by any spelling of one address, and erased with all that hangs on them',
  async (records) => {
    const person = await personAt(records, 'Mother@example.org')
    assert.equal(person.address(), 'Mother@example.org')
    const again = await personAt(records, 'mother@EXAMPLE.org')
    assert.equal(again.id, person.id)
    await records.write(async (tx) => {
      const at = now.toISOString()
      await tx
        .insertInto('digest')
        .values({ id: 'd', person_id: person.id, period: 'daily:2026-11-25', composed_at: at })
        .execute()
      await erasePerson(tx, person.id)
    })
    assert.deepEqual(await records.db.selectFrom('digest').selectAll().execute(), [])
    assert.equal(
      await findPerson(records.db, records.keys, addressOf('mother@example.org')),
      undefined,
    )
  },
)

onEachStore('two who make the same person at once get the same one', async (records) => {
  const made = await Promise.all(Array.from({ length: 8 }, () => personAt(records)))
  assert.equal(new Set(made.map(({ id }) => id)).size, 1)
})

onEachStore(
  'a lease is held by one, kept by its holder, and taken over when it has run out',
  async (records) => {
    const later = new Date(now.getTime() + 61_000)
    assert.ok(await takeLease(records, 'work', 'a', now, 60))
    assert.ok(await takeLease(records, 'work', 'a', now, 60))
    assert.ok(!(await takeLease(records, 'work', 'b', now, 60)))
    assert.ok(await takeLease(records, 'work', 'b', later, 60))
    await returnLease(records, 'work', 'a')
    assert.ok(!(await takeLease(records, 'work', 'a', later, 60)))
    await returnLease(records, 'work', 'b')
    assert.ok(await takeLease(records, 'work', 'a', later, 60))
  },
)

onEachStore('a value that is not one of its kind is refused', async (records) => {
  const person = await personAt(records)
  const wrong = records.write((tx) =>
    tx
      .updateTable('person')
      .set({ language: 'de' as 'fr' })
      .where('id', '=', person.id)
      .execute(),
  )
  await assert.rejects(wrong, /check|constraint/i)
})

function addPace(tx: Tx, key: string) {
  return tx.insertInto('mail_pace').values(paceOf(key)).execute()
}

function paceOf(key: string): Tables['mail_pace'] {
  return { key, next_at: now.toISOString(), failures: 0, down_until: null }
}

async function keysOf(records: Records): Promise<string[]> {
  const rows = await records.db.selectFrom('mail_pace').select('key').orderBy('key').execute()
  return rows.map(({ key }) => key)
}

function addressOf(typed: string) {
  return readMailAddress(typed) ?? assert.fail()
}

onEachStore(
  'a lease of a clock that was ahead is free when the clock is right again',
  async (records) => {
    const ahead = new Date('2027-11-25T10:00:00.000Z')
    const right = new Date('2026-11-25T10:00:00.000Z')
    assert.equal(await takeLease(records, 'work', 'killed', ahead, 120), true)
    assert.equal(await takeLease(records, 'work', 'next', right, 120), true)
    assert.equal(await takeLease(records, 'work', 'third', right, 120), false)
  },
)
