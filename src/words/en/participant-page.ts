/** One participant on one screen: what to do now, and why. */
export const participantPageEn = {
  title: 'Now',
  recorded: 'Recorded.',
  quick: 'Record',
  quickOf: (name: string) => `Record: ${name}`,
  visitOf: (name: string) => `Record ${name}`,
  dose: {
    title: 'Next dose',
    none: 'This version plans no further dose.',
    record: 'Give or record a dose',
  },
  due: {
    title: 'Due now',
    none: 'Nothing is due now.',
    next: 'What comes next',
  },
  curve: {
    title: 'Temperature, doses and levels',
    none: 'No temperature is recorded yet.',
    label: (readings: string, doses: string) =>
      `Temperature curve: ${readings}; above it the doses and their levels: ${doses}. The same is in the table below.`,
    readings: (n: number) => (n === 1 ? '1 reading' : `${n} readings`),
    doses: (n: number) => (n === 1 ? '1 dose' : `${n} doses`),
    table: 'The same as a table',
    when: 'When',
    what: 'What',
    value: 'Value',
    dose: (number: string) => `Dose ${number}`,
    noLevel: 'without a level',
  },
  questions: {
    title: 'Questions to answer',
    queries: (open: number, answered: number) =>
      `Queries by people: ${open} to answer, ${answered} answered and not closed`,
    none: 'There is nothing to answer.',
    answer: 'Record it',
    look: 'Look at it',
    more: (n: number) => (n === 1 ? '1 more question' : `${n} more questions`),
  },
  deviations: { title: 'Deviations', none: 'There is none.' },
  safety: { title: 'Safety clocks', none: 'No event is recorded.' },
  eligibility: {
    title: 'Eligibility',
    signed: (at: string, who: string) => `Signed by an investigator: ${at}, ${who}.`,
    sign: 'Signature',
    criteria: 'All criteria',
    unsigned: 'No investigator’s signature holds. Nothing is given before it.',
  },
  consent: {
    title: 'Consent',
    none: 'No consent is recorded.',
    withdrawn: 'Withdrawn:',
    see: 'Consent and withdrawal',
  },
  version: { title: 'Version in force' },
  history: { title: 'Last recorded', none: 'Nothing is recorded yet.', all: 'All of it' },
}
