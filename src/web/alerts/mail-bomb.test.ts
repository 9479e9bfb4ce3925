import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { answered, delivered, outbox } from '../../testing/test-alerts.ts'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { confirmForm, usualForm, visitor, type Visitor } from '../../testing/visitor.ts'
import { createSite } from '../site.ts'

let app: TestApp
let visit: Visitor
let networks = 0

before(async () => {
  app = await openTestApp()
  visit = visitor(createSite({ ...app, trustProxy: true }), app.baseUrl)
})
after(() => app.close())

/** Sends a form from a network of its own, or from one that asked before. */
function from(network = ++networks) {
  return {
    from: '127.0.0.1',
    headers: { 'x-forwarded-for': `20.${network >> 8}.${network & 255}.9` },
  }
}

/** Mails to one mailbox, as its provider would put them together. */
async function mailsTo(name: string) {
  const plain = (to: string): string =>
    (to.toLowerCase().split('@')[0] ?? '').replace(/\+.*/, '').replaceAll('.', '')
  return (await outbox(app.people.records)).filter(({ to }) => plain(to) === name)
}

test('300 requests from 300 networks cause three mails to a mailbox, and its owner can confirm', async () => {
  const spellings = ['victim', 'v.ictim', 'victim+a', 'Vic.tim+b', 'VICTIM', 'victim+a+b']
  const answers = new Set<string>()
  for (let at = 0; at < 300; at++) {
    const domain = at % 3 === 0 ? 'googlemail.com' : 'gmail.com'
    const email = `${spellings[at % spellings.length]}${at % 7 === 0 ? `+${at}` : ''}@${domain}`
    const path = at % 10 === 9 ? '/alerts/lost' : '/alerts'
    const answer = await visit.post(path, { ...usualForm, q: `word ${at}`, email }, from())
    answers.add(`${path} ${answer.status} ${answer.to} ${answer.text}`)
  }
  assert.deepEqual([...answers].toSorted(), [
    '/alerts 303 /alerts/sent ',
    '/alerts/lost 303 /alerts/sent-link ',
  ])
  const mails = await mailsTo('victim')
  assert.ok(mails.length <= 3 && mails.length > 0, `${mails.length} mails`)
  await delivered(app.people.records, app.now())

  await visit.post('/alerts', { ...usualForm, q: 'mine', email: 'victim@gmail.com' }, from())
  const came = (await mailsTo('victim')).filter(({ to }) => to.toLowerCase() === 'victim@gmail.com')
  const links = came.flatMap(
    ({ letter }) => /\/alerts\/confirm\/[\w-]+/.exec(letter?.text ?? '')?.[0] ?? [],
  )
  const [way = ''] = links
  const { text } = await visit.get(way)
  assert.match(text, /“mine”/)
  const { shown, alert } = confirmForm(text)
  const mine = alert.filter((id) => text.indexOf('“mine”') - text.indexOf(`value="${id}"`) > 0)
  const { to } = await visit.post(way, { shown, alert: mine.at(-1) ?? '' })
  assert.match((await visit.get(to)).text, /“mine”/)
})

test('known, waiting, suppressed and unknown addresses leave the same behind until they are dealt with', async () => {
  const { db } = app.people.records
  await answered(app.people.records)
  const tables = ['person', 'subscription', 'request_link', 'mail', 'audit_event'] as const
  const everything = async (): Promise<string> =>
    JSON.stringify(
      await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute())),
    )
  const before = await everything()
  for (const email of ['victim@gmail.com', 'v.ictim@gmail.com', 'nobody@example.org'])
    for (const path of ['/alerts', '/alerts/lost'])
      await visit.post(path, { ...usualForm, email }, from())
  assert.equal(await everything(), before)
  const rows = await db.selectFrom('ask').selectAll().execute()
  assert.equal(rows.length, 6)
})

test('whoever asks often from one network has its mail behind that of others', async () => {
  const network = ++networks
  for (let at = 0; at < 4; at++)
    await visit.post('/alerts', { ...usualForm, email: `often-${at}@example.org` }, from(network))
  await visit.post('/alerts', { ...usualForm, email: 'often-not@example.org' }, from())
  await answered(app.people.records)
  const rows = await app.people.records.db.selectFrom('mail').select('stream').execute()
  assert.deepEqual(
    rows
      .slice(-5)
      .map(({ stream }) => stream)
      .toSorted(),
    ['confirmation', 'confirmation', 'confirmation', 'crowd', 'crowd'],
  )
})

test('who asked before is told where that mail may be and when another can come, in both languages', async () => {
  for (const [path, before, again] of [
    [
      '/alerts/sent',
      /Did you ask before\?.*spam/,
      /no second e-mail comes within a day.*three come in an hour and six in a day/,
    ],
    [
      '/fr/alerts/sent',
      /Vous avez déjà demandé.*indésirables/,
      /dans la journée.*trois par heure et six par jour/,
    ],
    ['/alerts/sent-link', /Did you ask before\?/, /After a day you can ask again/],
    ['/fr/alerts/sent-link', /Vous avez déjà demandé/, /Après un jour/],
  ] as const) {
    const { text } = await visit.get(path)
    assert.match(text, before, path)
    assert.match(text, again, path)
  }
})
