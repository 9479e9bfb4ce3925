import { counter } from '../language/plural.ts'

const count = counter('en')

/** Words that many pages share. */
export const commonEn = {
  siteName: 'Trialway',
  /** Between a name and what is said of it. */
  colon: ':',
  /** Between parts that hold commas. */
  semicolon: '; ',
  print: 'Print this page',
  share: 'Share or save',
  shareHint: 'The address of this page never changes. Copy it, or send it by e-mail.',
  sendByMail: 'Send by e-mail',
  thereIsAProblem: 'There is a problem',
  notTheRegistry: 'Trialway is not run by ClinicalTrials.gov.',
  attribution: (from: string, to: string) =>
    `Data from ClinicalTrials.gov (U.S. National Library of Medicine), processed between ${from} and ${to}; titles and texts are as the study teams wrote them, and we added plain words, distances and categories.`,
  attributionOneDay: (day: string) =>
    `Data from ClinicalTrials.gov (U.S. National Library of Medicine), processed on ${day}; titles and texts are as the study teams wrote them, and we added plain words, distances and categories.`,
  attributionWithoutDates:
    'Data from ClinicalTrials.gov (U.S. National Library of Medicine); titles and texts are as the study teams wrote them, and we added plain words, distances and categories.',
  notGiven: 'Not given',
  unknown: 'Not known',
  yes: 'Yes',
  no: 'No',
  studies: (n: number) => count(n, { one: 'study', other: 'studies' }),
  recruitingStudies: (n: number) =>
    count(n, { one: 'study looking for people', other: 'studies looking for people' }),
  sites: (n: number) => count(n, { one: 'site', other: 'sites' }),
  countries: (n: number) => count(n, { one: 'country', other: 'countries' }),
  page: {
    previous: 'Previous page',
    next: 'Next page',
    here: (page: number, pages: number) => `Page ${page} of ${pages}`,
    label: 'Pages of results',
  },
  statuses: {
    RECRUITING: {
      label: 'Looking for people',
      meaning: 'The study is open and new people can ask to join.',
    },
    NOT_YET_RECRUITING: {
      label: 'Not open yet',
      meaning: 'The study is planned. Nobody can join yet.',
    },
    ENROLLING_BY_INVITATION: {
      label: 'By invitation only',
      meaning: 'The study team chooses and invites people. You cannot ask to join.',
    },
    ACTIVE_NOT_RECRUITING: {
      label: 'Going on, full',
      meaning: 'The study is going on, but takes no new people.',
    },
    SUSPENDED: {
      label: 'Paused',
      meaning: 'The study has stopped for now. It may start again.',
    },
    COMPLETED: {
      label: 'Finished',
      meaning: 'The study ended as planned. Nobody can join.',
    },
    TERMINATED: {
      label: 'Stopped early',
      meaning: 'The study stopped before its planned end and will not start again.',
    },
    WITHDRAWN: {
      label: 'Cancelled before it began',
      meaning: 'The study stopped before the first person joined.',
    },
    UNKNOWN: {
      label: 'Not known',
      meaning:
        'The study said it was open or about to open, but has not confirmed this for two years. Ask the study team.',
    },
    AVAILABLE: {
      label: 'Treatment on offer outside a study',
      meaning: 'Some patients can get this treatment before it is approved, through their doctor.',
    },
    NO_LONGER_AVAILABLE: {
      label: 'No longer on offer',
      meaning: 'This treatment was on offer outside a study, and is not any more.',
    },
    TEMPORARILY_NOT_AVAILABLE: {
      label: 'Not on offer for now',
      meaning: 'This treatment is not on offer outside a study just now, but may be again.',
    },
    APPROVED_FOR_MARKETING: {
      label: 'Now an approved treatment',
      meaning: 'The treatment has been approved, so doctors can prescribe it.',
    },
    WITHHELD: {
      label: 'Not made public',
      meaning: 'The study is registered, but its details are held back for now.',
    },
  },
  /** What a study says that nobody confirmed for two years. */
  claims: {
    open: 'Says it is looking for people',
    opening: 'Says it will open',
  },
  phases: {
    EARLY_PHASE1: { label: 'Early phase 1', meaning: 'A first, very small test in people.' },
    PHASE1: { label: 'Phase 1', meaning: 'Looks at safety and dose in a small group.' },
    PHASE2: {
      label: 'Phase 2',
      meaning: 'Looks at whether it seems to work, and at side effects.',
    },
    PHASE3: { label: 'Phase 3', meaning: 'Compares it with the usual care in many people.' },
    PHASE4: { label: 'Phase 4', meaning: 'Follows an approved treatment in everyday use.' },
    NA: {
      label: 'No phase',
      meaning: 'Phases are for medicines. This study tests something else.',
    },
  },
  types: {
    INTERVENTIONAL: {
      label: 'Tests a treatment or other care',
      meaning: 'People in the study are given something to try.',
    },
    OBSERVATIONAL: {
      label: 'Watches and learns',
      meaning: 'Researchers follow people without changing their care.',
    },
    EXPANDED_ACCESS: {
      label: 'Treatment outside a study',
      meaning: 'A way to get a treatment that is not approved yet (expanded access).',
    },
  },
  sponsorClasses: {
    NIH: 'U.S. National Institutes of Health',
    FED: 'U.S. government',
    OTHER_GOV: 'Another government body',
    INDUSTRY: 'A company',
    NETWORK: 'A research network',
    INDIV: 'A single person',
    OTHER: 'A hospital, university or charity',
    AMBIG: 'Not clear',
    UNKNOWN: 'Not known',
  },
  sexes: { FEMALE: 'Women and girls', MALE: 'Men and boys', ALL: 'All sexes' },
  outOfDate: {
    label: 'May be out of date',
  },
  /** A date after a verb, as exact as it is known. */
  on: { day: 'on {date}', month: 'in {date}', year: 'in {date}' },
  verified: (on: string) => `confirmed ${on}`,
  notVerified: 'not confirmed by a date',
  ages: {
    any: 'Any age',
    from: (minimum: string) => `${minimum} and older`,
    upTo: (maximum: string) => `up to ${maximum}`,
    between: (minimum: string, maximum: string) => `${minimum} to ${maximum}`,
  },
  ageKinds: {
    baby: 'baby',
    newborn: 'newborn',
    toddler: 'toddler',
    teenager: 'teenager',
    child: 'child',
  },
  ageUnits: {
    Year: (n: number) => count(n, { one: 'year', other: 'years' }),
    Month: (n: number) => count(n, { one: 'month', other: 'months' }),
    Week: (n: number) => count(n, { one: 'week', other: 'weeks' }),
    Day: (n: number) => count(n, { one: 'day', other: 'days' }),
    Hour: (n: number) => count(n, { one: 'hour', other: 'hours' }),
    Minute: (n: number) => count(n, { one: 'minute', other: 'minutes' }),
  },
  distance: {
    town: (km: string) => `about ${km} away, measured to the town`,
    postcode: (km: string) => `about ${km} away, measured to the postcode`,
    region: (km: string) => `very roughly ${km} away, measured to the region`,
    plain: (km: string) => `about ${km} away`,
  },
  /** The parts of a study's everyday title. */
  title: {
    join: (subject: string, tested: string) => `${subject}: ${tested}`.replaceAll("'", '’'),
    and: 'and',
    more: (n: number) => `${n} more`,
    healthy: 'Healthy people',
    watched: 'people are watched, nothing is changed',
    outside: (tested: string) => `${tested}, outside a study`,
    kinds: {
      DRUG: 'a medicine',
      BIOLOGICAL: 'a biological treatment',
      COMBINATION_PRODUCT: 'a combined product',
      DEVICE: 'a device',
      DIAGNOSTIC_TEST: 'a test',
      DIETARY_SUPPLEMENT: 'a food supplement',
      GENETIC: 'a look at the genes',
      PROCEDURE: 'a procedure',
      RADIATION: 'radiation',
      BEHAVIORAL: 'support or training',
      OTHER: 'another kind of care',
    } as Readonly<Record<string, string>>,
    purposes: {
      TREATMENT: 'a way to treat it',
      PREVENTION: 'a way to prevent it',
      DIAGNOSTIC: 'a way to find it',
      SUPPORTIVE_CARE: 'care to feel better',
      SCREENING: 'a way to find it early',
      HEALTH_SERVICES_RESEARCH: 'a way to give care',
      BASIC_SCIENCE: 'a look at how the body works',
    } as Readonly<Record<string, string>>,
  },
  faults: {
    notFoundTitle: 'Page not found',
    notFound: 'There is no page at this address. It may have been typed wrongly or moved.',
    notFoundNext: 'You can search for a study, or start again from the home page.',
    brokenTitle: 'Sorry, something went wrong',
    broken: 'The fault is ours. Nothing you typed was kept. Please try again in a few minutes.',
    number: 'If you tell us about it, give us this number:',
    methodTitle: 'This page cannot do that',
    method: 'This address can only be read.',
    addressTitle: 'This address cannot be read',
    address: 'Part of the address is not valid text. Go back, or start again from the home page.',
    tooLongTitle: 'This address is too long',
    tooLong: 'Please use fewer words or fewer filters.',
    kindTitle: 'Not in this form',
    kind: 'This page cannot be given in the form that was asked for.',
    slowTitle: 'This search took too long',
    slow: 'It asks our computer for too much work at once, so we stopped it. Please try again, or use fewer words.',
    slowSigns:
      'It asks our computer for too much work at once, so we stopped it. Take out signs such as *, OR and quotation marks, or use longer words.',
    busyTitle: 'Our computer is very busy just now',
    busy: 'Nothing is wrong with what you asked. Please try again in a few seconds.',
    damagedTitle: 'The record of this study is damaged here',
    damaged:
      'What our computer keeps of it has changed by a fault, so we do not show it. It will be read again. Until then, the registry shows this study.',
    damagedRegistry: 'This study at ClinicalTrials.gov',
    incompleteTitle: 'This list would not be complete',
    incomplete:
      'Part of what our computer keeps is damaged, so studies would be missing here. It will be read again. Please come back later.',
    foreignTitle: 'This form did not come from our page',
    foreign:
      'To protect you, we take forms only from our own pages. Open the page again and send it from there. Nothing was changed.',
    signInTitle: 'Please sign in',
    signIn: 'This page is for people who are signed in. Sign in, and open it again.',
    signInLink: 'Sign in',
    formTitle: 'This form cannot be read',
    form: 'What was sent is not a form of ours. Open the page again and send it from there.',
    oftenTitle: 'Too many requests',
    often:
      'From where you are, this was asked for very often in the last hour. Please come back later. Nothing was changed.',
    recordsBusyTitle: 'Please try again in a moment',
    recordsBusy: 'We could not save this just now. Nothing was changed.',
    recordsAwayTitle: 'This is away for a moment',
    recordsAway:
      'Just now we cannot reach the place where alerts and messages are kept. Nothing was changed and nothing is lost. Please try again in a minute. You can still search for studies and read about them.',
    recordsUnsureTitle: 'We do not know if this was saved',
    recordsUnsure:
      'The line broke while we were saving. Please go back and try again in a minute. Doing it twice does no harm.',
    tryAgain: 'Try again',
    home: 'Go to the home page',
    search: 'Search for a study',
  },
  backToList: (found: number) =>
    found === 0
      ? 'Back to the list'
      : `Back to the ${count(found, { one: 'study found', other: 'studies' })}`,
}
