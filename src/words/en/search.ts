import { counter } from '../language/plural.ts'

const count = counter('en')

/** Words of the search page, its filters and its lists. */
export const searchEn = {
  title: 'Search for a study',
  description: 'Search for medical studies in plain words, near home, by age.',
  button: 'Search',
  fields: {
    q: { label: 'Illness, treatment or other words', hint: 'For example: Kawasaki disease' },
    near: { label: 'Near', hint: 'A town, a postcode or an area' },
    within: { label: 'How far', hint: 'From that place' },
    age: { label: 'Age', hint: 'For example: 34, 2 years, 8 months' },
    sex: { label: 'Sex', hint: 'Some studies take only one' },
    cond: { label: 'Illness or condition', hint: 'Looked for in conditions and titles' },
    intr: { label: 'Treatment', hint: 'A medicine, device, operation or other care' },
    title: { label: 'Words in the title', hint: 'Also short names of studies' },
    spons: { label: 'Who runs or pays for it', hint: 'A hospital, university or company' },
    elig: { label: 'Words in the rules for joining', hint: 'The text on who can join' },
  },
  anySex: 'Not said',
  anywhere: 'Any distance',
  advanced: 'More search boxes',
  advancedHint: 'A study must fit every box that you fill in.',
  quote: (words: string) => `“${words}”`,
  problems: {
    tooLong: 'Use at most 512 letters. What comes after them was not read.',
    near: (typed: string) =>
      `We do not know a place called “${typed}”. Check the spelling, or type a postcode or a larger town nearby.`,
    nearCountry: (country: string) =>
      `${country} is a whole country. Type a town, or choose the country among the filters.`,
    nearRegion: (region: string) => `${region} is a whole region. Type a town or a postcode in it.`,
    within: 'Write a distance as 25km or 10mi.',
    age: 'Write an age as 34, 2 years, 8 months, 6 weeks or 10 days.',
    sex: 'Choose female or male, or leave it out.',
    oneOf: (values: readonly string[]) => `Choose ${values.join(' or ')}.`,
    yes: 'Choose yes or leave it out.',
    span: 'Write a time as 30d, 6mo or 1y.',
    tree: 'This is not a number of the MeSH tree of diseases.',
    sort: 'Choose one of the orders in the list.',
    page: 'A page is a whole number from 1 to 500.',
    size: 'A size is a whole number from 1 to 100.',
    exact: 'Write exact=1 or leave it out.',
    choice: (value: string) => `“${value}” is not one of the choices.`,
    tooMany: 'Choose at most 50.',
    brackets: (name: string) => `“${name}” cannot be read. Write names without brackets.`,
    notAsked: (typed: string) => `We cannot search by “${typed}” here.`,
    stillSearched: 'We searched with the rest.',
  },
  understood: {
    title: 'What we understood',
    kept: 'We asked for:',
    kinds: {
      illness: (name: string) => `Illness: ${name}`,
      medicine: (name: string) => `Medicine: ${name}`,
      stage: (name: string) => `Stage: ${name}`,
      subject: (name: string) => `About: ${name}`,
      word: (name: string) => `Word: ${name}`,
      age: (name: string) => `Age: ${name}`,
      sex: (name: string) => `Sex: ${name}`,
      place: (name: string) => `Near: ${name}`,
    },
    remove: (name: string) => `Search without ${name}`,
    ranked: 'These words only change the order. Press one to ask for it:',
    require: (word: string) => `Only studies with the word ${word}`,
    because: {
      denied: (words: string) => `You said no to ${words}, so we left it aside.`,
      over: (words: string) => `You wrote that ${words} is over, so we left it aside.`,
      'somebody else': (words: string) =>
        `We read ${words} as something another person has, so we left it aside.`,
      'no study has all': (words: string) =>
        `No study has all that you wrote, so we left ${words} aside. Studies with it come first.`,
      'no study takes this age': (words: string) =>
        `No study like this takes the age that you wrote (${words}). These are for other ages.`,
      'no study takes this sex': (words: string) =>
        `No study like this takes the sex that you wrote (${words}). These are for the other one.`,
      'no study is so near': (words: string) =>
        `No study like this is so near (${words}). These are farther away.`,
      tried: (words: string) =>
        `You wrote that ${words} is or was taken, so studies need not name it. Those that do come first.`,
      'not tolerated': (words: string) =>
        `You wrote no to ${words}, or that it cannot be taken, so we did not look for it.`,
      'no study is there': (words: string) =>
        `No study like this has a site there (${words}). These are in other places.`,
    },
    askAnyway: 'Ask for it',
    exact: 'Search for the very words I wrote',
    nothing:
      'We did not recognise an illness or a medicine. Try its name alone, for example “Kawasaki disease”.',
    nearMe: 'We do not know where you are.',
    nearMeLink: 'Type your town or postcode',
  },
  choices: {
    label: (typed: string) => `What ${typed} may mean`,
    severally: (typed: string) => `${typed} can mean more than one illness.`,
    taken: (name: string) => `These studies are for ${name}.`,
    or: 'Did you mean another? Press it:',
  },
  /** Each line: where, and the numbers there. Facts of public record. */
  helpNow: {
    'self-harm': {
      title: 'You do not have to be alone with this',
      lines: (): readonly (readonly string[])[] => [
        ['United States and Canada, call or text:', '988'],
        ['United Kingdom and Ireland (Samaritans):', '116\u00a0123'],
        ['Australia (Lifeline):', '13\u00a011\u00a014'],
        ['France:', '3114'],
        ['Belgium (in French):', '0800\u00a032\u00a0123'],
        ['Switzerland:', '143'],
        ['In danger now:', '911', '112', '999', '000', '15'],
      ],
      after:
        'Somebody is there by day and by night. Most of these calls cost nothing. In another country, call its emergency number. We keep nothing of what you wrote.',
    },
    violence: {
      title: 'You have a right to be safe',
      lines: (): readonly (readonly string[])[] => [
        ['In danger now:', '911', '112', '999', '000', '17'],
        ['United States (National Domestic Violence Hotline):', '1-800-799-7233'],
        ['United Kingdom (National Domestic Abuse Helpline):', '0808\u00a02000\u00a0247'],
        ['Australia (1800RESPECT):', '1800\u00a0737\u00a0732'],
        ['France, call:', '3919'],
        ['France, a child in danger:', '119'],
        ['Belgium (in French):', '0800\u00a030\u00a0030'],
      ],
      after:
        'What happens to you is not your fault. Somebody listens and can help you to find a safe place. In another country, call its emergency number. We keep nothing of what you wrote. A person at home may see the pages that you opened.',
    },
    emergency: {
      title: 'Is this happening now? Get help first',
      lines: (): readonly (readonly string[])[] => [
        ['Europe:', '112'],
        ['France:', '15', '112'],
        ['France, by text message (for who cannot hear or speak):', '114'],
        ['United Kingdom:', '999', '112'],
        ['United States and Canada:', '911'],
        ['Australia:', '000'],
        ['United States, something swallowed (Poison Help):', '1-800-222-1222'],
      ],
      after: 'A study cannot help at once. Studies can wait.',
    },
  },
  notices: {
    measuredFrom: (place: string) => `Distances are measured from ${place}.`,
    measuredFromPoint: 'Distances are measured from the place that you gave.',
    inArea: (area: string) => `A study is shown where it has a site in ${area}.`,
    distanceIdle: (area: string) =>
      `The distance is not used, because ${area} is an area and we search all of it. To use a distance, type a town or a postcode.`,
    placeCorrected: (typed: string, place: string) =>
      `We know no place called “${typed}”. We read it as ${place}.`,
    placeForArea: (typed: string, town: string) =>
      `“${typed}” is a wide area. Distances are measured from ${town}.`,
    placeGuessed: (typed: string, place: string) =>
      `“${typed}” can be more than one place. We took ${place}.`,
    didYouMean: 'Or did you mean:',
    corrected: (to: string) => `Showing results for ${to}.`,
    insteadOf: (from: string) => `Search instead for ${from}`,
    asWords: (fields: string) =>
      `The signs in ${fields} could not be read as a search formula, so we looked for the words.`,
    asWordsHelp: 'How to write one',
    inEligibility:
      'No study that fits your search names these words in its title or summary. These studies name them in the rules for joining or in the long description.',
    exactly: (phrases: string) => `We looked for these words exactly, in this order: ${phrases}.`,
    either: 'Each study is about one of these or more.',
    incomplete:
      'Part of our list of studies is damaged just now, so studies may be missing here. It will be read again.',
    concept: (words: string, term: string) =>
      `“${words}” was understood as ${term}, with its other names and kinds.`,
  },
  excluded: {
    title: (total: number) =>
      `${count(total, { one: 'study', other: 'studies' })} left out: not for this illness`,
    lead: 'These studies name the illness only to say that they are not about it.',
    said: 'The study says:',
    first: (shown: number) => `The first ${shown} are shown.`,
  },
  filters: {
    more: (n: number) => `Show ${n} more`,
    /** The name of each filter. */
    legends: {
      status: 'Can people join?',
      phase: 'Phase',
      type: 'Kind of study',
      category: 'Area of medicine',
      country: 'Country',
      class: 'Who leads it',
      results: 'Results',
      healthy: 'Healthy volunteers',
      updated: 'Updated',
      masking: 'Who knows the treatment',
      contact: 'Contact',
    },
    /** The choice that does not filter. */
    any: { results: 'With or without', updated: 'At any time', masking: 'Either' },
    /** The values of the filters that have no names elsewhere. */
    values: {
      results: { with: 'Has results', without: 'No results yet' },
      healthy: { yes: 'Takes healthy people' },
      updated: {
        '30d': 'In the last 30 days',
        '1y': 'In the last year',
        '3y': 'In the last 3 years',
      },
      masking: {
        open: 'Open: all know who gets what',
        blind: 'Blind: some do not know who gets what',
      },
      contact: { yes: 'Gives a contact to ask' },
    },
    age: (age: string) => `Age: ${age}`,
    within: (distance: string) => `Within ${distance}`,
    elig: (words: string) => `Rules for joining: ${words}`,
    cond: (words: string) => `Illness: ${words}`,
    intr: (words: string) => `Treatment: ${words}`,
    titleWords: (words: string) => `Title: ${words}`,
    spons: (words: string) => `Run by: ${words}`,
    exact: 'Words not corrected',
    tree: (term: string) => `Kinds of ${term}`,
    updatedText: (text: string) => `Updated in the last ${text}`,
  },
  list: 'Studies found',
  hit: {
    conditions: 'For',
    where: 'Where',
    why: 'Why you see this:',
    noSites: 'No site is given',
    sitesIn: (sites: string, countries: string) => `${sites} in ${countries}`,
    siteInArea: 'in the area you chose',
    nearestToJoin: (site: string) => `The nearest site that takes people: ${site}.`,
    notOpenSite: {
      opening: 'This site is not open yet.',
      invitation: 'This site takes only people whom its team invites.',
      paused: 'This site is paused: it takes no new people for now.',
      over: 'This site takes no new people at present.',
      unknown: 'We do not know whether this site takes people now.',
    },
  },
  why: {
    field: (words: string, field: string) => `“${words}” is in ${field}`,
    synonym: (words: string, term: string) => `“${words}” is another name for ${term}`,
    drug: (words: string, name: string, field: string) =>
      `${name}, also called “${words}”, is in ${field}`,
    narrower: (words: string, narrower: string, term: string) =>
      `${narrower} is a kind of ${term}, which you asked for as “${words}”`,
    listedUnder: (words: string, narrower: string, term: string) =>
      `The lists of medicine have ${narrower} under ${term}, which you asked for as “${words}”`,
    eligibility: (words: string) =>
      `“${words}” is in the rules for joining or the long description`,
    id: (words: string) => `${words} is one of its registry numbers`,
    fields: {
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
    },
  },
  empty: {
    title: 'What you can do',
    wider: (distance: string) => `Look within ${distance}`,
    anywhere: 'Look at any distance',
    without: (filter: string) => `Search without “${filter}”`,
    noFilters: 'Search without any filter',
    widerIllness: (name: string) => `Studies of ${name}, which it is a kind of`,
    fewerWords: 'Use fewer words, or more general ones',
    browse: 'Browse by area of medicine',
    help: 'Read how search works',
  },
  save: {
    title: 'Keep this list',
    csv: 'Spreadsheet (CSV)',
    json: 'Data (JSON)',
    feed: 'Follow in a news reader (Atom)',
    print: 'Page to print',
    upTo: 'The spreadsheet and the page to print hold up to 1,000 studies.',
  },
  feed: {
    title: (what: string, place: string, distance: string, isArea: boolean) =>
      [
        'Studies',
        what && `for ${what}`,
        place && (isArea ? `in ${place}` : `near ${place}`),
        place && distance && `within ${distance}`,
      ]
        .filter(Boolean)
        .join(' '),
    about: (label: string, conditions: readonly string[]) => `${label}: ${conditions.join(', ')}`,
  },
  printed: (date: string) => `List made on ${date}.`,
  back: 'Back to the search',
  suggestions: {
    label: 'Suggestions',
    none: 'No suggestions',
    some: (n: number) => count(n, { one: 'suggestion', other: 'suggestions' }),
    howTo: 'Use the up and down keys to choose.',
    myPlace: 'Use my location',
    myPlaceUsed: 'Your place has been filled in.',
    myPlaceRefused: 'Your browser did not give a location. Please type a town or postcode.',
  },
  csv: {
    study: 'Study',
    title: 'Title',
    status: 'Status',
    statusWords: 'Status in plain words',
    verified: 'Status confirmed',
    conditions: 'Conditions',
    treatments: 'Treatments',
    phase: 'Phase',
    type: 'Kind of study',
    ages: 'Ages',
    sex: 'Sex',
    sponsor: 'Run by',
    sites: 'Number of sites',
    facility: 'Nearest site',
    city: 'Town',
    country: 'Country',
    km: 'Distance in km',
    siteStatus: 'Status of this site',
    joinable: 'If it takes nobody: the nearest site that does',
    updated: 'Last updated',
    address: 'Address of the page',
  },
}
