import type { Who } from '../language/who.ts'
import { measuresEn } from './measures.ts'

const has = { me: 'Do you have', child: 'Does the child have', other: 'Does the person have' }
const hadFor = { me: 'Have you had', child: 'Has the child had', other: 'Has the person had' }
const is = { me: 'Are you', child: 'Is the child', other: 'Is the person' }
const can = { me: 'Can you', child: 'Can the child', other: 'Can the person' }
const does = { me: 'Do you', child: 'Does the child', other: 'Does the person' }
const whose = { me: 'your', child: 'the child’s', other: 'the person’s' }
const whom = { me: 'you', child: 'the child', other: 'the person' }

/** Words of the self-check and of its result. `{name}` marks a place that is filled in. */
export const checkEn = {
  link: 'Check whether it may fit',
  title: (study: string) => `Could this study fit? ${study}`,
  heading: 'Could this study fit?',
  intro:
    'Answer what you can: it takes about three minutes. Leave out what you do not know. We keep nothing: your answers are on this page only.',
  onlyTeam:
    'Only the study team decides who can join. This check is made by fixed rules, and it can be wrong.',
  readingOwn: 'The study’s own rules stand beside each question.',
  manyRules:
    'This study has more rules than can be asked here. The registry’s page has all of them.',
  back: 'Back to the study',
  closed: {
    title: 'This study takes no new people now.',
    text: 'We are sorry. You can still see how its rules fit: that may help you to choose another study.',
    next: 'What you can do: look at similar studies that are open, and ask your doctor about them.',
  },
  opening:
    'This study is not open yet: nobody can join now. You can see how its rules fit, and we can tell you when it opens.',
  invitation:
    'Only people whom the study team invites can join this study. You cannot ask to join it.',
  paused:
    'This study is paused: it takes no new people for now. It may open again, and we can tell you if it does.',
  notKnown:
    'We do not know whether this study takes people now. Its status: {status}. Ask the study team before you plan anything.',
  groups: {
    first: 'First, what decides most',
    person: 'About the person',
    illness: 'The illness',
    treatments: 'Treatments so far',
    others: 'Other illnesses',
    practical: 'Practical things',
  },
  who: {
    legend: 'Who is this for?',
    me: 'Myself',
    child: 'My child',
    other: 'Someone I care for',
  },
  age: {
    legend: 'Age',
    hint: 'A whole number. For a small child, choose months, weeks or days.',
    value: 'Age in numbers',
    unit: 'Counted in',
    units: { year: 'years', month: 'months', week: 'weeks', day: 'days' },
    born: 'Or date of birth (optional, more exact)',
  },
  sex: {
    legend: 'Sex',
    hint: 'Sex at birth, as studies ask for it.',
    FEMALE: 'Female',
    MALE: 'Male',
    skip: 'Skip',
  },
  condition: {
    one: (who: Who) => `${has[who]} this illness?`,
    some: (who: Who) => `${has[who]} one of these?`,
    hint: 'What the study is about, in its own words.',
  },
  answers: { yes: 'Yes', no: 'No', 'not sure': 'Not sure', skip: 'Skip' },
  ask: {
    isTrue: (who: Who) => `Is this true for ${whom[who]}?`,
    measure: (who: Who, code: keyof typeof measuresEn, bound: string) =>
      `Is ${whose[who]} ${measuresEn[code].name} ${bound}?`,
    has: (who: Who) => `${has[who]} {words}?`,
    hasFor: (who: Who) => `${hadFor[who]} {words} for {time}?`,
    consent: (who: Who) =>
      who === 'me'
        ? 'Would you agree to take part, and sign?'
        : `Would you, or whoever decides for ${whom[who]}, agree and sign?`,
    insurance: (who: Who) => `${has[who]} health insurance?`,
    language: (who: Who) => `${can[who]} understand the language that the study asks for?`,
    travel: (who: Who) => `${can[who]} come to the visits of the study?`,
    otherStudy: (who: Who) => `${is[who]} in another medical study now?`,
    smoking: (who: Who) => `${does[who]} smoke?`,
    pregnant: (who: Who) => `${is[who]} pregnant?`,
    lactating: (who: Who) => `${is[who]} breast-feeding?`,
    both: (who: Who) => `${is[who]} pregnant or breast-feeding?`,
    contraception: (who: Who) => `${can[who]} use safe birth control during the study?`,
  },
  pregnancyNote: 'Skip this for a man or a young child.',
  joins: {
    any: 'One of these is enough',
    all: 'All of these count',
    atLeast: (count: number) => `At least ${count} of these count`,
  },
  ownLong: 'Read the study’s own words',
  longHint: 'This rule is long. If you cannot tell, choose “Not sure”: the site will tell you.',
  points: 'This rule speaks of:',
  measures: measuresEn,
  bounds: {
    atLeast: (value: string) => `${value} or more`,
    moreThan: (value: string) => `more than ${value}`,
    atMost: (value: string) => `${value} or less`,
    lessThan: (value: string) => `less than ${value}`,
    between: (low: string, high: string) => `${low} to ${high}`,
    both: (low: string, high: string) => `${low} and ${high}`,
  },
  pointAge: 'age: {bound}',
  pointTime: 'a time: {bound}',
  pointMeasure: '{name}: {bound}',
  ulnUnit: '× the upper limit of normal',
  submit: 'See the result',
  progress: {
    label: 'How far you are',
    done: '{done} of {all} answered',
    next: 'Next part',
    previous: 'Part before',
    part: 'Part {part} of {parts}',
    all: 'Show all questions at once',
  },
  problems: {
    age: 'Write the age as a whole number, such as 2, and choose years, months, weeks or days.',
    ageTooMuch: 'Nobody is that old. Check the number and the unit.',
    unit: 'Choose years, months, weeks or days.',
    born: 'Write the date of birth as year-month-day, such as 2024-05-17.',
    bornFuture: 'This date of birth is in the future.',
    bornDiffers: 'The age and the date of birth do not agree. Correct one, or leave it out.',
    who: 'Choose for whom the check is.',
    sex: 'Choose female or male, or skip.',
    answer: 'Choose yes, no, not sure or skip.',
    changed:
      'The study’s rules have changed since you opened this page. Please look at your answers again.',
    unreadable: 'What was sent is not an answer to these questions. Please answer them here.',
  },
  unknownFields: 'Part of what was sent does not belong to this page. We left it out.',
  unfit: {
    more: (total: number) =>
      total === 1
        ? '1 more study is not for this age or sex.'
        : `${total} more studies are not for this age or sex.`,
    show: 'Show them too, each with the reason',
    shown: 'Studies that are not for this age or sex are shown too. They are marked.',
    hide: 'Leave them out',
    age: (range: string) => `Not for this age: it takes ${range}.`,
    sex: (sex: string) => `Not for this sex: it takes ${sex.toLowerCase()}.`,
  },
  tooLarge: {
    title: 'That was too much text',
    text: 'What was sent is larger than this page takes. Nothing was kept. Please start again.',
    again: 'Start again',
  },
  result: {
    title: (study: string) => `Result of the check: ${study}`,
    heading: 'Result of your check',
    overall: {
      'worth asking': 'Worth asking',
      'probably not': 'Probably not',
      'the site must tell': 'The site must tell',
    },
    meaning: {
      'worth asking':
        'Nothing you told us speaks against this study. Ask the study team: they decide.',
      'probably not':
        'Something you told us does not fit the study’s rules. The study team can tell you for sure.',
      'the site must tell':
        'From what you told us, nobody can tell yet. Ask the study team, or answer more questions.',
    },
    against: 'What speaks against it',
    confirm: 'What the site must confirm',
    presumed: (count: number) =>
      count === 1
        ? 'You left out one thing that would keep a person out. We took it not to be so. The site will ask.'
        : `You left out ${count} things that would keep a person out. We took them not to be so. The site will ask.`,
    all: 'Every rule, and why',
    limits: 'Age and sex',
    inclusion: 'Must be true to join',
    exclusion: 'Must not be true to join',
    unspecified: 'The study also says',
    labels: {
      met: 'Met',
      clear: 'No obstacle',
      notMet: 'Not met',
      keepsOut: 'Keeps out',
      unknown: 'Not known',
      confirm: 'To confirm',
      none: 'Does not apply',
    },
    ageRule: 'Age: {range}',
    sexRule: 'Sex: {sex}',
    conditionRule: 'The illness: {conditions}',
    because: {
      answer: 'You answered: {answer}.',
      age: 'From the age you gave ({age}).',
      ageMissing: 'You gave no age.',
      ageNear: 'The age is so near the limit that the exact date of birth matters.',
      sex: 'From the sex you gave.',
      sexMissing: 'You did not give the sex.',
      facts: 'From what you told us first.',
      differ: 'Your answer and what you told us first do not agree. Please check both.',
      limitsDiffer:
        'The study’s own limits of age and sex do not say this. It may be asked of one group only: ask the site.',
      parts: 'From the lines under it.',
      presumed: 'You left it out. We took it not to be so.',
      nothing: 'You did not answer this.',
      none: 'It is not asked of this person.',
      anyone: 'The study takes everybody in this.',
      conditionSaid: 'You answered: {answer}. The study is about this illness.',
      conditionMaybe: 'You answered: no. Such a study may also take people without it: ask.',
    },
    change: 'What would change it:',
    changes: {
      older: 'From the age of {age}.',
      bornFrom: 'From {date}, the day the age is reached.',
      tooOld: 'The study would have to raise its upper age limit.',
      sex: 'The study takes only one sex. This does not change.',
      measure: 'A new value that is {bound}.',
      notMeasure: 'A new value that is not {bound}.',
      answerYes: 'If it becomes true, or if your answer was wrong.',
      answerNo: 'If it is no longer true, or if your answer was wrong.',
      tell: 'Answer this question, or ask the site.',
      condition: 'A doctor who finds this illness.',
    },
    bring: 'What to have ready',
    bringNote: 'Worked out from the study’s rules. The site may ask for more.',
    summary: 'Summary to print or to give to a doctor',
    summaryNote:
      'Made on {date} with Trialway, from what a person answered. Nobody has checked it.',
    summaryPerson: 'Person',
    summaryStudy: 'Study',
    summaryResult: 'Result',
    summaryAddress: 'Address',
    ageGiven: 'age {age}',
    ageNotGiven: 'age not given',
    sexNotGiven: 'sex not given',
    print: 'Print this page',
    edit: 'Change my answers',
    otherLanguage: 'Lire ce résultat en français',
    kept: 'Your answers are not stored. When you close this page, they are gone.',
    next: 'What to do next',
    contact: 'Who to ask',
    contactAll: 'All sites and contacts of this study',
    noContact: 'The registry gives no contact for this study. Show this page to your doctor.',
    nobody: 'The study is closed, so nobody may answer. Ask your doctor about open studies.',
  },
  bring: {
    age: 'Something that shows the date of birth',
    weight: 'A recent weight and height',
    fever: 'Your notes on the fever: days, times and degrees',
    bloodNamed: 'Recent blood test results, with: {names}',
    urine: 'Urine test results',
    heart: 'The report of the heart ultrasound (echocardiogram)',
    ecg: 'The report of the heart trace (ECG)',
    imaging: 'Reports of X-rays and scans',
    lungs: 'The report of the breathing test',
    tissue: 'The report on the tissue sample (biopsy)',
    genes: 'Results of genetic tests',
    treatments: 'A list of all treatments so far, with doses and dates, and letters from hospitals',
    vaccines: 'The vaccination record, and any test for tuberculosis',
    allergies: 'A list of allergies',
    insurance: 'Papers of the health insurance',
    consent: 'Those who decide for the child, with proof of who they are',
    consentSelf: 'Proof of who you are',
    diagnosis: 'Letters in which doctors name the illness',
    pregnancy: 'The date of the last period, if pregnancy is possible',
  },
}
