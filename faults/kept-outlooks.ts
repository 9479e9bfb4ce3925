import { liveOutlookYear, type OutlookYearResult } from '../src/testing/outlook-year.ts'
import { openRecords } from '../src/people/records/open-records.ts'
import { databaseOf, type Fault, type FaultSetup, Findings, type Outcome } from './fault.ts'

/** Visits, consent and clocks of safety through a year of a study: nothing that is due is missing in Today. */
export const keptOutlooks: Fault = {
  id: 'F44 outlooks',
  title: 'A year of what is due',
  how: 'A year by an injected clock, looked at every two hours at a drawn minute: 300 participants at 20 sites in seven time zones, with a sponsor in an eighth. They are screened, signed for, treated and seen, early, late or never; readings and doses are left out; consent is asked again by a new text at every site, and signed or not; serious events are told, judged and reported, or not; some withdraw. For two days nothing runs. One turn in twenty is broken off inside a transaction, before a query of it, and done again. Once a day, and whenever something was recorded, the engine is asked directly about each participant, and Today is held against it.',
  expected:
    'Every visit that is due or overdue, every consent that is due again and every clock that runs stands in Today at every look, and nothing stands there that the engine does not say.',
  onPostgres: true,
  run: async (setup) => {
    const records = await openRecords({ dataDir: setup.folder, ...(await databaseOf(setup)) })
    try {
      return outcomeOf(await liveOutlookYear({ records, ...yearOf(setup) }))
    } finally {
      await records.close()
    }
  },
}

function yearOf(setup: FaultSetup) {
  return {
    seed: setup.seed,
    participants: setup.times(20, 300),
    sites: 20,
    days: setup.quick ? 30 : 365,
    everyHours: 2,
    everyTurns: 12,
    say: (text: string) => setup.say(text),
  } as const
}

function outcomeOf(year: OutlookYearResult): Outcome {
  const findings = new Findings()
  for (const one of year.missed) findings.add('due, and not in Today', one)
  for (const one of year.stale) findings.add('in Today, and not due', one)
  const said = Object.entries(year.happened).map(([what, count]) => `${what} ${count}`)
  return {
    tries: year.asked,
    fired: year.kills,
    lost: year.missed.length,
    notes: [
      `the engine was asked directly ${year.asked} times, and named ${year.shown + year.missed.length} due visits, consents and clocks, which had changed ${year.changes} times: missing in Today ${year.missed.length}, there and not due ${year.stale.length}`,
      `${year.renewed} times what is due was worked out anew because its time had passed`,
      `what happened: ${said.join(', ')}`,
      `${year.kills} transactions broken off before a query and done again`,
    ],
    failures: findings.failures,
  }
}
