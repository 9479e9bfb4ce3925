import { counter } from '../language/plural.ts'

const count = counter('en')

/** The words of a person's own list of studies: side by side, on a map, on one sheet. */
export const listEn = {
  title: (n: number) =>
    n === 0 ? 'My list' : `My list: ${count(n, { one: 'study', other: 'studies' })}`,
  description:
    'The studies you keep, side by side, on a map, and on one sheet to take to your doctor.',
  lead: 'The list is in this page’s address: keep or send the address to keep the list.',
  forWhom: (who: string) => `For: ${who}.`,
  near: (place: string) => `near ${place}`,
  sideBySide: 'Side by side',
  table: (n: number) => `${count(n, { one: 'study', other: 'studies' })} side by side`,
  more: 'More to compare',
  aside: 'Map, and what to take along',
  where: 'Where they are',
  tell: 'By e-mail',
  rows: {
    status: 'Can I join?',
    confirmed: 'Confirmed',
    nearest: 'Nearest site',
    fits: 'Who can join',
    why: 'Why this study',
    treatments: 'What is tested',
    decides: 'Who gets what',
    placebo: 'Placebo',
    phase: 'Phase',
    sponsor: 'Run by',
    contact: 'Contact',
    sites: 'Sites',
    duration: 'How long each person is followed',
    outcome: 'Main question',
    rules: 'Rules to join',
    enrolment: 'Number of people',
    start: 'Start',
    completion: 'End',
  },
  /** The name of the line that says who can join, where age or sex were given. */
  itFits: 'Do age and sex fit?',
  verdicts: { met: 'Yes', 'not met': 'No', unknown: 'Not sure: ask the team' },
  about: 'It is about',
  decides: {
    allocations: {
      RANDOMIZED: 'Chance decides',
      NON_RANDOMIZED: 'Not by chance',
    },
    groups: (n: number) => count(n, { one: 'group', other: 'groups' }),
    oneGroup: 'One group',
    observed: 'Nothing is given: people are followed',
  },
  placebo: {
    used: 'A placebo is used',
    spokenOf: 'The record speaks of one',
    notNamed: 'None is named',
  },
  notSaid: 'The record does not say',
  noneInArea: 'No site in {area}',
  inclusion: 'must be true',
  exclusion: 'must not be true',
  seeRules: 'See the rules',
  change: 'Change the list',
  remove: 'Take off the list',
  clear: 'Clear the list',
  json: 'This table as data (JSON)',
  add: 'Add a study',
  addHint: 'Its number, as NCT02390596. You find it on the study’s page.',
  addButton: 'Add',
  full: (most: number) => `A list holds ${most} studies. Take one off to add another.`,
  place: 'Distance from (town or postcode), or an area',
  placeButton: 'Show distances',
  notShown: {
    tooMany: 'A list holds {most} studies. These were left out: {ids}.',
    unknown: 'We do not have these studies: {ids}.',
    malformed: 'These are not study numbers: {ids}. A number is NCT and eight digits.',
    twice: 'These were asked for twice and are shown once: {ids}.',
    near: 'We do not know the place “{place}”.',
    andMore: (shown: string, rest: number) => `${shown} and ${rest} more`,
  },
  empty: {
    title: 'Your list is empty. How to keep a study',
    steps: [
      'Search for an illness or a treatment.',
      'Tick “Keep” on each study that may be for you.',
      'Press “Compare”. Your list opens here.',
    ] as readonly string[],
    search: 'Search for studies',
  },
  before: {
    title: 'Before the appointment',
    lines: [
      'Print this page: one sheet, with room for notes.',
      'Check each study: it takes a few minutes.',
      'Bring the letters that name your treatments.',
    ] as readonly string[],
  },
  /** Beside the box in a study's card. */
  keep: 'Keep',
  tray: {
    /** After the number of studies that are ticked. */
    on: 'on your list',
    compare: 'Compare',
    said: '{count} on your list',
  },
  take: {
    print: 'Print for my doctor',
    mail: 'Send by e-mail',
    address: 'Address and QR code',
    title: 'Take the list along',
    label: 'Address of this list',
    copy: 'Copy the address',
    copied: 'Copied',
    code: 'QR code of the address of this list',
    codeHint: 'A phone’s camera reads this code and opens the list.',
    device: {
      keep: 'Keep this list on this device',
      hint: 'Only on this device, for whoever uses this browser. We do not see it.',
      kept: 'This list is kept on this device. “My list” opens it.',
      forget: 'Forget it on this device',
      forgotten: 'Forgotten. Nothing is kept on this device.',
      refused: 'This browser keeps nothing. Keep the address instead.',
    },
  },
  sheet: {
    title: 'Questions for the doctor',
    questions: [
      'Does one of these fit my illness, and what I had before?',
      'Could it delay a treatment that I need?',
      'Who can refer me?',
    ] as readonly string[],
    asOf: (day: string) => `Read on ${day}.`,
  },
}
