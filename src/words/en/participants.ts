/** What stands around every page of a participant. */
export const participantsEn = {
  nav: 'Participant',
  study: 'Study',
  tabs: { today: 'Today', participants: 'Participants' },
  parts: {
    now: 'Now',
    record: 'Record',
    dose: 'Dose',
    screening: 'Screening',
    consent: 'Consent',
    withdrawal: 'Withdrawal',
    events: 'Events',
    queries: 'Queries',
    source: 'Source check',
    deviations: 'Deviations',
    dates: 'Dates',
    history: 'History',
    signature: 'Signature',
    identity: 'Who this is',
  },
  partsOf: (number: string) => `Pages of participant ${number}`,
  age: {
    years: (n: number) => (n === 1 ? '1 year' : `${n} years`),
    months: (n: number) => (n === 1 ? '1 month' : `${n} months`),
    days: (n: number) => (n === 1 ? '1 day' : `${n} days`),
    about: (least: string, most: string) => `${least} to ${most}`,
    unknown: 'age not recorded',
  },
  weight: (value: string, day: string) => `${value} on ${day}`,
  noWeight: 'weight not recorded',
  madeUp: 'This person is made up.',
  locked: {
    frozen:
      'The data are frozen for a review. Nothing can be recorded until they are opened again.',
    locked: 'The data are locked. Nothing can be recorded any more.',
  },
  gone: {
    title: 'There is no such participant here',
    text: 'The address may be wrong, or this participant belongs to another site.',
    back: 'To the participants',
  },
}
