import { counter } from '../language/plural.ts'

const count = counter('en')

/** What the command line says besides what a protocol says of a participant. */
export const explainEn = {
  /** Over each part of the answer. */
  parts: {
    version: 'Version',
    eligibility: 'Criteria',
    nextDose: 'Next dose',
    doses: 'Doses given',
    questions: 'Questions for a person',
    visits: 'Visits',
    endpoints: 'Endpoints',
    sets: 'Analysis sets',
    safety: 'Adverse events',
    deviations: 'Deviations',
    notes: 'Notes',
    setAside: 'Facts not used',
    settings: 'Set by the operator',
  },
  effective: (site: string, from: string) => `In force at ${site} from ${from}.`,
  everySite: 'every site',
  title: (study: string, version: string) => `${study}, version ${version}`,
  participant: (name: string | undefined, facts: number, at: string) =>
    `${name === undefined ? 'Participant' : `Participant ${name}`}: ${count(facts, { one: 'fact', other: 'facts' })}, as of ${at}`,
  changes: (study: string, from: string, to: string) =>
    `${study}: summary of changes from version ${from} to version ${to}`,
  checked: (
    file: string,
    study: string,
    version: string,
    nodes: { readonly stated: number; readonly inferred: number; readonly silent: number },
  ) =>
    `${file}: ${study}, version ${version}: no fault found. Of its rules ${nodes.stated} are stated, ${nodes.inferred} inferred, ${nodes.silent} silent.`,
  was: 'Was',
  is: 'Is now',
  noDose: 'This version has no dose for this person now.',
  why: 'Why',
  option: (number: number) => `Reading ${number}`,
  rule: 'Rule',
  asks: 'Ask',
  waits: 'a decision waits',
  source: (words: string, place: string) => `“${words}” (${place})`,
  onlyAdvice: 'This advises. The investigator decides and signs.',
  files: {
    reading: 'Reading facts',
    severalPeople: (file: string, names: readonly string[]) =>
      `${file} holds facts of ${names.length} participants or more. Name one with --participant: ${names.slice(0, 20).join(', ')}${names.length > 20 ? ', …' : ''}`,
    noFact: (file: string) => `There is no fact in ${file}.`,
    noParticipant: (file: string) =>
      `${file} names no participant. Write "participant" on each line.`,
    nobody: (file: string, name: string) => `There is no fact of participant ${name} in ${file}.`,
    moreLines: (lines: number) =>
      `And ${count(lines, { one: 'more line', other: 'more lines' })} with a fault.`,
    nothingUsed: 'Nothing was worked out: a fact that cannot be read may be the one that matters.',
  },
}
