import { counter } from '../language/plural.ts'

const count = counter('en')
const studies = { one: 'study', other: 'studies' }
const moreStudies = { one: 'more study', other: 'more studies' }
const openStudies = { one: 'open study', other: 'open studies' }

/** Words of the page of results: its answer, the choices above the list, and the card of a study. */
export const resultsEn = {
  skip: 'Skip to the results',
  change: 'Change',
  everything: 'All studies',
  where: {
    near: (place: string) => `near ${place}`,
    within: (place: string, distance: string) => `within ${distance} of ${place}`,
    inArea: (place: string) => `in ${place}`,
  },
  sex: { FEMALE: 'female', MALE: 'male' },
  heading: {
    open: (n: number, what: string, where: string) =>
      [count(n, openStudies), what && `for ${what}`, where].filter(Boolean).join(' '),
    doubt: (what: string, where: string) =>
      ['No study is surely open', what && `for ${what}`, where].filter(Boolean).join(' '),
    none: (what: string, where: string) =>
      ['No open study', what && `for ${what}`, where].filter(Boolean).join(' '),
    all: (n: number, what: string, where: string) =>
      [n === 0 ? 'No studies found' : count(n, studies), what && `for ${what}`, where]
        .filter(Boolean)
        .join(' '),
  },
  doubtOnly: (n: number) =>
    n === 1
      ? 'One study says that it looks for people. Its team has not confirmed it for two years or more.'
      : `${count(n, studies)} say that they look for people. Their teams have not confirmed it for two years or more.`,
  doubtToo: (n: number) =>
    n === 1
      ? 'One more says so, but its team has not confirmed it for two years or more. It comes last.'
      : `${count(n, moreStudies)} say so, but their teams have not confirmed it for two years or more. They come last.`,
  restTitle: (n: number) =>
    n === 1 ? 'One takes nobody now:' : `${count(n, studies)} take nobody now:`,
  rest: {
    full: (n: number) => `${n} going on and full`,
    finished: (n: number) => `${n} finished`,
    stopped: (n: number) => `${n} stopped early`,
    paused: (n: number) => `${n} paused`,
    invitation: (n: number) => `${n} only by invitation`,
    unknown: (n: number) => `${n} not known`,
    elsewhere: (n: number) => `${n} open only in other places`,
  },
  showAll: (n: string) => `Show all ${n}`,
  shown: 'Which studies are shown',
  open: 'Open only',
  openOrDoubt: 'Open and to confirm',
  all: 'All',
  openOnly: 'Open studies only',
  filters: 'Filters',
  atOnce: 'With each tick, the list is made anew at once.',
  show: (n: number) => `Show ${count(n, studies)}`,
  remove: (name: string) => `Remove: ${name}`,
  clear: 'Remove all filters',
  nearChip: (place: string) => `Near ${place}`,
  chosenOnes: 'chosen',
  understood: 'We read: {names}',
  leftAside: 'Only for the order:',
  unread: 'Not read:',
  sorted: 'Sorted by',
  sorts: { best: 'best match', nearest: 'nearest', newest: 'newest', updated: 'last updated' },
  list: 'Results',
  toConfirm: 'To confirm',
  straight: (place: string) =>
    `Distances are straight lines from ${place}, as exact as the record allows.`,
  inMiles: 'Show miles',
  inKm: 'Show kilometres',
  tellMe: 'Tell me when a new one opens',
  next: {
    title: 'What to do now',
    steps: [
      'Show these studies to your doctor. Doctors often know what is open.',
      'Ask a team that is “to confirm” before you travel.',
      'Leave an address: we write on the day a study opens.',
    ],
  },
  card: {
    notConfirmedSince: (date: string) => `not confirmed since ${date}`,
    fits: (age: string) => `${age} fits`,
    unsure: (age: string) => `ask if ${age} fits`,
    groupFits: 'this age fits',
    groupUnsure: 'fits some of this age, not all',
    whoFits: '{who}: {fits}',
    stage: (stage: string, compared: string) => `${stage}: ${compared}`,
    anySex: 'any sex',
    onlyWomen: 'women and girls only',
    onlyMen: 'men and boys only',
    sexNotSaid: 'sex not said',
    compared: {
      PLACEBO_COMPARATOR: 'compared with a placebo',
      SHAM_COMPARATOR: 'compared with a pretended treatment',
      ACTIVE_COMPARATOR: 'compared with another treatment',
      NO_INTERVENTION: 'compared with no treatment by the study',
    },
    byChance: 'by chance',
    results: 'Results are posted',
    noSites: 'The record names no site',
    inArea: 'in the area you chose',
  },
}
