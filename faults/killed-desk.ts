import { setTimeout as wait } from 'node:timers/promises'
import { startSession } from '../src/people/accounts/sessions.ts'
import { openRecords } from '../src/people/records/open-records.ts'
import { unusedPort } from '../src/testing/ports.ts'
import { chanceOf, spreadMs } from './chance.ts'
import { checkConduct } from './check-conduct.ts'
import { damageIn } from './check-records.ts'
import { databaseOf, type Fault, Findings, type FaultSetup, type Outcome } from './fault.ts'
import { houseOf } from './people.ts'
import { Recorders } from './recorders.ts'
import { enrolNumber, openFaultStudy, somebodyOf } from './run-study.ts'
import { startServer } from './server.ts'
import { makeSmallWorld } from './small-world.ts'

const clients = 50

/** The server is killed under people who record by its pages. */
export const killedDesk: Fault = {
  id: 'F48 desk',
  title: 'kill -9 of the server while fifty people record facts by its pages',
  how: 'The real server, as "trialway serve" starts it. Fifty people are signed in, two at each participant; each opens the form of a reading, fills it in and sends it over HTTP, again and again. Where the line breaks they send the same form until it is answered; a tenth is sent twice; where a colleague was faster they send the form that the page then shows. The server gets a SIGKILL at a random moment, and is started again at once, over and over. In the end everybody is answered, and all is replayed.',
  expected:
    'Every form that was answered for is one fact, and there is no other; each follows from the one before and has its line in the trail; what is due and the deviations of each participant are what the engine says of the facts.',
  onPostgres: true,
  run: killOften,
}

async function killOften(setup: FaultSetup): Promise<Outcome> {
  const findings = new Findings()
  const place = await databaseOf(setup)
  const { dataDir } = await makeSmallWorld({ ...place, folder: setup.folder, studies: 1, sets: 0 })
  const people = await settle({ dataDir, ...place })
  const options = { dataDir, ...place, port: await unusedPort(), longestMs: 600_000 }
  const chance = chanceOf(setup.seed, 'killed desk')
  let server = await startServer(options)
  const recorders = new Recorders({
    ...people,
    url: server.url,
    findings,
    chance: chanceOf(setup.seed, 'recorders'),
  })
  const recording = recorders.run()
  const kills = setup.times(5, 100)
  const backMs: number[] = []
  let [fired, corrupt] = [0, 0]
  for (let tries = 0; tries < kills; tries++) {
    // Some are killed in their first moments, when all who wait press again; most after somebody was answered, however slow all is.
    if (chance.next() < 0.7) await answeredSince(recorders, recorders.recorded)
    await wait(chance.next() * 4000)
    server.child.kill()
    if ((await server.child.ended).signal === 'SIGKILL') fired++
    if (place.databaseUrl === undefined && tries % 10 === 0) corrupt += damageIn(dataDir, findings)
    const began = performance.now()
    server = await startServer(options)
    backMs.push(performance.now() - began)
    if (tries % 20 === 19) setup.say(`${tries + 1} of ${kills} kills`)
  }
  recorders.end()
  await recording
  server.child.kill('SIGTERM')
  findings.expect((await server.child.ended).code === 0, 'the server did not end in good order')
  const { journal, again } = recorders
  const checked = await checkConduct({ dataDir, ...place }, journal, findings)
  const count = (kind: string): number => journal.filter((said) => said.kind === kind).length
  const { recorded } = recorders
  findings.expect(checked.facts === recorded, 'facts that nobody sent', `${checked.facts}`)
  return {
    tries: kills,
    fired,
    lost: checked.lost,
    repeated: checked.repeated + Math.max(0, checked.facts - recorded),
    corrupt: corrupt + checked.corrupt,
    recovery: `the server answers again ${spreadMs(backMs)} after it was killed`,
    notes: [
      `forms sent ${count('sending')}, answered for ${recorded}; ${checked.facts} facts found, of ${people.participants.length} participants, each replayed`,
      `sent again because no answer came ${again.unanswered} times, because a colleague was faster ${again.changed}, out of impatience ${again.twice}`,
    ],
    failures: findings.failures,
  }
}

/** Waits until a form was answered for since, half a minute at most. */
async function answeredSince(recorders: Recorders, before: number): Promise<void> {
  for (let tries = 0; tries < 300 && recorders.recorded === before; tries++) await wait(100)
}

/** The study, its participants, and everybody with a session. */
async function settle(place: {
  readonly dataDir: string
  readonly databaseUrl?: string
}): Promise<{ readonly cookies: readonly string[]; readonly participants: readonly string[] }> {
  const records = await openRecords(place)
  try {
    const base = houseOf(records)
    const manager = await somebodyOf(base, 'team@example.org', ['manager', 'coordinator'])
    await openFaultStudy(base, manager)
    const participants: string[] = []
    for (let number = 0; number < clients / 2; number++)
      participants.push(await enrolNumber(base, manager, number))
    const cookies: string[] = []
    for (let number = 0; number < clients; number++) {
      const { accountId } = await somebodyOf(base, `c${number}@example.org`, ['coordinator'])
      const started = { accountId, method: 'link' } as const
      const { cookie } = await records.write((tx) => startSession(tx, base, started, new Date()))
      cookies.push(`__Host-trialway=${cookie}`)
    }
    return { cookies, participants }
  } finally {
    await records.close()
  }
}
