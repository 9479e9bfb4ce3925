import { livePromiseYear, type PromiseYearResult } from '../src/testing/promise-year.ts'
import { openRecords } from '../src/people/records/open-records.ts'
import { databaseOf, type Fault, Findings, type FaultSetup, type Outcome } from './fault.ts'

/** Sites that are late, leave, bounce and close, through a year: nobody who asked is left in silence. */
export const keptPromises: Fault = {
  id: 'F39 promises',
  title: 'A year of sites that do not answer',
  how: 'A year by an injected clock, looked at every hour: 5,000 enquiries to 40 sites in ten places of the world (one of which nobody knows), which answer at once, late, never, half, after screening, or with a no. Roles end, mail to sites and seekers bounces, sites close, seekers write again and withdraw. For two days, and later for sixteen, nothing runs. One run in ten is broken off inside its transaction, before a query of it, and done again.',
  expected:
    'Nobody who asked is silent: told at once, told the next morning that a site is late (a day later if they were mailed that day), told every week, and told when it ends. No seeker gets two mails within a day; nothing is told twice; no deadline is left.',
  onPostgres: true,
  run: async (setup) => {
    const records = await openRecords({ dataDir: setup.folder, ...(await databaseOf(setup)) })
    try {
      return outcomeOf(await livePromiseYear({ records, ...yearOf(setup) }))
    } finally {
      await records.close()
    }
  },
}

function yearOf(setup: FaultSetup) {
  return {
    seed: setup.seed,
    enquiries: setup.times(300, 5000),
    days: setup.quick ? 60 : 365,
    sites: 40,
    everyHours: 1,
    say: (text: string) => setup.say(text),
  } as const
}

function outcomeOf(year: PromiseYearResult): Outcome {
  const findings = new Findings()
  for (const one of year.silent) findings.add('silent', one)
  for (const one of year.tooOften) findings.add('two mails within a day', one)
  for (const one of year.twice) findings.add('told twice', one)
  const said = Object.entries(year.happened).map(([what, count]) => `${what} ${count}`)
  const states = Object.entries(year.states).map(([state, count]) => `${state} ${count}`)
  return {
    tries: year.enquiries,
    fired: year.kills,
    lost: year.silent.length,
    repeated: year.twice.length + year.tooOften.length,
    notes: [
      `${year.enquiries} enquiries kept to the end (the others were withdrawn): ${states.join(', ')}`,
      `${year.mailsToSeekers} mails to who asked (${year.lateWords} words of a site that is late or closed), ${year.mailsToSites} to sites; silent ${year.silent.length}, within a day of another ${year.tooOften.length}, told twice ${year.twice.length}`,
      `what happened: ${said.join(', ')}`,
      `${year.kills} transactions broken off before a query and done again`,
    ],
    failures: findings.failures,
  }
}
