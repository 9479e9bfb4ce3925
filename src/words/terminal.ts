import { roundedDistance } from './distances.ts'
import { statusNames } from './status-names.ts'

/** What a person at a terminal reads of studies, mails and alerts: the same words as on the pages, in English. */
export const terminalWords = {
  /** The registry's statuses in plain words. */
  statuses: statusNames.en,
  notConfirmedSince: (words: string, day: string | undefined) =>
    `${words} (not confirmed since ${day})`,
  notConfirmed: (words: string) => `${words} (not confirmed by a date)`,

  /** What the server says of the operator's own door when it starts. */
  operator: {
    at: (address: string) => `The operator's pages are at ${address}, for this machine only`,
    mail: (address: string) => `No mail server is set: read what would be mailed at ${address}`,
    mailInFolder:
      'No mail server is set (SMTP_URL): mails are files in the data folder, and nobody gets them.',
    none: "There are no operator's pages: OPERATOR_PORT is 0.",
    cannotListen: (port: number, code: string) =>
      `The operator's pages cannot be served on port ${port} (${code}): stop what is using it, or set OPERATOR_PORT. Everything else works.`,
    cannotListenInLog: 'the operator’s pages cannot be served on this port',
  },

  /** Who may sign in. */
  account: {
    made: 'Made. Its owner signs in at /sign-in with that address.',
    known:
      'That address has an account already: nothing was changed but a role that was asked for.',
    given: 'Given, from the next request on.',
    held: 'That account has this role already.',
    ended: 'Ended, from the next request on.',
    closed: 'Closed: nobody signs in to it any more.',
    none: 'No account that can be signed in to has that address: npx trialway account add',
    notHeld: 'That account does not have this role.',
    lastOperator:
      'This is the last operator, so nothing was changed. Make another one first: npx trialway account role ADDRESS operator',
    noRoles: 'no role',
    isClosed: (at: string) => `closed ${at}`,
    noName: 'Give a name of 1 to 80 characters.',
    noRole: 'That is no role: coordinator, investigator, manager, operator or auditor.',
    noStudy: 'That is no id of a study: it looks like NCT02390596.',
    noSite: 'That is no id of a site: it has ten letters and digits, as ?site= of a page has it.',
    unsound: (role: string, hasStudy: boolean) =>
      hasStudy
        ? `${role} is a role of the whole installation: leave --study and --site out.`
        : `${role} is a role at a study: add --study, and --site for one of its sites.`,
  },

  /** Why a server ended that nobody asked to end. */
  stopped: {
    fault: 'Trialway stopped because of a fault. The log has the lines of code.',
    logLost:
      'Trialway stopped because nobody reads its log any more: what was at the other end of its standard output has ended. Start it again.',
  },

  studies: (total: string, isOne: boolean) => `${total} ${isOne ? 'study' : 'studies'}`,
  corrected: (from: string, to: string) =>
    `Searched "${to}" for "${from}" (--exact searches what was typed).`,
  /** How a sentence was read. */
  understood: {
    kept: {
      illness: (name: string) => `illness ${name}`,
      medicine: (name: string) => `medicine ${name}`,
      stage: (name: string) => `stage ${name}`,
      subject: (name: string) => `about ${name}`,
      word: (name: string) => `the word ${name}`,
      age: (name: string) => `age ${name}`,
      sex: (name: string) => `sex ${name.toLowerCase()}`,
      place: (name: string) => name,
    },
    every: (names: string) => `Asked for: ${names}.`,
    nothing: 'No illness or medicine was recognised in these words.',
    ranked: (words: string) => `Only for the order: ${words} ("…" makes a word required).`,
    either: 'One of them is enough.',
    choice: (words: string, term: string, others: readonly string[]) =>
      `“${words}” was taken for ${term}. It may also mean: ${others.join(' · ')}.`,
    because: {
      denied: (words: string) => `Left aside, because it was denied: ${words}.`,
      over: (words: string) => `Left aside, because it is over: ${words}.`,
      'somebody else': (words: string) =>
        `Left aside, because it is said of another person: ${words}.`,
      'no study has all': (words: string) => `Left aside, because no study has all: ${words}.`,
      'no study takes this age': (words: string) =>
        `No study takes this age (${words}): these are for other ages.`,
      'no study takes this sex': (words: string) =>
        `No study takes this sex (${words}): these are for the other one.`,
      'no study is so near': (words: string) =>
        `No study is so near (${words}): these are farther away.`,
      tried: (words: string) => `Not asked for, because it is or was taken: ${words}.`,
      'not tolerated': (words: string) =>
        `Not looked for, because it is not or cannot be taken: ${words}.`,
      'no study is there': (words: string) =>
        `No study is there (${words}): these are in other places.`,
    },
  },
  notAFormula: (field: string) =>
    `The signs in ${field === 'q' ? 'the words' : `--${field}`} could not be read as a formula: searched as plain words.`,
  placesBuiltAgain: (file: string, why: string) =>
    `The places file ${file} cannot be used (${why}). It is built again, which takes some seconds.`,
  incomplete:
    'Part of the catalogue is damaged, so studies may be missing here. See: npx trialway doctor',
  excluded: (count: string, isOne: boolean) =>
    isOne
      ? '1 study names the illness only to leave it out:'
      : `${count} studies name the illness only to leave it out:`,
  onlyInRules:
    'No study that fits names these words in its title or summary. These name them in the rules for joining or in the long description.',

  /** Where in a record words were found. */
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
  why: {
    field: (words: string, where: string) => `"${words}" is in ${where}`,
    synonym: (words: string, term: string) => `"${words}" is another name for ${term}`,
    drug: (words: string, name: string, where: string) =>
      `${name}, also called "${words}", is in ${where}`,
    narrower: (words: string, term: string, narrower: string) =>
      `${narrower} is a kind of ${term}, asked for as "${words}"`,
    listedUnder: (words: string, term: string, narrower: string) =>
      `${narrower} is listed under ${term}, asked for as "${words}"`,
    eligibility: (words: string) =>
      `"${words}" is in the rules for joining or the long description`,
    id: (words: string) => `${words} is one of its registry numbers`,
  },

  /** A distance is never more exact than the coordinates behind it. */
  distances: {
    town: (km: number) => `about ${away(km)}, measured to the town`,
    postcode: (km: number) => `about ${away(km)}, measured to the postcode`,
    region: (km: number) => `very roughly ${away(km)}, measured to the region`,
    plain: (km: number) => `about ${away(km)}`,
  },
  /** What is said of the nearest site where people cannot ask to join now. */
  siteNotOpen: {
    opening: 'it is not open yet',
    invitation: 'it takes only people whom its team invites',
    paused: 'it is paused and takes no new people for now',
    over: 'it takes no new people at present',
    unknown: 'whether it takes people is not known',
  },
  inArea: 'in the area asked for',
  nearestToJoin: (site: string) => `The nearest site that takes people: ${site}`,
  sites: (count: string) => `${count} sites`,

  match: {
    ageUnknown: 'age not known',
    sexUnknown: 'sex not known',
    read: (facts: string) => `Read: ${facts}`,
    has: (conditions: string) => `Has or had: ${conditions}`,
    otherLanguage: 'This text was not read: it seems to be in neither English nor French.',
    notUnderstood: (sentences: number) =>
      `Not understood: ${sentences === 1 ? 'one sentence' : `${sentences} sentences`} (--json quotes them).`,
    none: 'No study was found.',
    end: 'Only the study team decides who can join. --json gives every rule and its evidence.',
    statusUnknown: 'status not known',
    counts: (met: number, presumed: number, notMet: number, unknown: number) =>
      `${met} met, ${presumed} presumed clear, ${notMet} not met, ${unknown} unknown`,
    against: (rule: string, because: string | undefined) =>
      `against: ${rule}${because ? ` (because: "${because}")` : ''}`,
  },

  mail: {
    server: 'mail server',
    serverGood: 'good',
    serverDown: (reason: string, times: string, until: string | undefined) =>
      `DOWN${reason}, failed ${times}, tried again at ${until}`,
    times: (failures: number) => (failures === 1 ? 'once' : `${failures} times`),
    waiting: (stream: string) => `waiting, ${stream}`,
    heldBack: 'held back, asked by many',
    lastAt: (at: string) => `(the last until ${at})`,
    retrying: 'to be tried again',
    oldest: 'oldest that waits',
    sending: 'being sent',
    sent: 'sent in 24 hours',
    failed: (outcome: string) => `failed, ${outcome}`,
    noneFailed: 'failed in 7 days',
    pausedDomains: 'domains that rest',
    suppressed: (reason: string) => `suppressed, ${reason}`,
    none: 'none',
  },

  alerts: {
    confirmed: 'alerts confirmed',
    paused: 'of them paused',
    asked: 'asked a moment ago',
    pending: 'not confirmed yet',
    atOnce: 'changes waiting, at once',
    daily: 'changes waiting, daily',
    damaged: (studies: number) =>
      `News of ${studies} ${studies === 1 ? 'study waits, because its record is' : 'studies waits, because their records are'} damaged. See: npx trialway doctor`,
    weekly: 'changes waiting, weekly',
    digests: 'digests in 24 hours',
    lastMatched: 'last import matched',
    neverMatched: 'none yet',
    running: 'Another process is running the alerts now. Nothing was done.',
    noImport: 'No import was waiting to be matched.',
    matched: (list: string, studies: number, alerts: number, changes: number) =>
      `${list}: ${studies} studies that are news, ${alerts} alerts, ${changes} changes to tell.`,
    made: (mails: number, sent: number | undefined) =>
      `${mails} mails made${sent === undefined ? '' : `, ${sent} mails sent`}.`,
    nothingChanged: 'No import has changed anything since the catalogue was made.',
    nothingToTell: (at: string) => `Nothing in the import of ${at} would be told. No mail.`,
  },

  claims: {
    none: 'No claim waits.',
    done: 'Done. Who claimed is told by mail.',
    gone: 'There is no such claim, or it was decided otherwise. See: npx trialway claims list --all',
  },

  /** The demonstration: a data folder in which everybody is made up. */
  demo: {
    mark: 'Everybody in this folder is made up, for a demonstration. Every page says so.',
    used: 'This data folder is in use. A demonstration needs one of its own: DATA_DIR=demonstration npx trialway demo',
    again:
      'This data folder holds a demonstration already. For another link to sign in: npx trialway account sign-in-link coordinator@example.org. To begin again, remove the folder.',
    sendsMail:
      'A mail server is set (SMTP_URL), and what is written to people who are made up would be sent. Unset it for the demonstration.',
    noRecord: (study: string) =>
      `The record of ${study} did not come with Trialway (data/snapshot).`,
    ready:
      'Everybody here is made up, and every page says so. Links to sign in, each once within a day:',
    account: (name: string, role: string) => `${name}, ${role}`,
    next: (folder: string) =>
      `Start the server on the same folder, then open a link: DATA_DIR=${folder} npx trialway serve`,
    consent: 'Made up for a demonstration: nobody agreed to anything.',
    record: {
      title: (title: string) => `${title} (made up for a demonstration)`,
      summary: (text: string) =>
        `MADE UP FOR A DEMONSTRATION: this study does not look for people. Its record is a copy of the registry's with another status, other contacts and one site more.\n\n${text}`,
      contact: 'Made-up contact',
    },
  },

  /** The demonstration of a study that is run: everybody in it is invented. */
  demoStudy: {
    step: 'Playing the study',
    unit: 'entries',
    question: 'Made up: which scales were used?',
    answer: 'Made up: those of the ward.',
    openQuestion: 'Made up: was the weight taken on the day of the first dose?',
    minor: 'Made up: one dose was missed, and nothing followed from it.',
    judged: 'Made up for a demonstration: judged by the sponsor.',
    amendmentReason: 'Made up for a demonstration: a new text for the parents.',
    amendment: {
      version: 'report-b',
      title: {
        en: 'Made up for a demonstration: as the published report, with a new text for the parents',
        fr: 'Inventé pour une démonstration : comme l’article publié, avec un nouveau texte pour les parents',
      },
      note: {
        en: 'Made up: nothing of the treatment, the visits or the endpoints is changed.',
        fr: 'Inventé : rien ne change du traitement, des visites ou des critères.',
      },
    },
    consentText: {
      en: (name: string) =>
        `MADE UP FOR A DEMONSTRATION (${name}). Nobody was asked, and nobody signed.\n\nYour child can take part in a study. You may say no, and you may stop on any day. Nobody will be angry, and your child is treated all the same.`,
      fr: (name: string) =>
        `INVENTÉ POUR UNE DÉMONSTRATION (${name}). Personne n’a été sollicité, personne n’a signé.\n\nVotre enfant peut participer à une étude. Vous pouvez dire non, et arrêter n’importe quel jour. Personne ne vous en voudra, et votre enfant sera soigné de la même façon.`,
    },
  },

  audit: {
    whole: ({ events, anchored }: { readonly events: number; readonly anchored: number }) =>
      `The trail is as it was written. Lines: ${events.toLocaleString('en')}, anchored up to ${anchored.toLocaleString('en')}.`,
    broken: ({ seq, from, problem }: { seq: number; from: number; problem: string }) =>
      `Line ${seq}: ${problem}.${from < seq ? ` What was done may begin at line ${from}.` : ''}
Somebody changed the records by hand, or put an old file in place. Keep everything, and find out who.`,
    wholeFacts: ({ participants, facts }: { participants: number; facts: number }) =>
      participants === 0
        ? ''
        : `What was recorded of participants is as it was recorded. Participants: ${participants.toLocaleString('en')}, facts: ${facts.toLocaleString('en')}.\n`,
    brokenFacts: ({ number, seq, problem }: { number: string; seq: number; problem: string }) =>
      `Participant ${number}, fact ${seq}: ${problem}.
Somebody changed the records by hand, or put an old file in place. Keep everything, and find out who.`,
    howToVerify: (anchors: string) =>
      `To check it on another machine, with nothing but Node: node scripts/verify-trail.ts TRAIL.jsonl ${anchors}`,
  },
} as const

function away(km: number): string {
  return `${roundedDistance('en', km, 'kilometer')} away`
}

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
  status: { takes: 'status', help: 'such as RECRUITING; or open, what can be joined now or soon' },
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
  masking: {
    takes: 'which',
    help: 'open (all know who gets which treatment) or blind',
  },
  contact: { help: 'only studies that give a contact and may take people' },
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
  near: (name: string) => `Near ${name}.`,
  inArea: (name: string) => `In ${name}.`,
  distanceIdle: (name: string) =>
    `--within is not used: ${name} is an area, and all of it is searched. Give a town or a postcode to use it.`,
  corrected: (typed: string, name: string) =>
    `No place is called ${JSON.stringify(typed)}: it was read as ${name}.`,
  others: (names: readonly string[]) => `Or did you mean: ${names.join(' · ')}?`,
  withinAlone: '--within needs --near: a distance from where?',
  nearestAlone: '--sort nearest needs --near: nearest to where?',
} as const
