import { lookAtEverything } from '../src/testing/only-looked-at.ts'
import { type Fault, Findings } from './fault.ts'

/** Looking changes nothing, whoever looks, at whatever, with whatever in the address. */
export const onlyLookedAt: Fault = {
  id: 'F47 looking',
  title: 'Everything is looked at: state changed by GET or HEAD',
  how: 'Every route of the site, one after the other, by a visitor, a made-up session and people of every role, of participants, studies and enquiries in every state; every address that was mailed (to confirm, to sign in, to claim, to stop); and every form of every page with its fields in the query, by GET and by HEAD. Queries are hostile, and some headers say that a POST is meant. After every 25 requests all rows of all tables that the database names are compared with what they were.',
  expected:
    'No row is another, but for two that are meant: a new enquiry, opened by GET by somebody of its site in a browser that shows it, is marked as seen (its state, its event, what it owes next, a line of the trail), never by HEAD; and the last use of a session is noted once an hour. No server error.',
  onPostgres: false,
  run: async (setup) => {
    const count = setup.times(1000, 24_000)
    const looked = await lookAtEverything({
      count,
      seed: setup.seed,
      say: (text) => setup.say(text),
    })
    const findings = new Findings()
    for (const change of looked.changes) findings.add('state was changed', change.slice(0, 400))
    findings.expect(looked.seen > 0 && looked.used > 0, 'what is meant to change did not')
    const statuses = [...looked.statuses].toSorted(([a], [b]) => a - b)
    const asked = looked.asked.GET + looked.asked.HEAD
    return {
      tries: asked,
      fired: asked,
      notes: [
        `state changed by GET or HEAD: ${looked.changes.length} of ${asked.toLocaleString('en')} (GET ${looked.asked.GET}, HEAD ${looked.asked.HEAD}), of ${looked.routes} routes (${looked.targets} with what they may be of) by ${looked.lookers} kinds of people, in ${looked.tables} tables`,
        `meant so: new enquiries marked as seen ${looked.seen}, last uses of sessions noted ${looked.used}`,
        `answers by status: ${statuses.map((each) => each.join(' ')).join(', ')}`,
      ],
      failures: findings.failures,
    }
  },
}
