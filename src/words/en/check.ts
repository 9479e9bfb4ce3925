import type { Who } from '../language/who.ts'
import { measuresEn } from './measures.ts'
import { phraseEn, questionEn } from './questions.ts'

const has = { me: 'Do you have', child: 'Does your child have', other: 'Does the person have' }
const had = { me: 'Have you', child: 'Has your child', other: 'Has the person' }
const does = { me: 'Do you', child: 'Does your child', other: 'Does the person' }
const whose = { me: 'your', child: 'your child’s', other: 'the person’s' }
const whom = { me: 'you', child: 'your child', other: 'the person' }

/** Words of the self-check and of its result. `{name}` marks a place that is filled in. */
export const checkEn = {
  link: 'Check whether it may fit',
  title: (study: string) => `Could this study fit? ${study}`,
  heading: 'Could this study fit?',
  kept: 'We keep nothing of what you answer.',
  onlyTeam:
    'Only the study team decides who can join. This check is made by fixed rules, and it can be wrong.',
  manyRules:
    'This study has more rules than can be asked here. The registry’s page has all of them.',
  back: 'Back to the study',
  closed: 'This study takes no new people now.',
  states: {
    soon: 'This study is not open yet: nobody can join now.',
    paused: 'This study is paused: it takes no new people for now.',
    invitation: 'Only people whom the study team invites can join this study.',
    doubt: 'This study may no longer be open: nobody has confirmed it lately.',
    unknown: 'We do not know whether this study takes people now.',
  },
  similar: 'Similar open studies',
  who: {
    legend: 'Who is this for?',
    me: 'Myself',
    child: 'My child',
    other: 'Someone I care for',
  },
  person: {
    change: 'Change',
    me: { FEMALE: 'You, a woman', MALE: 'You, a man', ANY: 'You' },
    child: { FEMALE: 'Your daughter', MALE: 'Your son', ANY: 'Your child' },
    other: { FEMALE: 'The person, a woman', MALE: 'The person, a man', ANY: 'The person' },
    withAge: (who: string, age: string) => `${who}, ${age}.`,
    noAge: (who: string) => `${who}.`,
  },
  age: {
    legend: 'Age',
    hint: 'For a small child, choose months, weeks or days.',
    value: 'Age in numbers',
    unit: 'Counted in',
    units: { year: 'years', month: 'months', week: 'weeks', day: 'days' },
  },
  sex: {
    legend: 'Sex at birth',
    FEMALE: 'Female',
    MALE: 'Male',
  },
  condition: {
    named: (who: Who, name: string) =>
      `Has a doctor said that ${{ me: 'you have', child: 'your child has', other: 'the person has' }[who]} ${name}?`,
    some: (who: Who) =>
      `Has a doctor said that ${{ me: 'you have', child: 'your child has', other: 'the person has' }[who]} one of these?`,
  },
  answers: { yes: 'Yes', no: 'No', 'not sure': 'Not sure', skip: 'No answer' },
  tiles: { yes: 'Yes', no: 'No', 'not sure': 'I do not know' },
  question: questionEn,
  phrase: phraseEn,
  ask: {
    measure: (who: Who, code: keyof typeof measuresEn, bound: string) =>
      `Is ${whose[who]} ${measuresEn[code].name} ${bound}?`,
  },
  value: (name: string, bound: string) => `${name}: ${bound}`,
  and: 'and',
  or: 'or',
  lists: {
    have: (who: Who) => `${has[who]} one of these?`,
    had: (who: Who) => `${had[who]} had one of these?`,
    take: (who: Who) => `${does[who]} take or get one of these?`,
    took: (who: Who) => `${had[who]} taken or been given one of these?`,
    need: (who: Who) => `${does[who]} need one of these?`,
    plan: (who: Who) => `Is one of these planned for ${whom[who]}?`,
    family: (who: Who) => `Has anyone in ${who === 'me' ? 'your' : 'the'} family had one of these?`,
    unable: (who: Who) => `Is one of these impossible for ${whom[who]}?`,
    concerns: (who: Who) => `Is one of these so for ${whom[who]}?`,
    none: 'None of these',
    unsure: 'I do not know of some',
  },
  stop: {
    here: 'The study asks for another answer here.',
    part: 'After one of these answers it is probably not. You can see the result now, or go on anyway.',
    goOn: 'Go on anyway',
    limit: (limit: string, given: string) => `The study takes ${limit}. You said: ${given}.`,
  },
  moreInRule: 'The site will ask the rest.',
  ownRule: 'The team’s words',
  notAsked: (count: number, topics: readonly string[]) =>
    `${count === 1 ? '1 rule' : `${count} rules`} not asked${topics.length > 0 ? `: ${topics.join(', ')}` : ''}. Age or sex tells.`,
  topics: {
    pregnancy: 'pregnancy',
    contraception: 'birth control',
    nursing: 'breast-feeding',
    age: 'age',
    sex: 'sex',
  },
  siteRules: {
    title: 'What the site will ask',
    count: (count: number) => (count === 1 ? '1 rule' : `${count} rules`),
    text: 'We ask no plain question of these. They are in the team’s words; hard words are explained. The site will ask.',
  },
  hardWords: 'Hard words explained',
  parts: {
    illness: 'The illness',
    treatments: 'Treatments',
    others: 'Other illnesses',
    practical: 'Practical things',
  },
  progress: (part: number, of: number, minutes: number) =>
    `Part ${part} of ${of} · about ${minutes === 1 ? '1 minute' : `${minutes} minutes`}${of > 1 ? ' in all' : ''}`,
  nothingToAsk:
    'This study’s rules are all for the site to ask. You can see the result for age and sex.',
  next: 'Continue',
  before: 'Back',
  measures: measuresEn,
  bounds: {
    atLeast: (value: string) => `${value} or more`,
    moreThan: (value: string) => `more than ${value}`,
    atMost: (value: string) => `${value} or less`,
    lessThan: (value: string) => `less than ${value}`,
    between: (low: string, high: string) => `${low} to ${high}`,
    both: (low: string, high: string) => `${low} and ${high}`,
  },
  ulnUnit: '× the upper limit of normal',
  submit: 'See the result',
  problems: {
    age: 'Write the age as a whole number, such as 2, and choose years, months, weeks or days.',
    ageTooMuch: 'Nobody is that old. Check the number and the unit.',
    unit: 'Choose years, months, weeks or days.',
    born: 'Write the date of birth as year-month-day, such as 2024-05-17.',
    bornFuture: 'This date of birth is in the future.',
    bornDiffers: 'The age and the date of birth do not agree. Correct one, or leave it out.',
    who: 'Choose for whom the check is.',
    sex: 'Choose female or male, or leave it out.',
    answer: 'Choose one of the answers.',
    noneAndSome: 'You ticked “None of these” and another line. Leave only what is so.',
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
    title: (verdict: string, study: string) => `${verdict} · ${study}`,
    heading: (person: string) => `The result for: ${person}`,
    /** Each said behind its number. */
    tally: {
      fits: (count: number) => (count === 1 ? 'fits' : 'fit'),
      against: (count: number) => (count === 1 ? 'speaks against' : 'speak against'),
      presumed: (_count: number) => 'presumed, not answered',
      site: (_count: number) => 'only the site can say',
    },
    rules: (count: number) => (count === 1 ? '1 rule' : `${count} rules`),
    fits: 'What fits',
    presumedTitle: 'What we presumed',
    none: 'Rules that do not apply',
    write: 'Contact a site',
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
      said: 'Something you told us may keep a person out of this study. We cannot read the rule well enough to say. Tell the site: they decide.',
    },
    against: 'What speaks against it',
    said: 'What you said that the site must look at',
    confirm: 'What the site must confirm',
    presumed: (count: number) =>
      count === 1
        ? 'Of one thing that would keep a person out nothing is known here. We took it not to be so. The site will ask.'
        : `Of ${count} things that would keep a person out nothing is known here. We took them not to be so. The site will ask.`,
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
      presumed: 'You said nothing of it. We took it not to be so.',
      unasked: 'We did not ask you this: the site will. We took it not to be so.',
      nothing: 'You did not answer this.',
      leftToSite: 'We did not ask you this: the site will.',
      none: 'It is not asked of this person.',
      anyone: 'The study takes everybody in this.',
      conditionSaid: 'You answered: {answer}. The study is about this illness.',
      wider: 'You answered: yes. The rule may not mean just what we asked: only the site can tell.',
      partly: 'You answered: no. The rule may say more than what we asked: only the site can tell.',
      oneOfSeveral:
        'This line may be one of several, of which one is enough: only the site can tell.',
      ofSomePeople: 'This may be asked of some people only: ask the site.',
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
      answerWrong: 'Only if your answer was wrong.',
      tell: 'Answer this question, or ask the site.',
      condition: 'A doctor who finds this illness.',
    },
    bring: 'What to have ready',
    bringNote: 'Worked out from the study’s rules. The site may ask for more.',
    summaryNote:
      'Made on {date} with Trialway, from what a person answered. Nobody has checked it.',
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
    consentFor: 'Proof of who the person is, and of who decides for them, if somebody does',
    diagnosis: 'Letters in which doctors name the illness',
    pregnancy: 'The date of the last period, if pregnancy is possible',
  },
}
