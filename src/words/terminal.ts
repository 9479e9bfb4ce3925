import { statusNames } from './status-names.ts'

/** Words for what was found, for a person at a terminal: the same as on the pages. */

/** The registry's statuses in plain words. */
export const statuses = statusNames.en

/** Where in a record words were found. */
export const fields = {
  id: 'its numbers',
  title: 'the title',
  condition: 'its conditions',
  keyword: 'its keywords',
  intervention: 'its treatments',
  summary: 'its summary',
  outcome: 'what it measures',
  sponsor: 'who runs it',
  site: 'its sites',
  other: 'other parts of its record',
} as const

/** A distance is never more exact than the coordinates behind it. */
export const distances = {
  town: (km: string) => `about ${km} km away, measured to the town`,
  postcode: (km: string) => `about ${km} km away, measured to the postcode`,
  region: (km: string) => `very roughly ${km} km away, measured to the region`,
  plain: (km: string) => `about ${km} km away`,
} as const

/**
 * The options of `trialway search` by the name of the field of a search: what each takes, what its help says,
 * and what to give in place of what cannot be understood (the values there are, for a filter that has some).
 */
export const searchOptions = {
  cond: { takes: 'words', help: 'condition' },
  intr: { takes: 'words', help: 'treatment' },
  title: { takes: 'words', help: 'words in the title' },
  spons: { takes: 'words', help: 'who runs the study' },
  elig: { takes: 'words', help: 'words in the text on who can join' },
  near: {
    takes: 'place',
    help: 'a town, a postcode, or latitude,longitude',
    give: 'Give a town, a postcode, or latitude,longitude.',
  },
  within: {
    takes: 'distance',
    help: 'such as 25km or 10mi',
    give: 'Give a distance, such as 25km or 10mi.',
  },
  age: { takes: 'age', help: 'such as 2y, 8mo or 6w', give: 'Give an age, such as 2y, 8mo or 6w.' },
  sex: { takes: 'sex', help: 'female or male', give: 'Give female or male.' },
  status: { takes: 'status', help: 'such as RECRUITING' },
  phase: { takes: 'phase', help: 'such as PHASE2' },
  type: { takes: 'type', help: 'such as INTERVENTIONAL' },
  category: { takes: 'area', help: 'area of medicine, as in the address of its page' },
  country: {
    takes: 'country',
    help: 'name or code, such as France or FR',
    give: 'Give the name or the code of a country, such as France or FR.',
  },
  class: { takes: 'class', help: 'who leads it, such as INDUSTRY' },
  results: { takes: 'which', help: 'with or without' },
  healthy: { help: 'only studies that take healthy people' },
  updated: {
    takes: 'time',
    help: 'only what was updated in this time, such as 30d or 1y',
    give: 'Give a time, such as 30d, 6mo or 1y.',
  },
  tree: {
    takes: 'number',
    help: 'a branch of the MeSH tree of diseases, such as C14.907',
    give: 'Give a number of the MeSH tree of diseases, such as C14.907.',
  },
  sort: {
    takes: 'order',
    help: 'best, nearest, newest or updated; nearest is usual with --near',
    give: 'Give best, nearest, newest or updated.',
  },
  exact: { help: 'do not correct spelling' },
  page: { takes: 'number', help: '1 is the first page', give: 'Give a number from 1 to 500.' },
  size: {
    takes: 'number',
    help: 'studies on a page, 1 to 100',
    give: 'Give a number from 1 to 100.',
  },
} as const satisfies Readonly<
  Record<string, { readonly takes?: string; readonly help: string; readonly give?: string }>
>

/** What is said of an option, or of the words, that cannot be used as it was given. */
export const searchProblems = {
  misread: (option: string, typed: string, give: string) =>
    `--${option} ${JSON.stringify(typed)} cannot be understood. ${give}`,
  oneOf: (values: readonly string[]) => `Give one of: ${values.join(', ')}.`,
  either: (values: readonly string[]) => `Give ${values.join(' or ')}.`,
  tooLong: (option: string) => `--${option} is too long. Use at most 512 letters.`,
  wordsTooLong: 'The words are too long. Use at most 512 letters.',
  tooMany: (option: string) => `--${option}: give at most 50.`,
  country: (name: string) => `--near: ${name} is a whole country. Give a town, or use --country.`,
  region: (name: string) => `--near: ${name} is a whole region. Give a town or a postcode in it.`,
  withinAlone: '--within needs --near: a distance from where?',
  nearestAlone: '--sort nearest needs --near: nearest to where?',
} as const
